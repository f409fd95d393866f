import ArgumentParser
import Headroom

struct CostForecastCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "forecast",
        abstract: "Indices, estimates at completion and headroom of a job from its status reports.",
        discussion: """
            A job of the workspace is forecast from its estimate and its books, as headroom cost status shows it; a series or a \
            folder from the reports that it holds.
            """)

    @Argument(help: ArgumentHelp("A job of the workspace, instead of a series or a folder.", valueName: "job"))
    var book: String?

    @Option(
        help: ArgumentHelp("The day at whose end the books of the job are looked at.", valueName: "date"),
        transform: CommandDates.day)
    var on: CivilDay?

    @Option(help: ArgumentHelp("The plan whose activities the lines of the job name.", valueName: "file"))
    var plan: String?

    @Option(
        help: ArgumentHelp(
            "The status series, period,status_date,pv,ev,ac: cumulative amounts, one period a line. Rows without ev and ac are the plan ahead.",
            valueName: "file"))
    var series: String?

    @Option(
        help: ArgumentHelp(
            "Jobs instead of a series: projects.csv, and for each job ID.csv, ID_pv_daily.csv and ID_tracking.csv.",
            valueName: "dir"))
    var folder: String?

    @Option(help: ArgumentHelp("The one job of the folder to forecast. Default: all.", valueName: "id"))
    var job: String?

    @Option(
        help: ArgumentHelp(
            """
            Finished jobs to learn ranges and probabilities from. Default with --folder: its other jobs; for a job of the \
            workspace: its closed jobs, of the same client and type if there are 8, else of type and size, else of type, \
            else all.
            """,
            valueName: "dir"))
    var reference: String?

    @Option(help: ArgumentHelp("The baseline, day_end,pv: planned value by day.", valueName: "file"))
    var baseline: String?

    @Option(
        help: ArgumentHelp(
            "The activities, period,activity_id,ev,ac; work done but hardly invoiced is then accrued.",
            valueName: "file"))
    var tracking: String?

    @Option(
        help: ArgumentHelp(
            "The activities as planned, baseline_start,baseline_end,budget: start, finish and budget of the job.",
            valueName: "file"))
    var activities: String?

    @Option(help: ArgumentHelp("The currency of all amounts, such as CNY.", valueName: "code"), transform: currency)
    var currency: Currency?

    @Option(help: ArgumentHelp("What the client approved, changes included. Default: the budget.", valueName: "amount"))
    var approved: String?

    @Option(
        help: ArgumentHelp(
            "The budget at completion. Default: the sum of the activities, or where the planned value ends.",
            valueName: "amount"))
    var budget: String?

    @Option(
        help: ArgumentHelp("The planned start, 2026-08-31 or 2026-08-31T08:00.", valueName: "date"), transform: date)
    var start: StatedInstant?

    @Option(
        help: ArgumentHelp("The planned finish, 2026-11-27 or 2026-11-27T17:00.", valueName: "date"), transform: date)
    var finish: StatedInstant?

    @OptionGroup var store: StoreOption
    @OptionGroup var options: CommonOptions

    func validate() throws {
        _ = try amount(approved, of: "--approved")
        _ = try amount(budget, of: "--budget")
        guard [series, folder, book].count(where: { $0 != nil }) == 1 else {
            throw ValidationError(
                "name a job of the workspace, a series, --series FILE, or a folder of jobs, --folder DIR")
        }
        guard (book == nil) == (on == nil), book != nil || plan == nil else {
            throw ValidationError("--on says the day for a job of the workspace, and --plan belongs to one, too")
        }
        guard folder != nil || job == nil else { throw ValidationError("--job chooses a job of a --folder") }
        let ofSeries = [
            baseline, tracking, activities, approved, budget, currency?.code, start.map { _ in "" },
            finish.map { _ in "" },
        ]
        guard series != nil || ofSeries.allSatisfy({ $0 == nil }) else {
            throw ValidationError(
                "a folder or a workspace states baselines, activities, budgets and dates itself; leave them out")
        }
    }

    func run() throws {
        if let book, let on {
            return try options.deliver {
                try Answer.jobForecast(
                    of: JobQuestion(
                        job: JobID(book), day: on, plan: try plan.map(InputFile.init(reading:)), reference: reference,
                        store: store.path))
            }
        }
        if let folder {
            return try options.deliver {
                try Answer.costForecast(
                    of: CostFolderRequest(folder: folder, job: job, reference: reference), workers: options.workers)
            }
        }
        guard let series else { return }
        let approved = try amount(approved, of: "--approved")
        let budget = try amount(budget, of: "--budget")
        try options.deliver {
            try Answer.costForecast(
                of: CostForecastRequest(
                    series: InputFile(reading: series), baseline: baseline.map(InputFile.init(reading:)),
                    tracking: tracking.map(InputFile.init(reading:)),
                    activities: activities.map(InputFile.init(reading:)), currency: currency, approved: approved,
                    budgetAtCompletion: budget, plannedStart: start?.asStart, plannedFinish: finish.map(endOf),
                    reference: reference))
        }
    }

    // MARK: Values

    /// A plain amount above zero.
    private func amount(_ text: String?, of option: String) throws -> Money? {
        guard let text else { return nil }
        do throws(AmountFault) {
            let amount = try Money(text, currency ?? .eur)
            if amount.minorUnits > 0 { return amount }
        } catch {
            throw ValidationError("\(option): “\(text)” \(error); \(error.advice)")
        }
        throw ValidationError("\(option): “\(text)” is not above zero")
    }

    /// A day alone is due by its end.
    private func endOf(_ finish: StatedInstant) -> CivilMinute {
        switch finish {
        case .day(let day): CivilMinute(day: day, minuteOfDay: 1_440)
        case .minute(let minute): minute
        }
    }

    static func currency(_ code: String) throws -> Currency {
        do throws(MonetaryFault) {
            return try Currency(code)
        } catch {
            let nearest = nearestName(to: code, among: Currency.known.map(\.code))
            throw ValidationError("\(error)" + (nearest.map { "; did you mean \($0)?" } ?? ""))
        }
    }

    private static func date(_ text: String) throws -> StatedInstant {
        guard let date = StatedInstant(text) else {
            throw ValidationError("“\(text)” is not a date; write 2026-08-31 or 2026-08-31T08:00")
        }
        return date
    }
}
