public import Diagnostics

/// A workbook of a spreadsheet program (`.xlsx`), its sheets read one by one.
///
/// Values are taken as they are stored: numbers digit for digit, dates by the format of their cell, formulas by the result
/// that was stored with them. Nothing is computed, nothing outside of the file is looked at.
///
/// ```swift
/// let (workbook, findings) = Workbook.reading(bytes, file: "estimate.xlsx")
/// let (sheet, more) = workbook?.sheet(named: "Lines")
/// ```
///
/// Findings: `spreadsheet.not-a-workbook`, `.old-format`, `.encrypted`, `.cut-short`, `.damaged`, `.missing-part`,
/// `.too-large`, `.document-type`, `.no-sheet`, `.unknown-sheet`, `.bad-reference`, `.order`, `.no-result`, `.covered-value`,
/// `.hidden-rows`, and those of ``XMLReader``.
///
/// - Source: ECMA-376-1 (SpreadsheetML), transitional and strict.
public struct Workbook: Sendable {
    public let file: String
    /// In the order of the tabs.
    public let sheets: [SheetName]
    let dateSystem: DateSystem
    /// Of each cell format in order.
    let styles: [NumberStyle]
    let sharedTexts: [String]
    let bytes: [UInt8]
    let limits: ZIPArchive.Limits

    /// A sheet by its name on the tab.
    public struct SheetName: Hashable, Sendable {
        public let name: String
        public let isHidden: Bool
        let part: String
    }

    /// Whether the bytes may be a workbook, of this kind or an older one: then they are nothing else that is read.
    public static func isWorkbook(_ bytes: [UInt8]) -> Bool {
        ZIPArchive.isZIP(bytes) || bytes.starts(with: [0xD0, 0xCF, 0x11, 0xE0])
    }

    /// The workbook; `nil` when it cannot be used, which the findings then say.
    public static func reading(_ bytes: [UInt8], file: String) -> (workbook: Workbook?, findings: [Finding]) {
        reading(bytes, file: file, limits: ZIPArchive.Limits())
    }

    static func reading(
        _ bytes: [UInt8], file: String, limits: ZIPArchive.Limits
    ) -> (workbook: Workbook?, findings: [Finding]) {
        do throws(WorkbookFault) {
            var parts = try WorkbookParts(bytes, file: file, limits: limits)
            var reader = WorkbookReader()
            try reader.read(&parts)
            guard !FindingList(reader.findings).hasErrors else { return (nil, reader.findings) }
            let workbook = Workbook(
                file: file, sheets: reader.sheets, dateSystem: reader.dateSystem, styles: reader.styles,
                sharedTexts: reader.sharedTexts, bytes: bytes, limits: limits)
            return (workbook, reader.findings)
        } catch {
            return (nil, [error.finding(at: SourcePlace(file: file, line: 1, column: 1))])
        }
    }
}

extension Workbook {
    /// The sheet of a name, upper and lower case alike; `nil` with a finding when there is none or it cannot be read.
    public func sheet(named name: String) -> (sheet: WorkbookSheet?, findings: [Finding]) {
        let wanted = name.trimmed.lowercased()
        if let found = sheets.first(where: { $0.name.trimmed.lowercased() == wanted }) { return sheet(found) }
        let nearest = nearestName(to: name, among: sheets.map(\.name))
        let names = sheets.map { "“\($0.name)”" }.joined(separator: ", ")
        let finding = Finding(
            "spreadsheet.unknown-sheet", .error, "the workbook has no sheet “\(name)”",
            advice: nearest.map { "did you mean “\($0)”?" } ?? "name one of: \(names)",
            at: SourcePlace(file: file, line: 1, column: 1))
        return (nil, [finding])
    }

    /// The cells of a sheet; `nil` when it cannot be read, which the findings then say.
    public func sheet(_ name: SheetName) -> (sheet: WorkbookSheet?, findings: [Finding]) {
        do throws(WorkbookFault) {
            var parts = try WorkbookParts(bytes, file: file, limits: limits)
            var reader = SheetReader(try parts.contents(of: name.part), name.name, of: self)
            let sheet = reader.sheet()
            return (FindingList(reader.findings).hasErrors ? nil : sheet, reader.findings)
        } catch {
            return (nil, [error.finding(at: SourcePlace(file: file, line: 1, column: 1))])
        }
    }
}
