import ArgumentParser
import Headroom

/// What is asked for to compose a plan; of a template alone nothing is.
struct NewPlanAnswers: ParsableArguments {
    @Option(help: ArgumentHelp("When work may begin.", valueName: "date"), transform: CommandDates.day)
    var start: CivilDay?

    @Option(
        help: ArgumentHelp("The first day on air; with it a plan is composed.", valueName: "date"),
        transform: CommandDates.day)
    var onAir: CivilDay?

    @Option(
        help: ArgumentHelp(
            "The markets, the first with the calendar of the plan: \(Self.marketNames).", valueName: "ids"))
    var markets: String?

    @Option(help: ArgumentHelp("The kinds of vehicles: \(Self.vehicleNames).", valueName: "ids"))
    var vehicles: String?

    @Option(
        help: ArgumentHelp(
            "The procedures that a campaign joins: \(ProcedureShelf.seeds.names.joined(separator: ", ")), or yours.",
            valueName: "names"))
    var procedures: String?

    @Option(
        help: "The size of the job, by which durations and rounds go: small, medium or large.", transform: Self.size)
    var size: JobSize?

    @Option(
        help: ArgumentHelp(
            "What the plan is called, in Chinese behind a slash: \"Tea launch / 新茶上市\".", valueName: "text"),
        transform: CommandDates.name)
    var name: String?

    @Option(
        help: ArgumentHelp("Without --start, how long before the latest safe start: 10d.", valueName: "time"),
        transform: Self.time)
    var margin: PlannedDuration?

    @Option(
        name: .customLong("procedure-file"),
        help: ArgumentHelp("A procedure of your own, which takes the place of the one of its name.", valueName: "file"))
    var procedureFiles: [String] = []

    /// Whether anything was asked for.
    var areGiven: Bool { !given.isEmpty }

    private var given: [String] {
        [
            (start != nil, "--start"), (onAir != nil, "--on-air"), (markets != nil, "--markets"),
            (vehicles != nil, "--vehicles"), (procedures != nil, "--procedures"), (size != nil, "--size"),
            (name != nil, "--name"), (margin != nil, "--margin"), (!procedureFiles.isEmpty, "--procedure-file"),
        ].filter(\.0).map(\.1)
    }

    /// Whether the answers go together, and with the template.
    func check(for template: String) throws {
        guard let first = given.first else { return }
        guard let onAir else {
            throw ValidationError("\(first) needs the air date too: --on-air 2026-04-27")
        }
        if let start, onAir <= start {
            throw ValidationError("--on-air \(onAir) is not after --start \(start); check the two dates")
        }
        if start != nil, margin != nil {
            throw ValidationError("--margin says how early to begin without --start; leave one of them out")
        }
        if procedures != nil, template != NewPlanRequest.campaign {
            throw ValidationError("--procedures is for  plan new campaign;  \(template) is one procedure by itself")
        }
        for (option, list) in [("--markets", markets), ("--vehicles", vehicles), ("--procedures", procedures)] {
            if let list, Self.words(list).isEmpty { throw ValidationError("\(option) names nothing") }
        }
    }

    /// - Returns: `nil` when nothing was asked for.
    func request(for template: String) -> NewPlanRequest? {
        guard let onAir else { return nil }
        var request = NewPlanRequest(template: template, onAir: onAir)
        request.start = start
        request.name = name.map { BilingualName(parsing: $0) }
        request.procedures = procedures.map(Self.words)
        if let markets { request.markets = Self.words(markets) }
        if let vehicles { request.vehicleKinds = Self.words(vehicles) }
        if let size { request.size = size }
        if let margin { request.margin = margin }
        return request
    }

    // MARK: Reading

    private static let marketNames = MarketBook.seeds.markets.map(\.id).joined(separator: ", ")
    private static let vehicleNames = MarketBook.seeds.vehicleKinds.map(\.id).joined(separator: ", ")

    private static func words(_ list: String) -> [String] {
        list.split { ",，、".contains($0) || $0.isWhitespace }.map(String.init)
    }

    private static func size(_ text: String) throws -> JobSize {
        guard let size = JobSize(rawValue: text) else {
            throw ValidationError("“\(text)” is not a size of job; use small, medium or large")
        }
        return size
    }

    private static func time(_ text: String) throws -> PlannedDuration {
        guard let time = try? PlannedDuration(text), time.thousandths >= 0, time.unit != .percent, !time.isElapsed,
            time.minutes(on: .fiveDayWeek) <= 100 * 5 * 480
        else { throw ValidationError("“\(text)” is not a time of work up to 100 weeks; write it as 10d or 2w") }
        return time
    }
}
