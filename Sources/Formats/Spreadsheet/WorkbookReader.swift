import Diagnostics

/// Reads what all sheets of a workbook share: their names, formats and texts.
struct WorkbookReader {
    private(set) var sheets: [Workbook.SheetName] = []
    private(set) var dateSystem = DateSystem.from1900
    private(set) var styles: [NumberStyle] = []
    private(set) var sharedTexts: [String] = []
    private(set) var findings: [Finding] = []

    mutating func read(_ parts: inout WorkbookParts) throws(WorkbookFault) {
        let main = try mainPart(of: &parts)
        let relationships = try parts.relationships(of: main)
        try readSheets(main, relationships, &parts)
        if let part = relationships.first(where: { $0.kind == "styles" })?.target, parts.has(part) {
            try readStyles(part, &parts)
        }
        if let part = relationships.first(where: { $0.kind == "sharedStrings" })?.target, parts.has(part) {
            var reader = XMLReader(try parts.contents(of: part), file: parts.name(of: part), names: RichText.names)
            while let event = reader.next() {
                if event == .open(RichText.item) { sharedTexts.append(RichText.read(&reader)) }
            }
            findings += reader.findings
        }
        guard !sheets.isEmpty || FindingList(findings).hasErrors else {
            throw WorkbookFault(
                id: "spreadsheet.no-sheet", message: "the workbook has no sheet of cells",
                advice: "check that it is the right file")
        }
    }

    /// The part with the list of sheets, as the archive names it.
    private func mainPart(of parts: inout WorkbookParts) throws(WorkbookFault) -> String {
        guard parts.has("_rels/.rels") else {
            throw parts.has("content.xml") ? .openDocument : .notWorkbook
        }
        guard let main = try parts.relationships(of: "").first(where: { $0.kind == "officeDocument" })?.target else {
            throw .notWorkbook
        }
        guard !main.hasSuffix(".bin") else { throw .binary }
        guard main.split(separator: "/").last?.contains("workbook") == true || main.hasPrefix("xl/") else {
            throw .notWorkbook
        }
        return main
    }

    // MARK: Sheets

    private static let names = XMLNames(["sheet", "name", "state", "id", "workbookPr", "date1904"])

    private mutating func readSheets(
        _ part: String, _ relationships: [WorkbookParts.Relationship], _ parts: inout WorkbookParts
    ) throws(WorkbookFault) {
        var reader = XMLReader(try parts.contents(of: part), file: parts.name(of: part), names: Self.names)
        while let event = reader.next() {
            switch event {
            case .open(0):
                let id = reader.text(of: 3) ?? ""
                guard let relationship = relationships.first(where: { $0.id == id }) else { throw .missing(id) }
                // Sheets that are one chart, and macros of old times, have no cells.
                guard relationship.kind == "worksheet" else { continue }
                sheets.append(
                    Workbook.SheetName(
                        name: reader.text(of: 1) ?? "", isHidden: reader.text(of: 2).map { $0 != "visible" } ?? false,
                        part: relationship.target))
            case .open(4): dateSystem = Self.isTrue(reader.text(of: 5)) ? .from1904 : .from1900
            default: break
            }
        }
        findings += reader.findings
    }

    static func isTrue(_ text: String?) -> Bool { text == "1" || text == "true" }

    // MARK: Formats

    private static let styleNames = XMLNames(["numFmt", "numFmtId", "formatCode", "cellXfs", "xf"])

    private mutating func readStyles(_ part: String, _ parts: inout WorkbookParts) throws(WorkbookFault) {
        var reader = XMLReader(try parts.contents(of: part), file: parts.name(of: part), names: Self.styleNames)
        var own: [Int: NumberStyle] = [:]
        var isInFormats = false
        while let event = reader.next() {
            switch event {
            case .open(0):
                if let number = reader.text(of: 1).flatMap({ Int($0) }) {
                    own[number] = NumberStyle(code: reader.text(of: 2) ?? "")
                }
            case .open(3): isInFormats = true
            case .close(3): isInFormats = false
            case .open(4) where isInFormats:
                let number = reader.text(of: 1).flatMap { Int($0) } ?? 0
                styles.append(own[number] ?? NumberStyle(builtIn: number))
            default: break
            }
        }
        findings += reader.findings
    }
}

/// A text of a cell: one piece, or runs of different looks. How it is pronounced, as Japanese cells may say, is left out.
enum RichText {
    static let names = XMLNames(["si", "t", "r", "rPh"])
    static let item = 0
    private static let text = 1
    private static let pronunciation = 3

    /// After the `open` of an item: its text, up to its `close`.
    ///
    /// - Parameter codes: those of `t` and `rPh` in the names of the reader.
    static func read(_ reader: inout XMLReader, text: Int = text, pronunciation: Int = pronunciation) -> String {
        let outside = reader.depth - 1
        var whole: String?
        while reader.depth > outside, let event = reader.next() {
            if event == .open(pronunciation) {
                reader.skip()
            } else if event == .close(text) {
                let piece = unescaped(reader.text)
                whole = whole.map { $0 + piece } ?? piece
            }
        }
        return whole ?? ""
    }

    /// Characters that XML cannot hold are written `_x000D_`; an underscore that looks like the beginning of one is `_x005F_`.
    ///
    /// - Source: ECMA-376-1, 22.9.2.19.
    static func unescaped(_ bytes: ArraySlice<UInt8>) -> String {
        guard bytes.contains(UInt8(ascii: "_")) else { return String(decoding: bytes, as: UTF8.self) }
        var plain: [UInt8] = []
        var position = bytes.startIndex
        while position < bytes.endIndex {
            if let scalar = escape(at: position, in: bytes) {
                plain += UTF8.encode(scalar)!
                position += 7
            } else {
                plain.append(bytes[position])
                position += 1
            }
        }
        return String(decoding: plain, as: UTF8.self)
    }

    private static func escape(at position: Int, in bytes: ArraySlice<UInt8>) -> Unicode.Scalar? {
        guard bytes[position] == UInt8(ascii: "_"), position + 7 <= bytes.endIndex,
            bytes[position + 1] == UInt8(ascii: "x"), bytes[position + 6] == UInt8(ascii: "_")
        else { return nil }
        let digits = String(decoding: bytes[(position + 2)..<(position + 6)], as: UTF8.self)
        guard digits.allSatisfy(\.isHexDigit), let value = UInt32(digits, radix: 16) else { return nil }
        return Unicode.Scalar(value)
    }
}
