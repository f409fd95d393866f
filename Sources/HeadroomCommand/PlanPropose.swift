import ArgumentParser
import Headroom

struct PlanPropose: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "propose",
        abstract: "Keep the timetable as it is proposed to the client.",
        discussion: "Nothing is kept when the plan has a fault, or when the same timetable was proposed before.")

    @Argument(help: "The plan; - for standard input.")
    var file: String

    @Option(help: ArgumentHelp("When it is proposed.", valueName: "date"), transform: PlanDates.day)
    var on: CivilDay

    @Option(help: ArgumentHelp("Who proposes it.", valueName: "name"), transform: PlanDates.name)
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

struct PlanAccept: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "accept",
        abstract: "Keep that the client has accepted a timetable: later plans are measured against it.",
        discussion: "Refused when the plan is no longer what was proposed; what is accepted is never changed.")

    @Argument(help: "The plan; - for standard input.")
    var file: String

    @Option(help: ArgumentHelp("When it was accepted.", valueName: "date"), transform: PlanDates.day)
    var on: CivilDay

    @Option(help: ArgumentHelp("Who of the client accepted it.", valueName: "name"), transform: PlanDates.name)
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

/// Dates and names on the command line.
enum PlanDates {
    static func day(_ text: String) throws -> CivilDay {
        guard let day = CivilDay(text) else { throw ValidationError("“\(text)” is not a day; write 2026-03-06") }
        return day
    }

    static func instant(_ text: String) throws -> StatedInstant {
        guard let date = StatedInstant(text) else {
            throw ValidationError("“\(text)” is not a date; write 2026-03-06, or with a time 2026-03-06T18:00")
        }
        return date
    }

    /// Somebody's name, which says who.
    static func name(_ text: String) throws -> String {
        guard text.contains(where: { !$0.isWhitespace }) else { throw ValidationError("a name is needed") }
        return text
    }
}
