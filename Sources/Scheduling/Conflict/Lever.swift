import WorkTime

/// Something in a network that can be changed, more or less, to bring work forward.
enum Lever: Hashable {
    /// The working minutes of a node.
    case duration(Int)
    /// The lag of a tie, down to nothing.
    case lag(Int)
    /// The lead of a finish-to-start tie.
    case lead(Int)
    /// A date of a node: moved to an earlier one.
    case date(Int, HeldDate)
    /// All or nothing: a date of a node is dropped.
    case noDate(Int, HeldDate)
    /// All or nothing: the delay of a node by levelling is dropped.
    case noDelay(Int)
    /// All or nothing: a node is done on the calendar of another.
    case calendar(Int, of: Int)
    /// The beginning of all work.
    case start

    /// The node whose dates or calendar it changes.
    private var place: Int? {
        switch self {
        case .date(let node, _), .noDate(let node, _), .calendar(let node, _): node
        case .duration, .lag, .lead, .noDelay, .start: nil
        }
    }

    /// Whether only one of the two can be pulled: a date is counted on the calendar of its node.
    func sharesPlace(with other: Lever) -> Bool { self != other && place != nil && place == other.place }
}

/// A date that holds a node: which of the activity's constraints, where it stands, and what else holds that end.
struct HeldDate: Hashable {
    var constraint: DateConstraint
    var instant: CivilMinute
    /// The next date of the same kind, which holds when this one does not.
    var floor: CivilMinute?
}

extension Network {
    /// The same network with a lever pulled by so many minutes; by how many does not matter to those that are all or
    /// nothing.
    func pulling(_ lever: Lever, by amount: Int) -> Network {
        var copy = self
        switch lever {
        case .duration(let node): copy.durations[node] -= amount
        case .lag(let tie): copy.ties[tie].lag -= amount
        case .lead(let tie): copy.lead(tie, by: amount)
        case .date(let node, let date): copy.move(date, of: node, to: moved(date, of: node, by: amount), by: amount)
        case .noDate(let node, let date): copy.drop(date, of: node)
        case .noDelay(let node): copy.rules[node]?.levelingDelay = nil
        case .calendar(let node, let other): copy.setCalendar(of: node, to: calendarOf[other])
        case .start: copy = starting(at: beginning(earlierBy: amount))
        }
        return copy
    }

    /// When all work begins that begins so many working minutes of the plan's calendar earlier.
    func beginning(earlierBy amount: Int) -> CivilMinute {
        calendars[0].start(at: calendars[0].position(of: start) - WorkMinutes(amount))
    }

    /// A date so many working minutes of the node's calendar earlier.
    func moved(_ date: HeldDate, of node: Int, by amount: Int) -> CivilMinute {
        let calendar = calendar(of: node)
        let position = calendar.position(of: date.instant) - WorkMinutes(amount)
        return date.constraint.bindsFinish ? calendar.finish(at: position) : calendar.start(at: position)
    }

    private mutating func move(_ date: HeldDate, of node: Int, to instant: CivilMinute, by amount: Int) {
        if let anchor = rules[node]?.anchor {
            rules[node]?.anchor?.start = WorkEvent(position: anchor.start.position - amount, role: anchor.start.role)
            rules[node]?.anchor?.finish = WorkEvent(position: anchor.finish.position - amount, role: anchor.finish.role)
        } else if date.constraint.bindsFinish {
            rules[node]?.earliestFinish = max(instant, date.floor ?? instant)
        } else {
            rules[node]?.earliestStart = max(instant, date.floor ?? instant)
        }
    }

    private mutating func drop(_ date: HeldDate, of node: Int) {
        switch date.constraint {
        case .asLateAsPossible: rules[node]?.isPostponed = false
        case .expectedFinish: rules[node]?.expectedFinish = nil
        case _ where rules[node]?.anchor != nil: rules[node]?.anchor = nil
        case _ where date.constraint.bindsFinish: rules[node]?.earliestFinish = date.floor
        default: rules[node]?.earliestStart = date.floor
        }
    }

    private mutating func lead(_ index: Int, by amount: Int) {
        ties[index].lag -= amount
        recount(index)
    }

    private mutating func setCalendar(of node: Int, to calendar: UInt16) {
        calendarOf[node] = calendar
        for index in ties.indices where ties[index].source == node || ties[index].target == node { recount(index) }
    }

    /// The calendar that counts a tie's lag, and whether the usual arithmetic will do.
    private mutating func recount(_ index: Int) {
        let tie = ties[index]
        let (source, target) = (calendarOf[Int(tie.source)], calendarOf[Int(tie.target)])
        if !tie.traits.contains(.isElapsed) {
            switch conventions.lagCalendar {
            case .predecessor: ties[index].lagCalendar = source
            case .successor: ties[index].lagCalendar = target
            case .project: ties[index].lagCalendar = 0
            case .elapsed: break
            }
        }
        let isPlain = source == target && (tie.lag == 0 || ties[index].lagCalendar == source)
        if isPlain { ties[index].traits.insert(.isPlain) } else { ties[index].traits.remove(.isPlain) }
    }

    /// The same network without what would hold a node at one of its dates against its links.
    func lifting(_ node: Int) -> Network {
        guard rules[node] != nil else { return self }
        var copy = self
        copy.rules[node]?.anchor = nil
        copy.rules[node]?.honouredStart = nil
        copy.rules[node]?.honouredFinish = nil
        return copy
    }
}
