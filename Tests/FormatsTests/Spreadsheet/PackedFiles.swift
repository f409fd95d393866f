import CZip
import Foundation

/// Makes archives for tests: files in order, packed as programs pack them, or locked.
struct PackedFiles {
    var files: [(name: String, contents: [UInt8])] = []
    var password: String?

    init(_ files: [(String, String)] = []) { self.files = files.map { ($0.0, Array($0.1.utf8)) } }

    /// The archive as bytes.
    func bytes() throws -> [UInt8] {
        let path = FileManager.default.temporaryDirectory.appending(path: "headroom-\(UUID().uuidString).zip").path
        defer { try? FileManager.default.removeItem(atPath: path) }
        var fault: Int32 = 0
        let archive = zip_open(path, ZIP_CREATE | ZIP_TRUNCATE, &fault)!
        var kept: [UnsafeMutableBufferPointer<UInt8>] = []
        defer { kept.forEach { $0.deallocate() } }
        for file in files {
            let copy = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: max(file.contents.count, 1))
            _ = copy.update(from: file.contents)
            kept.append(copy)
            let source = zip_source_buffer(archive, copy.baseAddress, UInt64(file.contents.count), 0)!
            let index = zip_file_add(archive, file.name, source, UInt32(ZIP_FL_ENC_UTF_8))
            precondition(index >= 0, "\(file.name) cannot be packed")
            if let password {
                precondition(zip_file_set_encryption(archive, UInt64(index), UInt16(ZIP_EM_AES_256), password) == 0)
            }
        }
        precondition(zip_close(archive) == 0, "the archive cannot be written")
        return [UInt8](try Data(contentsOf: URL(filePath: path)))
    }
}

/// A workbook of one sheet, written by hand part by part, so that any part may be wrong.
struct HandmadeWorkbook {
    /// What stands between the tags of the sheet: `<row r="1"><c r="A1"><v>1</v></c></row>` within `<sheetData>`.
    var sheet = "<sheetData/>"
    /// Items of the table of texts.
    var texts: [String] = []
    /// Formats of its own by number, and the number of the format of each style.
    var formats: [(number: Int, code: String)] = []
    var styles: [Int] = []
    var properties = ""
    /// Put in, or in the place of another, at the end.
    var otherParts: [(String, String)] = []
    var missingParts: [String] = []

    init(rows: String = "") { sheet = "<sheetData>\(rows)</sheetData>" }

    private static let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    private static let office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"

    private static func relationships(_ list: [(id: String, kind: String, target: String)]) -> String {
        let items = list.map { #"<Relationship Id="\#($0.id)" Type="\#(office)/\#($0.kind)" Target="\#($0.target)"/>"# }
        return "<Relationships>\(items.joined())</Relationships>"
    }

    var files: PackedFiles {
        var parts: [(String, String)] = [
            ("_rels/.rels", Self.relationships([("rId1", "officeDocument", "xl/workbook.xml")])),
            (
                "xl/workbook.xml",
                """
                <workbook xmlns="\(Self.main)" xmlns:r="\(Self.office)">\(properties)<sheets>\
                <sheet name="Lines" sheetId="1" r:id="rId1"/></sheets></workbook>
                """
            ),
            (
                "xl/_rels/workbook.xml.rels",
                Self.relationships([
                    ("rId1", "worksheet", "worksheets/sheet1.xml"), ("rId2", "styles", "/xl/styles.xml"),
                    ("rId3", "sharedStrings", "sharedStrings.xml"),
                ])
            ),
            ("xl/worksheets/sheet1.xml", #"<worksheet xmlns="\#(Self.main)">\#(sheet)</worksheet>"#),
            ("xl/styles.xml", styleSheet),
            ("xl/sharedStrings.xml", "<sst xmlns=\"\(Self.main)\">\(texts.joined())</sst>"),
        ]
        for part in otherParts {
            parts.removeAll { $0.0 == part.0 }
            parts.append(part)
        }
        parts.removeAll { missingParts.contains($0.0) }
        return PackedFiles(parts)
    }

    private var styleSheet: String {
        let own = formats.map { #"<numFmt numFmtId="\#($0.number)" formatCode="\#($0.code)"/>"# }.joined()
        let cells = styles.map { #"<xf numFmtId="\#($0)"/>"# }.joined()
        return """
            <styleSheet xmlns="\(Self.main)"><numFmts>\(own)</numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs>\
            <cellXfs>\(cells)</cellXfs></styleSheet>
            """
    }

    func bytes() throws -> [UInt8] { try files.bytes() }
}
