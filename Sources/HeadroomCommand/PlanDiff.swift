import ArgumentParser
import Headroom

struct PlanDiff: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "diff", abstract: "What moved between two plans, by how much, and why.",
        discussion: """
            Activities are matched by id. Each move has one main reason and the activity where its chain begins. With --strict, \
            the exit status is 1 when the project finishes later or a promise has less headroom.
            """)

    @Argument(help: "The old plan; with --baseline the only one.")
    var old: String

    @Argument(help: "The new plan.")
    var new: String?

    @Flag(help: "Compare one plan with the timetable that was accepted, else with the baseline that its file keeps.")
    var baseline = false

    @OptionGroup var kind: PlanFormatOption
    @OptionGroup var store: StoreOption
    @OptionGroup var options: CommonOptions

    func validate() throws {
        if baseline, new != nil {
            throw ValidationError("--baseline compares one plan with its own baseline; name one file, or leave it out")
        }
        if !baseline, new == nil { throw ValidationError("name two plans, OLD and NEW, or use --baseline with one") }
    }

    func run() throws {
        try options.deliver {
            guard let new else {
                return try Answer.baselineDiff(of: InputFile(reading: old), as: kind.format, in: store.path)
            }
            return try Answer.planDiff(from: InputFile(reading: old), to: InputFile(reading: new), as: kind.format)
        }
    }
}
