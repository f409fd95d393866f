import ArgumentParser
import Headroom

struct Plan: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Timetables that can be kept: schedule a plan, or begin a new one.",
        subcommands: [PlanSchedule.self, PlanNew.self], defaultSubcommand: PlanSchedule.self)
}

struct PlanSchedule: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "schedule",
        abstract: "Dates, floats, critical path, and headroom against each deadline (the default of the group).")

    @Argument(help: "The plan: YAML, a CSV list of activities, or PSPLIB; - for standard input.")
    var file: String

    @Option(
        name: .customLong("from"), help: "The kind of file when its content does not tell: yaml, csv, psplib.",
        transform: PlanSchedule.format)
    var format: PlanFormat?

    @OptionGroup var options: CommonOptions

    func run() throws {
        try options.deliver { try Answer.timetable(of: InputFile(reading: file), as: format) }
    }

    private static func format(_ text: String) throws -> PlanFormat {
        guard let format = PlanFormat(rawValue: text) else {
            throw ValidationError("“\(text)” is not a kind of plan file; use yaml, csv or psplib")
        }
        return format
    }
}
