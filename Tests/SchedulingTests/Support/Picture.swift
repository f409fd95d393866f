import Scheduling
import WorkTime

extension Schedule {
    /// The early dates as text, one line an activity, one column a working day (or `unit` minutes) of the project's
    /// calendar: `#` at work, `!` a milestone.
    func picture(unit: Int? = nil) -> String {
        let unit = unit ?? project.minutesPerDay.count
        let origin = project.calendar.position(of: project.start).count
        let width = (activities.map(\.id.rawValue.count).max() ?? 0) + 2
        return activities.map { activity in
            let first = project.calendar.position(of: activity.earlyStart).count - origin
            let last = project.calendar.position(of: activity.earlyFinish).count - origin
            let bar =
                last == first
                ? String(repeating: ".", count: first / unit) + "!"
                : String(repeating: ".", count: first / unit)
                    + String(repeating: "#", count: (last + unit - 1) / unit - first / unit)
            let name = activity.id.rawValue
            return name + String(repeating: " ", count: width - name.count) + bar
        }.joined(separator: "\n")
    }
}
