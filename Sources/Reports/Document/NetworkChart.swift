/// Activities as boxes and their links as lines: what waits for what.
public struct NetworkChart: Hashable, Sendable, Codable {
    public var title: String
    public var summary: String
    public var nodes: [Node]
    /// Between places in ``nodes``; they go in no circle.
    public var links: [Link]
    /// The names of the groups that nodes belong to, in the order of their colours.
    public var groups: [String]

    public init(_ title: String, summary: String, nodes: [Node], links: [Link], groups: [String] = []) {
        self.title = title
        self.summary = summary
        self.nodes = nodes
        self.links = links
        self.groups = groups
    }

    public struct Node: Hashable, Sendable, Codable {
        public var label: String
        /// A short second text: how long, from when.
        public var detail: String
        /// A place in ``NetworkChart/groups``.
        public var group: Int?
        public var isCritical: Bool
        public var isMilestone: Bool

        public init(
            _ label: String, detail: String = "", group: Int? = nil, isCritical: Bool = false, isMilestone: Bool = false
        ) {
            self.label = label
            self.detail = detail
            self.group = group
            self.isCritical = isCritical
            self.isMilestone = isMilestone
        }
    }

    public struct Link: Hashable, Sendable, Codable {
        public var source: Int
        public var target: Int
        public var strength: Strength
        /// Whether it ties other ends than the finish of one to the start of the next.
        public var isUnusual: Bool

        public init(_ source: Int, _ target: Int, _ strength: Strength = .loose, isUnusual: Bool = false) {
            self.source = source
            self.target = target
            self.strength = strength
            self.isUnusual = isUnusual
        }
    }

    /// What a link does to its target.
    public enum Strength: Int, Hashable, Sendable, Codable, CaseIterable, Comparable {
        /// There is time to spare.
        case loose
        /// It holds its target where it is.
        case driving
        /// It is part of the critical path.
        case critical

        public static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }
    }
}
