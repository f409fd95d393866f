import ArgumentParser
import Headroom

struct PlanHistory: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "history",
        abstract: "What was proposed, accepted and reported of a plan, and the headroom from update to update.")

    @Argument(help: "The plan; - for standard input.")
    var file: String

    @OptionGroup var kind: PlanFormatOption
    @OptionGroup var store: StoreOption
    @OptionGroup var options: CommonOptions

    func run() throws {
        try options.deliver {
            try Answer.planHistory(of: InputFile(reading: file), as: kind.format, in: store.path)
        }
    }
}
