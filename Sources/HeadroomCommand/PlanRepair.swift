import ArgumentParser
import Headroom

struct PlanRepair: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "repair",
        abstract:
            "After a slip: the plan that meets its promises with the commitments moved that cost least, and what else would help.",
        discussion: """
            Commitments are the activities with “committed” and the moments on air of vehicles. With --strict, the exit status \
            is 1 when a promise cannot be met or a commitment moves.
            """)

    @Argument(help: "The plan as it stands, with its progress; - for standard input.")
    var file: String

    @Option(
        help: ArgumentHelp(
            """
            The plan that was agreed: its dates are those that were told. Without it, the timetable that was accepted, else \
            the baseline that the file keeps.
            """,
            valueName: "old"))
    var baseline: String?

    @OptionGroup var kind: PlanFormatOption
    @OptionGroup var store: StoreOption
    @OptionGroup var options: CommonOptions

    func run() throws {
        try options.deliver {
            let input = try InputFile(reading: file)
            guard let baseline else { return try Answer.planRepair(of: input, as: kind.format, in: store.path) }
            return try Answer.planRepair(
                of: input, against: InputFile(reading: baseline), as: kind.format, in: store.path)
        }
    }
}
