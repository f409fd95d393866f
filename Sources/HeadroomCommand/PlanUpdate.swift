import ArgumentParser
import Headroom

struct PlanUpdate: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "update",
        abstract: "Take in what has happened, keep it, and answer with the status report.",
        discussion: """
            From a file, YAML or CSV, or said here: --finished brief=2026-01-06. An update of a day before the last one, the \
            same one twice, or one about what the plan does not have is refused, and nothing is kept.
            """)

    @Argument(help: "The plan; - for standard input.")
    var file: String

    @Argument(
        help: "What has happened: YAML, or CSV with the columns id, started, finished, remaining, complete, rounds.")
    var news: String?

    @Option(
        help: ArgumentHelp("Up to when it tells, instead of the date of the file.", valueName: "date"),
        transform: CommandDates.instant)
    var on: StatedInstant?

    @Option(help: ArgumentHelp("An activity has begun.", valueName: "id=date"), transform: SaidOfActivity.date)
    var started: [SaidOfActivity<StatedInstant>] = []

    @Option(
        help: ArgumentHelp("An activity is finished, an approval given.", valueName: "id=date"),
        transform: SaidOfActivity.date)
    var finished: [SaidOfActivity<StatedInstant>] = []

    @Option(help: ArgumentHelp("So much work is left.", valueName: "id=2d"), transform: SaidOfActivity.length)
    var remaining: [SaidOfActivity<PlannedDuration>] = []

    @Option(
        help: ArgumentHelp("An approval takes so many rounds by now.", valueName: "id=3"),
        transform: SaidOfActivity.count)
    var rounds: [SaidOfActivity<Int>] = []

    @Flag(help: "Take back the last update instead, and answer with what is still remembered.")
    var withdraw = false

    @OptionGroup var kind: PlanFormatOption
    @OptionGroup var store: StoreOption
    @OptionGroup var options: CommonOptions

    func validate() throws {
        if withdraw {
            guard news == nil, on == nil, started.isEmpty, finished.isEmpty, remaining.isEmpty, rounds.isEmpty else {
                throw ValidationError("--withdraw takes back the last update and says nothing new; leave the rest out")
            }
            return
        }
        for said in [started.map(\.id), finished.map(\.id), remaining.map(\.id), rounds.map(\.id)] {
            guard Set(said).count == said.count else {
                throw ValidationError("the same is said twice of one activity; say it once")
            }
        }
        guard news != nil || on != nil else {
            throw ValidationError("give a file with what has happened, or say it here with --on DATE")
        }
        guard file != "-" || news != "-" else { throw ValidationError("standard input can only be read once") }
    }

    func run() throws {
        try options.deliver {
            if withdraw {
                return try Answer.planWithdrawal(of: InputFile(reading: file), as: kind.format, in: store.path)
            }
            return try Answer.planUpdate(
                of: InputFile(reading: file), as: kind.format, with: reported(), in: store.path)
        }
    }

    private func reported() throws -> ReportedProgress {
        var reported = ReportedProgress(file: try news.map { try InputFile(reading: $0) }, date: on)
        for said in started { reported.add(ProgressDraft(actualStart: Located(said.value)), of: said.id) }
        for said in finished { reported.add(ProgressDraft(actualFinish: Located(said.value)), of: said.id) }
        for said in remaining { reported.add(ProgressDraft(remaining: Located(said.value)), of: said.id) }
        reported.rounds = rounds.map { ($0.id, $0.value) }
        return reported
    }
}
