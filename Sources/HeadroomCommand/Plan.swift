import ArgumentParser
import Headroom

struct Plan: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Timetables that can be kept: schedule a plan, begin a new one, check, compare or convert one.",
        subcommands: [PlanSchedule.self, PlanNew.self, PlanCheck.self, PlanDiff.self, PlanConvert.self],
        defaultSubcommand: PlanSchedule.self)
}

struct PlanSchedule: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "schedule",
        abstract: "Dates, floats, critical path, and headroom against each deadline (the default of the group).")

    @Argument(help: "The plan: YAML, a CSV list of activities, Microsoft Project XML, Primavera XER, or PSPLIB; - for standard input.")
    var file: String

    @OptionGroup var kind: PlanFormatOption
    @OptionGroup var options: CommonOptions

    func run() throws {
        try options.deliver { try Answer.timetable(of: InputFile(reading: file), as: kind.format) }
    }
}
