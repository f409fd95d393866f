import ArgumentParser
import Headroom

struct PlanStatus: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "status",
        abstract: "The weekly status report: warnings, done, under way, late, next, decisions needed, headroom.",
        discussion:
            "What the workspace remembers of the plan counts. With --strict, the exit status is 1 when a promise is missed."
    )

    @Argument(help: "The plan; - for standard input.")
    var file: String

    @Option(
        help: ArgumentHelp("Up to when progress is known, instead of the plan's date.", valueName: "date"),
        transform: CommandDates.instant)
    var dataDate: StatedInstant?

    @OptionGroup var kind: PlanFormatOption
    @OptionGroup var store: StoreOption
    @OptionGroup var options: CommonOptions

    func run() throws {
        try options.deliver {
            try Answer.planStatus(of: InputFile(reading: file), as: kind.format, dataDate: dataDate, in: store.path)
        }
    }
}
