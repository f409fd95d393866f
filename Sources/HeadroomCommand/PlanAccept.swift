import ArgumentParser
import Headroom

struct PlanAccept: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "accept",
        abstract: "Keep that the client has accepted a timetable: later plans are measured against it.",
        discussion: "Refused when the plan is no longer what was proposed; what is accepted is never changed.")

    @Argument(help: "The plan; - for standard input.")
    var file: String

    @Option(help: ArgumentHelp("When it was accepted.", valueName: "date"), transform: CommandDates.day)
    var on: CivilDay

    @Option(help: ArgumentHelp("Who of the client accepted it.", valueName: "name"), transform: CommandDates.name)
    var by: String

    @Option(help: ArgumentHelp("Which timetable, where it is not the last one proposed.", valueName: "n"))
    var number: Int?

    @OptionGroup var kind: PlanFormatOption
    @OptionGroup var store: StoreOption
    @OptionGroup var options: CommonOptions

    func run() throws {
        try options.deliver {
            try Answer.planAcceptance(
                of: InputFile(reading: file), as: kind.format, number: number, on: on, by: by, in: store.path)
        }
    }
}
