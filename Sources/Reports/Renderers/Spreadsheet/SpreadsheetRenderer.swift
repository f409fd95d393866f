import FoundationEssentials

/// A workbook: a first sheet with the paper's words, a sheet for each table with typed cells, and a sheet with a native
/// chart for each line, bar and share chart. A timetable's bars stay in the page; its table is a sheet.
///
/// The same report gives the same bytes: the workbook's dates are fixed.
public struct SpreadsheetRenderer: Renderer {
    public init() {}

    /// - Throws: when no temporary file can be written, or a table has more rows than a sheet holds.
    public func render(_ report: Report) throws(RenderingFailure) -> Rendering {
        do {
            return Rendering([.init(part: nil, fileExtension: "xlsx", bytes: try Self.bytes(of: report))])
        } catch let failure as RenderingFailure {
            throw failure
        } catch {
            throw RenderingFailure("the spreadsheet", cause: "\(error)")
        }
    }

    /// The library writes to a path only, so the workbook passes through a folder of its own.
    private static func bytes(of report: Report) throws -> [UInt8] {
        let files = FileManager.default
        let folder = files.temporaryDirectory.appendingPathComponent("headroom-\(UUID().uuidString)")
        try files.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? files.removeItem(at: folder) }
        let path = folder.appendingPathComponent("report.xlsx").path
        let workbook = try Workbook(path: path, temporaryFolder: folder.path)
        try SpreadsheetPages(report, workbook).write()
        try workbook.close()
        return Array(try Data(contentsOf: URL(fileURLWithPath: path)))
    }
}

extension Renderer where Self == SpreadsheetRenderer {
    public static var xlsx: Self { SpreadsheetRenderer() }
}
