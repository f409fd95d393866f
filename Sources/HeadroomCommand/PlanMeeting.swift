import ArgumentParser
import Headroom

struct PlanMeeting: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "meeting", abstract: "The meeting report from short notes, and its actions in the plan.",
        discussion: """
            With --plan the owners of actions are lanes and people of the plan, and -o writes the plan with the actions in it, each \
            due by its date; everything else in the file stays as it is.
            """)

    @Argument(help: "The notes: title, date, who was there, points, decisions, actions; - for standard input.")
    var notes: String

    @Option(help: ArgumentHelp("The YAML plan that the actions belong to.", valueName: "file"))
    var plan: String?

    @Option(
        name: .shortAndLong, help: ArgumentHelp("Write the plan with the actions in it here.", valueName: "file"))
    var output: String?

    @Flag(help: "Replace the file if it is there.")
    var force = false

    @OptionGroup var options: CommonOptions

    func validate() throws {
        if output != nil, plan == nil {
            throw ValidationError("-o writes the plan with the actions; name it with --plan")
        }
        if notes == "-", plan == "-" { throw ValidationError("only one of the two files can be standard input") }
    }

    func run() throws {
        try options.deliver {
            let record = try MeetingRecord(
                reading: InputFile(reading: notes), plan: plan.map { try InputFile(reading: $0) },
                isPlanWanted: output != nil)
            if let output, let file = record.plan {
                try file.write(to: output, replacing: force)
                if !options.screen.quiet {
                    Terminal.printError(
                        "\(record.actionCount) \(record.actionCount == 1 ? "action" : "actions") added: \(output)")
                }
            }
            return record.answer
        }
    }
}
