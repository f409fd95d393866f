import ArgumentParser
import Headroom

struct CostEstimateCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "estimate",
        abstract: "The estimate of a job: what it costs, what the client is asked for, what changed.",
        discussion: """
            A YAML file, a CSV table of lines, or an Excel workbook. It is compared with the version before that the workspace knows; with \
            --propose it is kept as a version of its own.
            """)

    @Argument(help: "The estimate; - for standard input.")
    var file: String

    @Flag(help: "Keep it in the workspace as a version that is proposed.")
    var propose = false

    @Option(help: ArgumentHelp("When it is proposed.", valueName: "date"), transform: CommandDates.day)
    var on: CivilDay?

    @Option(help: ArgumentHelp("Who proposes it.", valueName: "name"), transform: CommandDates.name)
    var by: String?

    @OptionGroup var store: StoreOption
    @OptionGroup var options: CommonOptions

    func validate() throws {
        if propose, on == nil || by == nil { throw ValidationError("--propose needs  --on DATE  and  --by NAME") }
        if !propose, on != nil || by != nil { throw ValidationError("--on and --by go with --propose") }
    }

    func run() throws {
        try options.deliver {
            let input = try InputFile(reading: file)
            guard propose, let on, let by else { return try Answer.costEstimate(of: input, in: store.path) }
            return try Answer.costProposal(of: input, on: on, by: by, in: store.path)
        }
    }
}
