import ArgumentParser
import Headroom

struct PlanCheck: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check", abstract: "Schedule health: the DCMA 14 points, and the rules of the trade.",
        discussion: "With --strict, the exit status is 1 when any point fails.")

    @Argument(help: "The plan; - for standard input.")
    var file: String

    @Flag(help: "Count finished work among the activities and links of the points too.")
    var countFinished = false

    @OptionGroup var kind: PlanFormatOption
    @OptionGroup var options: CommonOptions

    func run() throws {
        try options.deliver {
            try Answer.planCheck(of: InputFile(reading: file), as: kind.format, countingFinished: countFinished)
        }
    }
}
