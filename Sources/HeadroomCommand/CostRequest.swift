import ArgumentParser
import Headroom

struct CostRequestCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "request",
        abstract: "Ask the client before a job passes what was approved, and keep what was answered.",
        discussion: """
            Drafts the letter, ready to send, and keeps what it asks for; the same letter again, as in another language, changes nothing. With --answer it keeps the answer instead. An \
            approval does not change the estimate: make the change order, the next version.
            """)

    @OptionGroup var subject: JobOptions
    @OptionGroup var forecast: JobForecastOptions

    @Option(
        help: ArgumentHelp(
            "What is asked for, or granted. Default: what the forecast passes the approved cost by; all that was asked for.",
            valueName: "amount"))
    var amount: String?

    @Option(
        help: ArgumentHelp("What was answered: approved, declined or withdrawn.", valueName: "answer"), transform: kind)
    var answer: KeptRequest.Kind?

    @Option(help: ArgumentHelp("Which request was answered. Default: the last one.", valueName: "n"))
    var number: Int?

    @Option(help: ArgumentHelp("Who answered.", valueName: "name"), transform: CommandDates.name)
    var by: String?

    @OptionGroup var options: CommonOptions

    func validate() throws {
        if answer != nil, by == nil { throw ValidationError("say who answered:  --by NAME") }
        if answer == nil, by != nil || number != nil {
            throw ValidationError("--by and --number belong to an answer:  --answer approved")
        }
    }

    func run() throws {
        try options.deliver {
            if let answer, let by {
                return try Answer.costRequestAnswer(
                    answer, to: number, of: JobID(subject.job), amount: amount, on: subject.on, by: by,
                    in: subject.store.path)
            }
            return try Answer.costRequest(of: forecast.completing(subject.question()), amount: amount)
        }
    }

    private static func kind(_ text: String) throws -> KeptRequest.Kind {
        guard let kind = KeptRequest.Kind(rawValue: text) else {
            let nearest = nearestName(to: text, among: KeptRequest.Kind.allCases.map(\.rawValue))
            throw ValidationError(
                "“\(text)” is not an answer; use approved, declined or withdrawn"
                    + (nearest.map { " (did you mean \($0)?)" } ?? ""))
        }
        return kind
    }
}
