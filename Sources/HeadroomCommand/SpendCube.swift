import ArgumentParser
import Headroom

struct SpendCubeCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "cube", abstract: "Spend added up by any columns, as CSV for other programs.")

    @Argument(help: "Month files; without any, the workspace is added up.")
    var inputs: [String] = []

    @Option(
        help: ArgumentHelp(
            "What to add up by, in this order: \(SpendColumn.allCases.map(\.rawValue).joined(separator: ", ")).",
            valueName: "columns"), transform: { try words($0, of: SpendColumn.self) })
    var by: [SpendColumn]

    @Option(
        help: ArgumentHelp("What to add up: rows, insertions, spend, net.", valueName: "measures"),
        transform: { try words($0, of: SpendMeasure.self) })
    var measures: [SpendMeasure] = [.insertions, .spend]

    @Option(
        name: .customLong("where"),
        help: ArgumentHelp(
            "Count only rows of this name, such as brand=Ales; may be repeated, for more names or more columns.",
            valueName: "column=name"))
    var conditions: [String] = []

    @Option(name: .shortAndLong, help: ArgumentHelp("Write it here instead of standard output.", valueName: "file"))
    var output: String?

    @Option(help: ArgumentHelp("How the files are to be read; see spend import.", valueName: "name"))
    var layout: String?

    @Option(help: "The year of the files, where they state months only and their names do not tell.")
    var year: Int?

    @Option(help: ArgumentHelp("The layout of the data, where the workspace holds several.", valueName: "name"))
    var source: String?

    @Option(
        help: ArgumentHelp(
            """
            How much memory cells may take, such as 500MB (default: 2GB); beyond it they wait in a file in TMPDIR or \
            /var/tmp. The answer is the same with any.
            """, valueName: "size"), transform: CubeMemory.parsed)
    var memory: CubeMemory?

    @OptionGroup var threads: ThreadsOption
    @OptionGroup var refining: RefinementOptions
    @OptionGroup var spark: SparkEngineOptions
    @OptionGroup var published: AsOfOption
    @OptionGroup var store: StoreOption
    @OptionGroup var screen: ScreenOptions

    func validate() throws {
        _ = try filter()
        try refining.check(by, measures)
        guard inputs.isEmpty || published.asOf == nil else {
            throw ValidationError("--as-of speaks of the workspace; leave out the files")
        }
        guard memory == nil || spark.engine == .embedded else {
            throw ValidationError(
                "Spark has memory of its own; use --spark-conf spark.executor.memory=2g, not --memory")
        }
        guard spark.engine == .spark, inputs.isEmpty || inputs.contains("-") else { return }
        throw ValidationError("Spark adds up files that it can read: name them")
    }

    func run() throws {
        try screen.reportingFaults { refining.isAsked ? try writeRefined() : try writePlain() }
    }

    private func writePlain() throws {
        let cube = try addedUp(by: by.compactMap(\.dimension))
        let measures = measures.compactMap { SpendCube.Measure(rawValue: $0.rawValue) }
        screen.print(cube.findings)
        guard let output else {
            return try cube.write(measures, on: threads.workers) { try Terminal.printOutput(bytes: $0) }
        }
        try cube.write(measures, to: output, on: threads.workers)
    }

    private func writeRefined() throws {
        let (refinement, findings) = try Refinement.reading(
            by: by, taxonomy: refining.taxonomy, factors: refining.factors)
        let cube = try RefinedCube(
            try addedUp(by: refinement.dimensions), by: refinement, findings: findings)
        screen.print(cube.findings)
        guard let output else { return try Terminal.printOutput(cube.csv(measures), terminator: "") }
        try cube.write(measures, to: output)
    }

    private func filter() throws -> CubeFilter { try Self.filter(conditions) }

    /// The columns that rows of data have.
    static var dimensionWords: String { SpendDimension.allCases.map(\.rawValue).joined(separator: ", ") }

    /// What conditions such as `brand=Ales` admit.
    static func filter(_ conditions: [String]) throws -> CubeFilter {
        try conditions.reduce(CubeFilter.all) { filter, condition in
            let parts = condition.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
            let dimension = SpendDimension(rawValue: parts[0])
            if parts.count == 2, dimension == nil {
                let all = SpendDimension.allCases.map(\.rawValue).joined(separator: ", ")
                throw ValidationError("“\(parts[0])” is no column; use \(all)")
            }
            guard parts.count == 2, let dimension, let narrowed = filter.admitting(parts[1], in: dimension) else {
                throw ValidationError("“\(condition)” is no condition; write a column and a name: brand=Ales")
            }
            return narrowed
        }
    }

    private func addedUp(by dimensions: [SpendDimension]) throws -> SpendCube {
        let filter = try filter()
        if inputs.isEmpty {
            return try SpendCube(
                store: store.path, source: source, by: dimensions, where: filter, asOf: published.delivery,
                within: memory ?? CubeMemory(), workers: threads.workers)
        }
        guard spark.engine == .spark else {
            return try SpendCube(
                adding: inputs, layout: layout, year: year, by: dimensions, where: filter,
                within: memory ?? CubeMemory(), workers: threads.workers)
        }
        var line = SparkProgressLine(isQuiet: screen.quiet)
        defer { line.end() }
        return try SpendCube(
            onSpark: spark.options(threads.workers), adding: inputs, layout: layout, year: year, by: dimensions,
            where: filter,
            environment: ProgramEnvironment.variables
        ) { line.show($0) }
    }

    /// A list such as `month,brand`, each word once; blanks may stand between them.
    static func words<Word: RawRepresentable<String> & CaseIterable & Hashable>(
        _ text: String, of _: Word.Type
    ) throws -> [Word] {
        let all = Word.allCases.map(\.rawValue).joined(separator: ", ")
        let words = try text.split { $0 == "," || $0 == " " }.map { word in
            guard let known = Word(rawValue: String(word)) else {
                throw ValidationError("“\(word)” is nothing to add up by here; use \(all)")
            }
            return known
        }
        guard Set(words).count == words.count else { throw ValidationError("“\(text)” names a column twice") }
        return words
    }
}
