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
        var bytes = text
        if let plain = bytes.withUTF8(Self.plain) {
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
    package static func plain(_ text: UnsafeBufferPointer<UInt8>) -> LinkDraft? {
        guard text.allSatisfy({ $0 >= 0x20 && $0 < 0x7F }) else { return nil }
        var place = 0
        func passBlanks() { while place < text.count, text[place] == 0x20 { place += 1 } }
        while place < text.count, text[place] != 0x20 { place += 1 }
        guard place > 0 else { return nil }
        var link = LinkDraft(to: ActivityID(String(decoding: text[..<place], as: UTF8.self)))
        passBlanks()
        guard place < text.count else { return link }
        if text[place] != UInt8(ascii: "+"), text[place] != UInt8(ascii: "-") {
            guard place + 1 < text.count,
                let relationship = Relationship(letters: text[place], text[place + 1])
            else { return nil }
            link.relationship = relationship
            place += 2
            passBlanks()
        }
        guard place < text.count else { return link }
        guard text[place] == UInt8(ascii: "+") || text[place] == UInt8(ascii: "-"),
            let lag = PlannedDuration.parse(UnsafeBufferPointer(rebasing: text[place...])),
            lag.thousandths.magnitude <= PlannedDuration.limit
        else { return nil }
        link.lag = lag
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
    fileprivate init?(letters first: UInt8, _ second: UInt8) {
        switch (first | 0x20, second | 0x20) {
        case (UInt8(ascii: "f"), UInt8(ascii: "s")): self = .finishToStart
        case (UInt8(ascii: "s"), UInt8(ascii: "s")): self = .startToStart
        case (UInt8(ascii: "f"), UInt8(ascii: "f")): self = .finishToFinish
        case (UInt8(ascii: "s"), UInt8(ascii: "f")): self = .startToFinish
        default: return nil
        }
    }
}
