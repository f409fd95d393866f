import ArgumentParser
import Headroom

struct PlanPropose: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "propose",
        abstract: "Keep the timetable as it is proposed to the client.",
        discussion: "Nothing is kept when the plan has a fault, or when the same timetable was proposed before.")

    @Argument(help: "The plan; - for standard input.")
    var file: String

    @Option(help: ArgumentHelp("When it is proposed.", valueName: "date"), transform: CommandDates.day)
    var on: CivilDay

    @Option(help: ArgumentHelp("Who proposes it.", valueName: "name"), transform: CommandDates.name)
    var by: String?

    @OptionGroup var kind: PlanFormatOption
    @OptionGroup var store: StoreOption
    @OptionGroup var options: CommonOptions

    func run() throws {
        try options.deliver {
            try Answer.planProposal(
                of: InputFile(reading: file), as: kind.format, on: on, by: by, in: store.path)
        }
    }
}
