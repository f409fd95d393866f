public import WorkTime

/// What keeps a promise from being met: work, links, and time off between them, one after another.
///
/// Each element begins where the one before it ends, so their elapsed minutes add up to the time from ``beginning`` to the
/// forecast exactly; and where all are counted on one calendar, their working minutes to its work between the two.
public struct CausalChain: Hashable, Sendable {
    public let elements: [Element]

    /// When the chain begins: what holds its first activity.
    public var beginning: CivilMinute { elements[0].from }
    public var end: CivilMinute { elements[elements.count - 1].to }

    /// A stretch of the chain. A lead goes back in time, and so does work of which only the finish is held and the start
    /// matters: their minutes are below zero.
    public struct Element: Hashable, Sendable {
        public let kind: Kind
        public let from: CivilMinute
        public let to: CivilMinute
        /// The id of the calendar that counts ``work``.
        public let calendar: String
        /// Working minutes; none in a gap.
        public let work: WorkMinutes

        /// Minutes by the clock, nights and days off included.
        public var elapsed: ElapsedMinutes { to - from }
    }

    public enum Kind: Hashable, Sendable {
        /// What the first activity cannot come before; takes no time.
        case hold(ActivityID, Hold)
        /// From the end of the activity at which the chain enters it to the one at which it leaves: all of it, or
        /// nothing where it enters and leaves at the same end.
        case activity(ActivityID)
        /// The lag of a link, from the end that it leaves.
        case link(predecessor: ActivityID, successor: ActivityID, Relationship, Lag)
        /// Time off before an activity: its calendar does not work.
        case gap(before: ActivityID)
        /// Time by which levelling puts an activity off.
        case delay(ActivityID)
    }

    /// What an activity cannot come before, when it is no link.
    public enum Hold: Hashable, Sendable {
        case projectStart
        case dataDate
        /// It has begun, or ended, already.
        case actual
        /// Someone has put it there by hand.
        case hand
        case date(DateConstraint)
        /// The activities that it goes along with or that go along with it.
        case others
    }
}
