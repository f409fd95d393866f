import ArgumentParser
import Headroom

struct SpendQueryCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "query", abstract: "Spend in a cut of one's own: rows, columns, and parts down or across.")

    @Option(
        help: ArgumentHelp("What makes a row: \(SpendCubeCommand.dimensionWords).", valueName: "columns"),
        transform: { try SpendCubeCommand.words($0, of: SpendDimension.self) })
    var by: [SpendDimension]

    @Option(
        help: ArgumentHelp("What makes a column, such as month.", valueName: "column"),
        transform: { try SpendCubeCommand.words($0, of: SpendDimension.self) })
    var across: [SpendDimension] = []

    @Option(help: ArgumentHelp("The first month, such as 2025-01.", valueName: "month"), transform: SpendReport.month)
    var from: CivilMonth?

    @Option(help: ArgumentHelp("The last month.", valueName: "month"), transform: SpendReport.month)
    var through: CivilMonth?

    @Option(
        name: .customLong("where"),
        help: ArgumentHelp(
            "Count only rows of this name, such as brand=Ales; may be repeated, for more names or more columns.",
            valueName: "column=name"))
    var conditions: [String] = []

    @Option(
        help: ArgumentHelp(
            "What stands in the cells: spend, down (per cent of the column) or across.", valueName: "what"),
        transform: shown)
    var show: CrossTablePaper.Measure = .spend

    @Option(
        help: ArgumentHelp("How many rows are listed before all others become one.", valueName: "n"),
        transform: number(in: 1...100_000))
    var top = 20

    @Option(help: ArgumentHelp("The layout of the data, where the workspace holds several.", valueName: "name"))
    var source: String?

    @OptionGroup var published: AsOfOption
    @OptionGroup var store: StoreOption
    @OptionGroup var options: CommonOptions

    func validate() throws {
        _ = try SpendCubeCommand.filter(conditions)
        guard !by.isEmpty else { throw ValidationError("--by needs a column; use \(SpendCubeCommand.dimensionWords)") }
        guard across.count <= 1 else { throw ValidationError("--across takes one column") }
        if let column = across.first, by.contains(column) {
            throw ValidationError("“\(column.rawValue)” cannot make rows and columns at once")
        }
        if show == .across, across.isEmpty { throw ValidationError("--show across needs --across") }
        if let from, let through, through < from { throw ValidationError("\(through) comes before \(from)") }
        guard (from == nil) == (through == nil) else { throw ValidationError("--from and --through go together") }
    }

    func run() throws {
        keepFreedMemory()
        try options.deliver {
            var filter = try SpendCubeCommand.filter(conditions)
            if let from, let through {
                let months = Set((0...from.distance(to: through)).map { from.advanced(by: $0) })
                filter.months = filter.months?.intersection(months) ?? months
            }
            let cut = SpendCut(
                rows: by, across: across.first, where: filter, limit: top, showing: show, source: source,
                asOf: published.delivery)
            return try Answer.spendQuery(cut, in: store.path, on: options.workers)
        }
    }

    private static func shown(_ text: String) throws -> CrossTablePaper.Measure {
        guard let shown = CrossTablePaper.Measure(rawValue: text) else {
            throw ValidationError("“\(text)” is nothing to show; use spend, down or across")
        }
        return shown
    }
}
