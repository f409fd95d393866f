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
