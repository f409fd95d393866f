import Diagnostics
import Interchange
import Scheduling
import Seeds
import WorkTime
public import Workflow

/// The procedures that plans are composed of: those of the program, and those that a user puts in their place.
public struct ProcedureShelf: Sendable {
    private let readings: [(name: String, reading: ProcedureReading)]

    /// Those of the program alone.
    ///
    /// - Precondition: the seeds are sound; a test composes plans of each of them.
    public static let seeds = ProcedureShelf(
        readings: order.map { name in
            guard let seed = Seed.procedures.first(where: { $0.name == name }) else { preconditionFailure(name) }
            let reading = ProcedureFile.read(
                SourceText(String(decoding: seed.bytes, as: UTF8.self), file: seed.file))
            precondition(!reading.findings.hasErrors, "\(reading.findings.inReadingOrder)")
            return (name, reading)
        })

    /// The order in which plans list them: that of the work, each after those that lead to it.
    private static let order = ["general", "research", "creative", "media"]

    private init(readings: [(name: String, reading: ProcedureReading)]) { self.readings = readings }

    /// With the procedures of some files; one of a known name takes its place.
    ///
    /// - Throws: every fault of every file.
    public init(adding files: [InputFile]) throws(Rejection) {
        var readings = Self.seeds.readings
        var findings = FindingList()
        for file in files {
            let source = try file.text(findings: &findings)
            let reading = ProcedureFile.read(source)
            findings.report(contentsOf: reading.findings.inReadingOrder)
            guard let name = reading[.medium]?.id.value, !name.isEmpty else { continue }
            findings.report(contentsOf: Self.faults(of: reading))
            if let place = readings.firstIndex(where: { $0.name == name }) {
                readings[place].reading = reading
            } else {
                readings.append((name, reading))
            }
        }
        self.readings = readings
        findings.report(contentsOf: unknownJoins())
        try findings.throwIfErrors()
    }

    /// In the order in which plans list them.
    public var names: [String] { readings.map(\.name) }

    /// Those of some names for one size of job, in the order in which plans list them.
    public func procedures(_ names: Set<String>, for size: JobSize) -> [Procedure] {
        readings.filter { names.contains($0.name) }.compactMap { $0.reading[size] }
    }

    /// The file of a procedure of the program, to begin one of one's own from; `nil` for an unknown name.
    public static func text(of name: String) -> String? {
        Seed.procedures.first { $0.name == name }.map { String(decoding: $0.bytes, as: UTF8.self) }
    }

    // MARK: Faults

    /// What is wrong with the plans that a procedure alone comes to.
    private static func faults(of reading: ProcedureReading) -> [Finding] {
        var faults: [Finding] = []
        for size in JobSize.allCases {
            guard let procedure = reading[size] else { continue }
            let plan = JobInstruction(
                name: procedure.name, start: CivilDay(number: 0), onAir: CivilDay(number: 365), size: size,
                markets: Array(MarketBook.seeds.markets.prefix(1)), procedures: [procedure]
            ).plan()
            let expanded = plan.workflow.expanded(calendars: .seeds)
            do throws(Rejection) {
                _ = try Project(
                    checking: expanded.draft, calendars: .seeds, findings: FindingList(expanded.findings))
            } catch {
                faults += error.findings.filter { $0.severity == .error && !faults.contains($0) }
            }
        }
        return faults.map(reading.showing)
    }

    /// Joins of procedures that nobody knows: a slip of the pen would only ever be left out.
    private func unknownJoins() -> [Finding] {
        readings.flatMap { _, reading in
            (reading[.medium]?.steps ?? []).flatMap { step in
                step.joins.filter { !names.contains($0.procedure.value) }.map { join in
                    let name = join.procedure.value
                    return reading.showing(
                        Finding(
                            "procedure.unknown-procedure", .error,
                            "“\(step.activity.id.value)” joins “\(name)”, which is no procedure",
                            advice: nearestName(to: name, among: names).map { "did you mean “\($0)”?" }
                                ?? "use one of \(names.joined(separator: ", ")), or add its file",
                            at: join.procedure.place))
                }
            }
        }
    }
}

extension MarketBook {
    /// The markets of the program.
    ///
    /// - Precondition: the seed is sound; a test composes plans for each market.
    public static let seeds: MarketBook = {
        let source = SourceText(String(decoding: Seed.markets.bytes, as: UTF8.self), file: Seed.markets.file)
        let (book, findings) = MarketFile.read(source)
        precondition(!findings.hasErrors && !book.markets.isEmpty, "\(findings.inReadingOrder)")
        return book
    }()
}
