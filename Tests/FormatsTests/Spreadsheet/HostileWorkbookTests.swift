import Diagnostics
import Testing

@testable import Formats

/// Files that are no workbook, or want to be more than one.
@Suite("Hostile workbooks")
struct HostileWorkbookTests {
    /// What is found in the workbook and its first sheet.
    private func findings(_ bytes: [UInt8], limits: ZIPArchive.Limits = .init()) -> [FindingID] {
        let (book, findings) = Workbook.reading(bytes, file: "book.xlsx", limits: limits)
        let all = findings + (book.map { book in book.sheets.flatMap { book.sheet($0).findings } } ?? [])
        #expect(all.allSatisfy { !$0.message.hasSuffix(".") && !$0.advice.isEmpty && !$0.advice.hasSuffix(".") })
        return all.map(\.id)
    }

    private func findings(_ workbook: HandmadeWorkbook) throws -> [FindingID] { findings(try workbook.bytes()) }

    @Test("what is no workbook is said to be none")
    func otherFiles() throws {
        #expect(findings(Array("id,name\n1,a\n".utf8)) == ["spreadsheet.not-a-workbook"])
        #expect(findings([]) == ["spreadsheet.not-a-workbook"])
        #expect(findings(try PackedFiles([("a.txt", "a")]).bytes()) == ["spreadsheet.not-a-workbook"])
        let text = HandmadeWorkbook().files
        var document = text
        document.files[0].contents = Array(
            #"<R><Relationship Id="1" Type="x/officeDocument" Target="word/document.xml"/></R>"#.utf8)
        #expect(findings(try document.bytes()) == ["spreadsheet.not-a-workbook"])
        let open = PackedFiles([
            ("mimetype", "application/vnd.oasis.opendocument.spreadsheet"), ("content.xml", "<a/>"),
        ])
        #expect(findings(try open.bytes()) == ["spreadsheet.not-a-workbook"])
        document.files[0].contents = Array(
            #"<R><Relationship Id="1" Type="x/officeDocument" Target="xl/workbook.bin"/></R>"#.utf8)
        #expect(findings(try document.bytes()) == ["spreadsheet.old-format"])
    }

    @Test("old workbooks and locked ones are told apart")
    func compoundFiles() throws {
        let old: [UInt8] = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1] + [UInt8](repeating: 0, count: 2_000)
        #expect(findings(old) == ["spreadsheet.old-format"])
        #expect(findings(old + "EncryptedPackage".utf8.flatMap { [$0, 0] }) == ["spreadsheet.encrypted"])
        var locked = HandmadeWorkbook().files
        locked.password = "secret"
        #expect(findings(try locked.bytes()) == ["spreadsheet.encrypted"])
    }

    @Test("a workbook that is cut anywhere, or changed in any byte, is read or refused and never a trap")
    func damaged() throws {
        let whole = try HandmadeWorkbook(rows: "<row r=\"1\"><c r=\"A1\"><v>1</v></c></row>").bytes()
        #expect(findings(whole) == [])
        for length in 0..<whole.count {
            #expect(!findings(Array(whole[..<length])).isEmpty, "cut to \(length) bytes")
        }
        var mutations = Mutations(seed: 5)
        for _ in 0..<2_000 { _ = findings(mutations.change(whole, with: [0, 1, 0x50, 0x4B, 0x7F, 0xFF])) }
    }

    @Test("a file that unpacks to more than is allowed is not unpacked")
    func bomb() throws {
        var workbook = HandmadeWorkbook()
        workbook.sheet = String(repeating: " ", count: 4 << 20)
        let bytes = try workbook.bytes()
        #expect(bytes.count < 32 << 10)
        var limits = ZIPArchive.Limits()
        limits.free = 1 << 20
        #expect(findings(bytes, limits: limits) == ["spreadsheet.too-large"])
        limits.growth = 10_000
        #expect(findings(bytes, limits: limits) == [])
        limits.total = 2 << 20
        #expect(findings(bytes, limits: limits) == ["spreadsheet.too-large"])
    }

    @Test("parts that are missing are named; without formats and texts of its own a workbook is read")
    func missingParts() throws {
        var workbook = HandmadeWorkbook(rows: "<row><c><v>1</v></c></row>")
        workbook.missingParts = ["xl/styles.xml", "xl/sharedStrings.xml"]
        #expect(try findings(workbook) == [])
        workbook.missingParts = ["xl/worksheets/sheet1.xml"]
        #expect(try findings(workbook) == ["spreadsheet.missing-part"])
        workbook.missingParts = ["xl/workbook.xml"]
        #expect(try findings(workbook) == ["spreadsheet.missing-part"])
        workbook.missingParts = ["xl/_rels/workbook.xml.rels"]
        #expect(try findings(workbook) == ["spreadsheet.missing-part"])
        workbook.missingParts = ["_rels/.rels"]
        #expect(try findings(workbook) == ["spreadsheet.not-a-workbook"])
    }

    @Test("names that climb lead nowhere")
    func paths() throws {
        #expect(WorkbookParts.resolved("../../../etc/passwd", in: ["xl"]) == "etc/passwd")
        #expect(WorkbookParts.resolved("/xl/./worksheets/../styles.xml", in: ["xl"]) == "xl/styles.xml")
        var workbook = HandmadeWorkbook()
        workbook.otherParts = [
            (
                "xl/_rels/workbook.xml.rels",
                #"<R><Relationship Id="rId1" Type="x/worksheet" Target="../../../../etc/passwd"/></R>"#
            )
        ]
        #expect(try findings(workbook) == ["spreadsheet.missing-part"])
        workbook.otherParts = [
            (
                "xl/_rels/workbook.xml.rels",
                #"<R><Relationship Id="rId1" Type="x/worksheet" Target="http://e.org/a" TargetMode="External"/></R>"#
            )
        ]
        #expect(try findings(workbook) == ["spreadsheet.missing-part"])
    }

    @Test("a document type is refused in every part, and entities with it")
    func documentType() throws {
        for part in ["xl/workbook.xml", "xl/styles.xml", "xl/sharedStrings.xml", "xl/worksheets/sheet1.xml"] {
            var workbook = HandmadeWorkbook()
            workbook.otherParts = [(part, "<?xml version=\"1.0\"?><!DOCTYPE a [<!ENTITY b \"c\">]><a>&b;</a>")]
            #expect(try findings(workbook) == ["spreadsheet.document-type"], "\(part)")
        }
    }

    @Test("a sheet that speaks of cells which cannot be is refused; the size that it states is not looked at")
    func references() throws {
        var huge = HandmadeWorkbook()
        huge.sheet = "<dimension ref=\"A1:XFD1048576\"/><sheetData><row><c><v>1</v></c></row></sheetData>"
        #expect(try findings(huge) == [])
        for reference in ["A0", "XFE1", "A1048577", "1A", "A", "ZZZZZZZZZZZZ1", "A99999999999999999999", "B2"] {
            let rows = "<row r=\"1\"><c r=\"\(reference)\"><v>1</v></c></row>"
            #expect(try findings(HandmadeWorkbook(rows: rows)) == ["spreadsheet.bad-reference"], "\(reference)")
        }
        for row in ["0", "1048577", "-1", "x", "99999999999999999999"] {
            let rows = "<row r=\"\(row)\"><c><v>1</v></c></row>"
            #expect(try findings(HandmadeWorkbook(rows: rows)) == ["spreadsheet.bad-reference"], "\(row)")
        }
        let back = "<row r=\"2\"><c r=\"B2\"><v>1</v></c><c r=\"A2\"><v>1</v></c></row><row r=\"1\"/>"
        #expect(try findings(HandmadeWorkbook(rows: back)) == ["spreadsheet.order", "spreadsheet.order"])
    }

    @Test("cells whose value cannot be told are findings")
    func values() throws {
        let cells = [
            ("<c t=\"s\"><v>5</v></c>", "spreadsheet.damaged"), ("<c t=\"s\"><v>-1</v></c>", "spreadsheet.damaged"),
            ("<c><v>12abc</v></c>", "spreadsheet.damaged"), ("<c><v>NaN</v></c>", "spreadsheet.damaged"),
            ("<c><v>1E999</v></c>", "spreadsheet.damaged"),
            ("<c><v>1E-9223372036854775808</v></c>", "spreadsheet.damaged"),
            ("<c><f>1/3</f></c>", "spreadsheet.no-result"),
        ]
        for (cell, id) in cells {
            #expect(try findings(HandmadeWorkbook(rows: "<row>\(cell)</row>")) == [FindingID(rawValue: id)], "\(cell)")
        }
        #expect(try findings(HandmadeWorkbook(rows: "<row><c s=\"99\"><v>1</v></c></row>")) == [])
        #expect(try findings(HandmadeWorkbook(rows: "<row><c>")) == ["xml.malformed"])
    }

    @Test("merged ranges without number, one over another, are looked at once each")
    func merges() throws {
        var workbook = HandmadeWorkbook()
        let rows = (1...2_000).map { "<row r=\"\($0)\"><c r=\"B\($0)\"><v>1</v></c></row>" }
        let merges = String(repeating: "<mergeCell ref=\"A1:C1048576\"/>", count: 100_000)
        workbook.sheet = "<sheetData>\(rows.joined())</sheetData><mergeCells>\(merges)</mergeCells>"
        let start = ContinuousClock.now
        #expect(Set(try findings(workbook)) == ["spreadsheet.covered-value"])
        #expect(ContinuousClock.now - start < .seconds(10))
    }

    @Test("a workbook without sheets of cells is refused")
    func noSheet() throws {
        var workbook = HandmadeWorkbook()
        workbook.otherParts = [("xl/workbook.xml", "<workbook><sheets/></workbook>")]
        #expect(try findings(workbook) == ["spreadsheet.no-sheet"])
    }
}
