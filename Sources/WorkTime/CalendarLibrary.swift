/// The calendars that a plan may name.
public struct CalendarLibrary: Sendable {
    private var calendars: [String: WorkCalendar] = [:]
    /// In the order in which they were defined.
    public private(set) var ids: [String] = []
    /// What is wrong with the definitions given last, in their order. Those at fault are left out of the library.
    public private(set) var faults: [CalendarFault] = []

    /// A library of calendars that are based on one another, in any order, or on none.
    public init(_ definitions: [CalendarDefinition] = []) {
        self = CalendarLibrary(base: [:], ids: []).adding(definitions)
    }

    private init(base calendars: [String: WorkCalendar], ids: [String]) {
        self.calendars = calendars
        self.ids = ids
    }

    public subscript(id: String) -> WorkCalendar? { calendars[id] }

    /// This library and the calendars of a plan.
    ///
    /// A definition takes the place of a calendar of the same id. Bases are sought among the definitions first, then in
    /// this library; one based on its own id starts from the calendar whose place it takes.
    public func adding(_ definitions: [CalendarDefinition]) -> CalendarLibrary {
        var derivation = Derivation(definitions, from: calendars)
        derivation.run()
        var library = CalendarLibrary(base: calendars, ids: ids)
        library.faults = derivation.faults
        for definition in definitions {
            guard let calendar = derivation.derived[definition.id] else { continue }
            if library.calendars.updateValue(calendar, forKey: definition.id) == nil {
                library.ids.append(definition.id)
            }
        }
        return library
    }
}

/// One pass that turns definitions into calendars, each after its base.
private struct Derivation {
    let definitions: [CalendarDefinition]
    let library: [String: WorkCalendar]
    private var byID: [String: CalendarDefinition] = [:]
    private(set) var derived: [String: WorkCalendar] = [:]
    private(set) var faults: [CalendarFault] = []
    /// Those already derived or found at fault.
    private var settled: Set<String> = []

    init(_ definitions: [CalendarDefinition], from library: [String: WorkCalendar]) {
        self.definitions = definitions
        self.library = library
        for definition in definitions {
            if byID[definition.id] == nil {
                byID[definition.id] = definition
            } else {
                faults.append(.duplicate(id: definition.id))
            }
        }
    }

    mutating func run() {
        for definition in definitions { settle(definition.id) }
    }

    /// Follows the bases up to one that is settled, then derives the chain downwards. A loop rather than a recursion,
    /// so that a chain of any length is followed.
    private mutating func settle(_ id: String) {
        var chain: [CalendarDefinition] = []
        var places: [String: Int] = [:]
        var next: String? = id
        while let current = next, let definition = byID[current], !settled.contains(current) {
            if let start = places.updateValue(chain.count, forKey: current) {
                faults.append(.circularBase(chain: chain[start...].map(\.id) + [current]))
                settled.formUnion(chain[start...].map(\.id))
                chain.removeSubrange(start...)
                break
            }
            chain.append(definition)
            next = definition.basedOn == current ? nil : definition.basedOn
        }
        for definition in chain.reversed() { derive(definition) }
    }

    private mutating func derive(_ definition: CalendarDefinition) {
        settled.insert(definition.id)
        var base: WorkCalendar?
        if let name = definition.basedOn {
            let isRedefined = name != definition.id && byID[name] != nil
            base = isRedefined ? derived[name] : library[name]
            guard base != nil else {
                faults.append(
                    isRedefined
                        ? .faultyBase(id: definition.id, base: name) : .unknownBase(id: definition.id, base: name))
                return
            }
        }
        if let calendar = definition.calendar(from: base) {
            derived[definition.id] = calendar
        } else {
            faults.append(.noWeek(id: definition.id))
        }
    }
}
