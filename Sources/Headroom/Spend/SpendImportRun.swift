import Diagnostics
import Interchange
import MediaSpend
import Parallel
import Reports
import Store

/// Files on their way into a workspace: all of them are stored, or none.
struct SpendImportRun {
    private(set) var lines: [SpendImportPaper.Line] = []
    /// The number of each line's delivery; `nil` where it is not stored.
    private(set) var numbers: [DeliveryID?] = []
    private(set) var findings: [Finding] = []
    private let workers: Workers

    var isBlocked: Bool { lines.contains { $0.fate == .blocked } }

    /// - Throws: a `Rejection` with everything that is wrong with any of the files; ``StoreFailure``, `SpendFileFault`.
    init(
        _ files: [(path: String, reader: MonthFileReader)], _ gate: SpendGate, into workspace: Workspace,
        on workers: Workers
    ) throws {
        self.workers = workers
        do {
            try workspace.storing { session in try storeAll(files, gate, session) }
        } catch is BlockedImport {
            lines = lines.map { line in
                line.fate == .stored
                    ? SpendImportPaper.Line(line.delivery, .notStored, quality: line.quality) : line
            }
            numbers = zip(lines, numbers).map { $0.fate == .alreadyStored ? $1 : nil }
        }
    }

    /// Thrown to leave a transaction in which a file was blocked.
    private struct BlockedImport: Error {}

    /// Every file is read to its end, so that all that is wrong is said at once.
    private mutating func storeAll(
        _ files: [(path: String, reader: MonthFileReader)], _ gate: SpendGate, _ session: StoringSession
    ) throws {
        var faults = FindingList()
        for (path, reader) in files {
            do {
                try store(path, reader, gate, session)
            } catch let rejection as Rejection {
                faults.report(contentsOf: rejection.findings)
            } catch is BlockedImport {
                continue
            }
        }
        guard !faults.hasErrors else {
            throw Rejection(findings: FindingList(findings).inReadingOrder + faults.inReadingOrder)
        }
        if isBlocked { throw BlockedImport() }
    }

    private mutating func store(
        _ path: String, _ reader: MonthFileReader, _ gate: SpendGate, _ session: StoringSession
    ) throws {
        var file = try IncomingFile(reader.layout, session.history(of: reader.layout.name), gate)
        var report = QualityReport([])
        var comparison: DeliveryComparison?
        var read: MonthFileReading?
        do {
            let result = try session.store(
                from: reader.layout.name,
                reading: { writer in
                    let reading = try reader.read(path, into: writer, on: workers) { file.update(with: $0) }
                    read = reading
                    return (reading.delivery, reading.vocabulary)
                },
                checking: { delivery, names in
                    guard let read else { preconditionFailure("“\(path)” is judged before it was read") }
                    let judged = try file.report(read, names)
                    report = judged.report
                    guard report.blocking.isEmpty else { throw BlockedImport() }
                    comparison = try file.comparison(delivery, names)
                    return (DeliveryQuality(report, columns: read.columns), judged.figures)
                })
            add(read, result.delivery.delivery, result.isNew ? .stored : .alreadyStored, report, comparison)
            if result.isNew { findings += file.findings }
            numbers.append(result.delivery.id)
        } catch let blocked as BlockedImport {
            if let read { add(read, read.delivery, .blocked, report, nil) }
            numbers.append(nil)
            throw blocked
        }
    }

    private mutating func add(
        _ read: MonthFileReading?, _ delivery: Delivery, _ fate: SpendImportPaper.Fate, _ report: QualityReport,
        _ comparison: DeliveryComparison?
    ) {
        lines.append(SpendImportPaper.Line(delivery, fate, quality: report, comparison: comparison))
        findings += (read?.findings ?? []).map(report.weighed) + report.findings(on: delivery)
    }
}
