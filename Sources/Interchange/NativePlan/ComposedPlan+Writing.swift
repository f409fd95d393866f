import Diagnostics
import Formats
import Scheduling
import WorkTime
public import Workflow

extension NativePlan {
    /// Writes a composed plan as people write one by hand: what it is first, then the activities of each procedure under its
    /// name, one below the other, then the vehicles.
    ///
    /// Reading it gives the same plan.
    ///
    /// - Parameter startRemark: where the start comes from; `nil` for one that was asked for.
    public static func write(_ plan: ComposedPlan, startRemark: String? = nil) -> String {
        var writer = ComposedPlanWriter(plan)
        writer.write(startRemark)
        return writer.text
    }
}

private struct ComposedPlanWriter {
    /// As wide as the lines of an editor beside a list of files.
    private static let width = 128

    private let plan: ComposedPlan
    private(set) var text = ""

    init(_ plan: ComposedPlan) { self.plan = plan }

    private var draft: PlanDraft { plan.workflow.plan }
    private var instruction: JobInstruction { plan.instruction }

    mutating func write(_ startRemark: String?) {
        writeOpening()
        line("plan: \(YAMLScalar.text(instruction.name.written))")
        line("start: \(instruction.start)" + (startRemark.map { "             # \($0)" } ?? ""))
        if let promised = draft.finishBy?.value { line("finish-by: \(promised)") }
        if let calendar = draft.calendar?.value { line("calendar: \(YAMLScalar.text(calendar))") }
        if !plan.workflow.vehicles.isEmpty {
            let markets = instruction.markets.map {
                FlowText.Member(key: $0.id, value: .scalar($0.calendar))
            }
            line("markets: " + FlowText.group(markets).lines(from: 9, width: Self.width).joined(separator: "\n"))
        }
        writeCalendars()
        line("\nlanes:")
        for lane in draft.lanes.map(\.value) {
            line("  \(YAMLScalar.text(lane.id.rawValue)): \(lane.written)")
        }
        line("\nactivities:")
        writeActivities()
        writeVehicles()
    }

    private mutating func line(_ line: String) { text += line + "\n" }

    // MARK: What it is

    private mutating func writeOpening() {
        let procedures = Self.list(instruction.procedures.map { $0.name.primary.lowercased() })
        let markets = Self.list(instruction.markets.map(\.name.primary))
        let opening = """
            A \(instruction.size.rawValue) job (\(procedures)), from the client's instruction on \(instruction.start) to air on \
            \(instruction.onAir) in \(markets). Durations and rounds are usual ones for a job of this size: put in what you know better. \
            Each gate says who approves, how long an answer takes (at best, usually, at worst), how many rounds were agreed, and what is \
            revised before each further one; "headroom plan" says what one more would cost. Each brief says what it needs: add what is \
            there under "has".
            """
        writeComment(opening)
    }

    private mutating func writeComment(_ words: String) {
        var current = "#"
        for word in YAMLScalar.comment(words).split(separator: " ") {
            if current.columns + 1 + word.count > Self.width {
                line(current)
                current = "#"
            }
            current += " \(word)"
        }
        line(current)
    }

    private static func list(_ words: [String]) -> String {
        guard words.count > 1, let last = words.last else { return words.first ?? "" }
        return words.dropLast().joined(separator: ", ") + " and " + last
    }

    private mutating func writeCalendars() {
        let used = Set(draft.activities.compactMap { $0.details.calendar?.value })
        let calendars = draft.calendars.map(\.value).filter { used.contains($0.id) }
        guard !calendars.isEmpty else { return }
        line("\ncalendars:")
        for calendar in calendars {
            writeEntry(calendar.id, .group(calendar.members), column: calendar.id.columns + 4)
        }
    }

    // MARK: Activities

    private mutating func writeActivities() {
        let column = 4 + (draft.activities.map { YAMLScalar.text($0.id.value.rawValue).columns }.max() ?? 0)
        writeActivity(draft.activities[0], column: column)
        for section in plan.sections {
            line(
                "\n  # "
                    + YAMLScalar.comment(
                        [section.title.primary, section.title.chinese].compactMap(\.self).joined(separator: " ")))
            for activity in draft.activities[section.activities] { writeActivity(activity, column: column) }
        }
    }

    private mutating func writeActivity(_ activity: ActivityDraft, column: Int) {
        let id = activity.id.value
        let (gate, brief) = (plan.workflow.gates[id], plan.workflow.briefs[id])
        let members = activity.members(isGate: gate != nil) + [gate?.member, brief?.member].compactMap(\.self)
        let note = activity.note.map { FlowText.Member(key: "note", value: .scalar($0.written)) }
        writeEntry(id.rawValue, .group(members + [note].compactMap(\.self)), column: column)
    }

    /// An entry one level in, with its value beginning at a column.
    private mutating func writeEntry(_ id: String, _ value: FlowText, column: Int) {
        let key = "  \(YAMLScalar.text(id)):"
        let blanks = String(repeating: " ", count: max(1, column - key.columns))
        line(key + blanks + value.lines(from: column, width: Self.width).joined(separator: "\n"))
    }

    private mutating func writeVehicles() {
        let vehicles = plan.workflow.vehicles
        guard !vehicles.isEmpty else { return }
        line("")
        writeComment(
            """
            What each vehicle wants, and how long before it is on air: 5d counts days of work, 21ed days of the calendar. These \
            are usual times: where a rate card says otherwise, it goes before them.
            """)
        line("vehicles:")
        let column = 4 + (vehicles.map { YAMLScalar.text($0.id.value.rawValue).columns }.max() ?? 0)
        for vehicle in vehicles { writeEntry(vehicle.id.value.rawValue, .group(vehicle.members), column: column) }
    }
}
