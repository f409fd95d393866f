import Diagnostics
import Formats

/// A table that came by mail: CSV by commas, semicolons or tabs in UTF-8, UTF-16 or GB 18030, packed with gzip or not, or a
/// sheet of an Excel workbook.
struct TableFile {
    private let bytes: [UInt8]
    private let file: String
    private(set) var findings = FindingList()

    init(_ bytes: [UInt8], file: String) {
        self.file = file
        var findings = FindingList()
        let unpacked = Gzip.isGzip(bytes) ? Self.unpacked(bytes, file, &findings) : bytes
        self.bytes = Workbook.isWorkbook(unpacked) ? unpacked : Self.text(unpacked, file, &findings)
        self.findings = findings
    }

    /// Hands on the header and then each record that holds something.
    ///
    /// - Parameters:
    ///   - sheets: names of sheets that are looked for before the first that is shown.
    ///   - start: takes the header; reading ends where it gives `false`.
    /// - Returns: whether there was a header.
    mutating func read(sheets: [String], start: (CSVHeader) -> Bool, record: (any TableRecord) -> Void) -> Bool {
        guard !findings.hasErrors else { return false }
        return Workbook.isWorkbook(bytes)
            ? readWorkbook(sheets, start, record) : readText(start, record)
    }

    private mutating func readText(_ start: (CSVHeader) -> Bool, _ use: (any TableRecord) -> Void) -> Bool {
        var reader = CSVReader(bytes, file: file, delimiter: .guess(from: bytes))
        defer { findings.report(contentsOf: reader.findings) }
        guard let header = reader.next().map(CSVHeader.init) else { return false }
        guard start(header) else { return true }
        while let record = reader.next() {
            if (0..<record.count).contains(where: { !record.isEmpty($0) }) { use(record) }
        }
        return true
    }

    private mutating func readWorkbook(
        _ names: [String], _ start: (CSVHeader) -> Bool, _ use: (any TableRecord) -> Void
    ) -> Bool {
        let (workbook, found) = Workbook.reading(bytes, file: file)
        findings.report(contentsOf: found)
        guard let workbook else { return false }
        let named = workbook.sheets.first { names.contains($0.name.trimmed.lowercased()) }
        guard let name = named ?? workbook.sheets.first(where: { !$0.isHidden }) ?? workbook.sheets.first else {
            return false
        }
        let (sheet, faults) = workbook.sheet(name)
        findings.report(contentsOf: faults)
        guard let first = sheet?.rows.first else { return false }
        guard start(CSVHeader(first)) else { return true }
        for row in sheet?.rows.dropFirst() ?? [] { use(row) }
        return true
    }

    // MARK: Bytes

    private static func unpacked(_ packed: [UInt8], _ file: String, _ findings: inout FindingList) -> [UInt8] {
        var stream = GzipStream()
        var growth = GrowthLimit()
        var contents: [UInt8] = []
        var rest = packed
        growth.packed = packed.count
        do {
            while true {
                let piece = try [UInt8](unsafeUninitializedCapacity: 1 << 18) { room, count in
                    count = try stream.read(into: UnsafeMutableRawBufferPointer(room)) {
                        defer { rest = [] }
                        return rest
                    }
                }
                guard !piece.isEmpty else { return contents }
                guard growth.allows(piece.count) else {
                    findings.report(growth.finding(in: file))
                    return []
                }
                contents += piece
            }
        } catch let fault as Gzip.Fault {
            findings.report(fault.finding(in: file, read: packed.count))
        } catch {
            preconditionFailure("unpacking “\(file)” in memory: \(error)")
        }
        return []
    }

    /// The text in UTF-8; as it is where it is in no encoding that is known, which its reader then says.
    private static func text(_ bytes: [UInt8], _ file: String, _ findings: inout FindingList) -> [UInt8] {
        let encoding = CharacterEncoding.guess(bytes)
        guard [.gb18030, .utf16].contains(encoding) else { return bytes }
        let decoded = encoding.utf8(bytes)
        guard decoded.invalidCount == 0 else { return bytes }
        if encoding == .gb18030 {
            findings.report(
                Finding(
                    "text.read-as-gb18030", .note, "the file is not in UTF-8 and was read as GB18030",
                    advice: "look at its Chinese names; if they are wrong, save the file as UTF-8",
                    at: SourcePlace(file: file, line: 1, column: 1)))
        }
        return decoded.bytes
    }
}
