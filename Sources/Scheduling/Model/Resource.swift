public import Diagnostics

/// A person, a team or a machine that does work, as it was read.
public struct ResourceDraft: Hashable, Sendable {
    public var id: Located<String>
    public var name: String
    /// The id of the calendar on which it works; `nil`: the plan's.
    public var calendar: Located<String>?
    /// Whether it works, as people and machines do, or is used up, as paper and money are.
    public var isWork: Bool

    public init(id: Located<String>, name: String, calendar: Located<String>? = nil, isWork: Bool = true) {
        self.id = id
        self.name = name
        self.calendar = calendar
        self.isWork = isWork
    }
}

/// A resource set to work on an activity, as it was read.
public struct AssignmentDraft: Hashable, Sendable {
    /// The id of a ``ResourceDraft``.
    public var resource: Located<String>
    /// The share of its time, in hundredths of a per cent: 10,000 is all of it.
    public var units: Int

    public init(resource: Located<String>, units: Int = 10_000) {
        self.resource = resource
        self.units = units
    }
}

/// A person, a team or a machine of a checked project.
public struct Resource: Hashable, Sendable {
    public let id: String
    public let name: String
    /// The id of its calendar; `nil`: the plan's.
    public let calendar: String?
    public let isWork: Bool
}

/// A resource set to work on an activity.
public struct Assignment: Hashable, Sendable {
    /// The id of a ``Resource`` of the project.
    public let resource: String
    /// The share of its time, in hundredths of a per cent.
    public let units: Int
}
