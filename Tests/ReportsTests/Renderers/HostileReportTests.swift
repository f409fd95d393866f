import Formats
import Foundation
import Testing

@testable import Reports

#if canImport(FoundationXML)
    import FoundationXML
#endif

@Suite("Hostile names")
struct HostileReportTests {
    @Test("never become markup of a page", arguments: hostileNames)
    func html(name: String) throws {
        let page = try hostileReport(name).rendered(as: .html).text
        #expect(!page.lowercased().contains("<script"))
        #expect(page.components(separatedBy: "</svg>").count == page.components(separatedBy: "<svg").count)
        #expect(!page.unicodeScalars.contains { $0.value < 0x20 && $0 != "\n" })
        #expect(!page.unicodeScalars.contains { (0x202A...0x202E).contains($0.value) })
    }

    @Test("come back from a picture as they were written", arguments: hostileNames)
    func svg(name: String) throws {
        for file in try hostileReport(name).rendered(as: .svg).files {
            let reader = TitleReader()
            let parser = XMLParser(data: Data(file.bytes))
            parser.delegate = reader
            #expect(parser.parse(), "\(String(describing: parser.parserError))")
            #expect(reader.title == name.printable)
        }
    }

    @Test("keep to the lines of a terminal and cannot move its cursor", arguments: hostileNames, [40, 80, 120])
    func text(name: String, width: Int) throws {
        let text = try hostileReport(name).rendered(as: .text(width: width)).text
        for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
            #expect(String(line).columns <= width, "\(line)")
        }
        #expect(!text.unicodeScalars.contains { $0.value < 0x20 && $0 != "\n" })
    }

    @Test("never become formulas of a spreadsheet", arguments: hostileNames)
    func spreadsheet(name: String) throws {
        let files = try hostileReport(name).rendered(as: .xlsx).files
        let parts = unzipped(files[0].bytes)
        let sheets = parts.filter { $0.key.hasPrefix("xl/worksheets/sheet") }
        #expect(sheets.count == 7)
        for (_, text) in sheets { #expect(!text.contains("<f>")) }
        for (path, text) in parts where path.hasSuffix(".xml") {
            let parser = XMLParser(data: Data(text.utf8))
            #expect(parser.parse(), "\(path): \(String(describing: parser.parserError))")
        }
    }

    @Test("are guarded in CSV and whole in JSON", arguments: hostileNames)
    func tables(name: String) throws {
        let report = hostileReport(name)
        let csv = try report.rendered(as: .csv).text
        #expect(!csv.contains("\n=") && !csv.contains("\n@") && !csv.contains("\n-1+2"))
        #expect(report.json["title"] == .string(name))
    }
}

/// Reads the title of an SVG file.
private final class TitleReader: NSObject, XMLParserDelegate {
    private(set) var title = ""
    private var depth = 0
    private var isTitle = false

    func parser(
        _ parser: XMLParser, didStartElement name: String, namespaceURI: String?, qualifiedName: String?,
        attributes: [String: String]
    ) {
        depth += 1
        isTitle = depth == 2 && name == "title"
    }

    func parser(_ parser: XMLParser, didEndElement name: String, namespaceURI: String?, qualifiedName: String?) {
        depth -= 1
        isTitle = false
    }

    func parser(_ parser: XMLParser, foundCharacters text: String) {
        if isTitle { title += text }
    }
}
