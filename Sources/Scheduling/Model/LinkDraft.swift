public import Diagnostics

/// A link to a predecessor as a planner writes it: `brief`, `brief FS+2d`, `concept SS-1d`.
public struct LinkDraft: Hashable, Sendable {
    public var predecessor: ActivityID
    public var relationship: Relationship
    /// Time between the two tied ends; below zero it is a lead.
    public var lag: PlannedDuration

    public init(
        to predecessor: ActivityID, _ relationship: Relationship = .finishToStart, lag: PlannedDuration = .none
    ) {
        self.predecessor = predecessor
        self.relationship = relationship
        self.lag = lag
    }

    /// Reads one link: an id, then perhaps a relationship and a lag, as in `brief`, `brief SS`, `brief FS+2d`,
    /// `brief FS +2d` or `brief +2d`.
    ///
    /// - Throws: `plan.bad-link` when the words after the id are not a relationship and a lag; `plan.bad-duration`
    ///   when the lag is not a duration.
    public init(_ text: String) throws(TextFault) {
        if let plain = Self.plain(text.utf8) {
            self = plain
            return
        }
        let words = text.split(whereSeparator: \.isWhitespace)
        guard let id = words.first else { throw Self.fault(text) }
        self.init(to: ActivityID(String(id)))
        var terms = words.dropFirst().joined()[...]
        if let named = Relationship(rawValue: terms.prefix(2).uppercased()) {
            relationship = named
            terms = terms.dropFirst(2)
        }
        guard !terms.isEmpty else { return }
        guard terms.first == "+" || terms.first == "-" else { throw Self.fault(text) }
        lag = try PlannedDuration(String(terms))
    }

    /// A link written as most are: an id of plain letters, a relationship, a lag with its unit; `nil` for any other text,
    /// also for one that is no link.
    private static func plain(_ text: String.UTF8View) -> LinkDraft? {
        guard text.allSatisfy({ $0 >= 0x20 && $0 < 0x7F }) else { return nil }
        let blank = UInt8(ascii: " ")
        let id = text.prefix { $0 != blank }
        let rest = text[id.endIndex...].drop { $0 == blank }
        guard !id.isEmpty, let name = String(id) else { return nil }
        var link = LinkDraft(to: ActivityID(name))
        guard let first = rest.first else { return link }
        var lag = rest
        if first != UInt8(ascii: "+"), first != UInt8(ascii: "-") {
            guard let relationship = Relationship(letters: rest.prefix(2)) else { return nil }
            link.relationship = relationship
            lag = rest.dropFirst(2).drop { $0 == blank }
        }
        guard let sign = lag.first else { return link }
        guard sign == UInt8(ascii: "+") || sign == UInt8(ascii: "-"), let found = PlannedDuration.parse(lag),
            found.thousandths.magnitude <= PlannedDuration.limit
        else { return nil }
        link.lag = found
        return link
    }

    private static func fault(_ text: String) -> TextFault {
        TextFault(
            "plan.bad-link", "“\(text)” is not a link to a predecessor",
            advice: "write the predecessor's id, then if needed FS, SS, FF or SF and a lag: brief FS+2d")
    }
}

extension LinkDraft: CustomStringConvertible {
    public var description: String {
        let sign = lag.thousandths > 0 ? "+" : ""
        let terms = lag.thousandths == 0 ? "" : "\(sign)\(lag)"
        return relationship == .finishToStart && terms.isEmpty
            ? predecessor.rawValue : "\(predecessor) \(relationship.rawValue)\(terms)"
    }
}

extension Relationship {
    /// `FS` or `fs`, and so on.
    fileprivate init?(letters: Substring.UTF8View) {
        guard letters.count == 2, let first = letters.first, let second = letters.last else { return nil }
        switch (first | 0x20, second | 0x20) {
        case (UInt8(ascii: "f"), UInt8(ascii: "s")): self = .finishToStart
        case (UInt8(ascii: "s"), UInt8(ascii: "s")): self = .startToStart
        case (UInt8(ascii: "f"), UInt8(ascii: "f")): self = .finishToFinish
        case (UInt8(ascii: "s"), UInt8(ascii: "f")): self = .startToFinish
        default: return nil
        }
    }
}
