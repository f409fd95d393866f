import Diagnostics
import Scheduling
import WorkTime

/// Measures working time on the calendars of a file, which is needed only where work is interrupted.
struct GapClock {
    private let library: CalendarLibrary
    private var unions: [[String]: WorkCalendar] = [:]
    /// How many teams with calendars of their own are measured, and of how many calendars each.
    private static let mostUnions = 1_024
    private static let largestUnion = 256

    init(_ definitions: [Located<CalendarDefinition>]) { library = CalendarLibrary(definitions.map(\.value)) }

    /// The calendar on which any of several work; `nil` when it is unknown.
    mutating func calendar(ofAny ids: [String]) -> WorkCalendar? {
        if let known = unions[ids] { return known }
        guard var union = ids.first.flatMap({ library[$0] }), unions.count < Self.mostUnions,
            ids.count <= Self.largestUnion
        else { return nil }
        for other in ids.dropFirst().compactMap({ library[$0] }) { union = union.union(other) }
        unions[ids] = union
        return union
    }
}
