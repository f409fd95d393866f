import ArgumentParser
import Headroom

struct PlanStatus: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "status",
        abstract: "The weekly status report: done, under way, late, next, decisions needed, headroom.",
        discussion: "With --strict, the exit status is 1 when a promise is missed.")

    @Argument(help: "The plan; - for standard input.")
    var file: String

    @Option(
        help: ArgumentHelp("Up to when progress is known, instead of the plan's date.", valueName: "date"),
        transform: PlanStatus.date)
    var dataDate: StatedInstant?

    @OptionGroup var kind: PlanFormatOption
    @OptionGroup var options: CommonOptions

    func run() throws {
        try options.deliver {
            try Answer.planStatus(of: InputFile(reading: file), as: kind.format, dataDate: dataDate)
        }
    }

    private static func date(_ text: String) throws -> StatedInstant {
        guard let date = StatedInstant(text) else {
            throw ValidationError("“\(text)” is not a date; write 2026-03-06, or with a time 2026-03-06T18:00")
        }
        return date
    }
}
