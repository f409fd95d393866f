import Diagnostics
import Scheduling
import WorkTime

/// A plan drawn in a few lines of text, one activity a line:
/// `concept 4d on studio after brief FS+1d, kickoff by 2026-03-20 from 2026-03-02`.
///
/// `by` is a deadline, `from` a start no earlier than, `on` a calendar; a duration of `0d` is a milestone.
struct PlanSketch {
    var draft: PlanDraft

    init(_ text: String, start: String = "2026-01-05", finishBy: String? = nil, calendar: String? = nil) throws {
        draft = PlanDraft(
            name: Located("Sketch"), start: StatedInstant(start).map { Located($0) },
            finishBy: finishBy.flatMap { StatedInstant($0) }.map { Located($0) }, calendar: calendar.map { Located($0) }
        )
        for (number, line) in text.split(separator: "\n").enumerated() {
            draft.activities.append(try Self.activity(String(line), line: number + 1))
        }
    }

    private static func activity(_ text: String, line: Int) throws -> ActivityDraft {
        let place = SourcePlace(file: "sketch", line: line, column: 1)
        let words = text.split(separator: " ").map(String.init)
        var activity = ActivityDraft(id: Located(ActivityID(words[0]), at: place))
        let duration = try PlannedDuration(words[1])
        activity.isMilestone = duration.thousandths == 0
        activity.duration = Located(duration, at: place)
        for (keyword, value) in clauses(words.dropFirst(2)) {
            switch keyword {
            case "after":
                activity.predecessors = try value.split(separator: ",").map {
                    Located(try LinkDraft(String($0)), at: place)
                }
            case "on": activity.calendar = Located(value, at: place)
            case "by": activity.deadline = StatedInstant(value).map { Located($0, at: place) }
            case "from":
                activity.constraints = StatedInstant(value).map { [Located(.startNoEarlierThan($0), at: place)] } ?? []
            default: preconditionFailure("no clause “\(keyword)” in “\(text)”")
            }
        }
        return activity
    }

    private static func clauses(_ words: ArraySlice<String>) -> [(String, String)] {
        var clauses: [(String, [String])] = []
        for word in words {
            if ["after", "on", "by", "from"].contains(word) {
                clauses.append((word, []))
            } else {
                clauses[clauses.count - 1].1.append(word)
            }
        }
        return clauses.map { ($0.0, $0.1.joined(separator: " ")) }
    }

    /// The checked project; calendars beside the plain five-day week are given as definitions.
    func project(calendars: [CalendarDefinition] = []) throws -> Project {
        try Project(checking: draft, calendars: CalendarLibrary(calendars))
    }

    func schedule(calendars: [CalendarDefinition] = []) throws -> Schedule {
        try project(calendars: calendars).schedule()
    }

    /// The ids of all findings of a draft that must be rejected.
    func faults(calendars: [CalendarDefinition] = []) throws -> [Finding] {
        do {
            _ = try project(calendars: calendars)
            return []
        } catch let rejection as Rejection {
            return rejection.findings
        }
    }
}
