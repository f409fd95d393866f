/// A calendar as a file states it, perhaps in terms of another.
public struct CalendarDefinition: Hashable, Sendable {
    public var id: String
    public var name: String
    public var nameZh: String?
    /// The calendar that it starts from; `nil` for one that stands alone.
    public var basedOn: String?
    /// `nil`: the week of the base.
    public var week: WeekPattern?
    /// On top of the base's rules; on a day that both speak of, these hold.
    public var rules: [DateRule]
    /// `nil`: as the base.
    public var knownThrough: CivilDay?

    public init(
        id: String, name: String, nameZh: String? = nil, basedOn: String? = nil, week: WeekPattern? = nil,
        rules: [DateRule] = [], knownThrough: CivilDay? = nil
    ) {
        self.id = id
        self.name = name
        self.nameZh = nameZh
        self.basedOn = basedOn
        self.week = week
        self.rules = rules
        self.knownThrough = knownThrough
    }

    /// The calendar itself, derived from its base; `nil` when neither states a week.
    func calendar(from base: WorkCalendar?) -> WorkCalendar? {
        guard let week = week ?? base?.week else { return nil }
        return WorkCalendar(
            id: id, name: name, nameZh: nameZh, week: week, rules: (base?.rules ?? []) + rules,
            knownThrough: knownThrough ?? base?.knownThrough)
    }
}

/// Why a definition does not make a calendar.
public enum CalendarFault: Error, Hashable, Sendable {
    /// Two definitions given together have this id; the first one holds.
    case duplicate(id: String)
    /// The base is not among the calendars.
    case unknownBase(id: String, base: String)
    /// The base is not sound itself; its own fault is reported too.
    case faultyBase(id: String, base: String)
    /// Following the bases leads back to the beginning; the chain starts and ends with the same id.
    case circularBase(chain: [String])
    /// It states no week and is based on nothing that has one.
    case noWeek(id: String)

    /// The calendar that is at fault.
    public var id: String {
        switch self {
        case .duplicate(let id), .unknownBase(let id, _), .faultyBase(let id, _), .noWeek(let id): id
        case .circularBase(let chain): chain[0]
        }
    }
}

extension CalendarFault: CustomStringConvertible {
    public var description: String {
        switch self {
        case .duplicate(let id): "the calendar “\(id)” is defined twice"
        case .unknownBase(let id, let base): "the calendar “\(id)” is based on “\(base)”, which does not exist"
        case .faultyBase(let id, let base): "the calendar “\(id)” is based on “\(base)”, which is at fault itself"
        case .circularBase(let chain):
            "calendars are based on one another in a circle: \(chain.joined(separator: " → "))"
        case .noWeek(let id): "the calendar “\(id)” states no week and is based on no other"
        }
    }
}
