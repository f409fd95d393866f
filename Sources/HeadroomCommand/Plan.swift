import ArgumentParser
import Headroom

struct Plan: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract:
            "Timetables that can be kept: schedule a plan, begin a new one, check, compare, repair or convert one.",
        subcommands: [
            PlanSchedule.self, PlanNew.self, PlanCheck.self, PlanPropose.self, PlanAccept.self, PlanUpdate.self,
            PlanStatus.self, PlanRepair.self, PlanMeeting.self, PlanHistory.self, PlanDiff.self, PlanConvert.self,
        ],
        defaultSubcommand: PlanSchedule.self)
}

struct PlanSchedule: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "schedule",
        abstract: "Dates, floats, critical path, and headroom against each deadline (the default of the group).")

    @Argument(
        help:
            "The plan: YAML, a CSV list of activities, Microsoft Project XML, Primavera XER, or PSPLIB; - for standard input."
    )
    var file: String

    @OptionGroup var kind: PlanFormatOption

    @Option(help: ArgumentHelp("Number the chains with the least float, so many at most.", valueName: "n"))
    var floatPaths: Int?

    @Option(help: ArgumentHelp("The activity that float paths lead to; the last one unless given.", valueName: "id"))
    var floatPathsTo: String?

    @Option(help: "What tells float paths apart: total or free.", transform: PlanSchedule.measure)
    var floatPathsBy: FloatPathMeasure = .totalFloat

    @Flag(help: "Draw the network: what waits for what.")
    var network = false

    @Option(
        name: .customLong("lane"),
        help: ArgumentHelp(
            "In a calendar (ics), the work, milestones and deadlines of this lane alone.", valueName: "id"))
    var lanes: [String] = []

    @Option(
        name: .customLong("who"),
        help: ArgumentHelp(
            "In a calendar (ics), the work, milestones and deadlines of this person alone.", valueName: "id"))
    var people: [String] = []

    @Option(
        help: ArgumentHelp(
            "Count the updates that this workspace remembers too; without it the file alone.", valueName: "file"))
    var store: String?

    /// Whom a timetable may be made for, beside ourselves.
    enum Reader: String, CaseIterable, ExpressibleByArgument {
        case client
    }

    @Option(
        name: .customLong("for"),
        help: ArgumentHelp(
            "client: only what is theirs: what we send, what they answer and when, what is promised.",
            valueName: "reader"))
    var reader: Reader?

    @OptionGroup var options: CommonOptions

    func validate() throws {
        if let floatPaths, floatPaths < 1 { throw ValidationError("--float-paths needs a number of 1 or more") }
        let showsOurs = floatPaths != nil || floatPathsTo != nil || network || !lanes.isEmpty || !people.isEmpty
        if reader != nil, showsOurs {
            throw ValidationError(
                "--for client leaves out our own work; leave out --float-paths, --network, --lane and --who with it")
        }
    }

    func run() throws {
        do {
            try options.deliver {
                if reader == .client {
                    return try Answer.clientTimetable(of: InputFile(reading: file), as: kind.format, in: store)
                }
                return try Answer.timetable(of: InputFile(reading: file), as: kind.format, request: request, in: store)
            }
        } catch let unknown as UnknownName {
            throw ValidationError("\(unknown)")
        }
    }

    private var request: TimetableRequest {
        var request = TimetableRequest()
        request.floatPaths = floatPaths ?? (floatPathsTo == nil ? nil : 10)
        request.floatPathTarget = floatPathsTo.map { ActivityID($0) }
        request.floatPathMeasure = floatPathsBy
        request.showsNetwork = network
        request.lanes = lanes.map { LaneID($0) }
        request.people = people
        return request
    }

    private static func measure(_ text: String) throws -> FloatPathMeasure {
        guard let measure = FloatPathMeasure(rawValue: text) else {
            throw ValidationError("“\(text)” does not tell float paths apart; use total or free")
        }
        return measure
    }
}
