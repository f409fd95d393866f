/// The keys of a calendar, in a file of its own or inside a plan.
enum CalendarKey: String, CaseIterable {
    /// Only in a file of its own; inside a plan the key before the colon is the id.
    case calendar
    case name
    case nameZh = "name-zh"
    case basedOn = "based-on"
    case hours
    case week
    case holidays
    case makeUpDays = "make-up-days"
    case hoursOn = "hours-on"
    case knownThrough = "known-through"

    /// Those that a calendar inside a plan may have.
    static let insidePlan = allCases.filter { $0 != .calendar }
}
