import Diagnostics
import Formats
import Scheduling

/// What a plan file calls those to whom a start is committed.
enum CommitmentWord: String, CaseIterable {
    case people
    case client
    case media

    var kind: Commitment.Kind {
        switch self {
        case .people: .confirmedPeople
        case .client: .agreedWithClient
        case .media: .bookedMedia
        }
    }

    init(_ kind: Commitment.Kind) {
        switch kind {
        case .confirmedPeople: self = .people
        case .agreedWithClient: self = .client
        case .bookedMedia, .plannedMedia: self = .media
        }
    }

    static func reading(_ text: String) throws(TextFault) -> CommitmentWord {
        let word = try Word(text, among: allCases.map(\.rawValue), ActivityKey.committed.rawValue).value
        return CommitmentWord(rawValue: word) ?? .people
    }
}

/// Reads `people`, or `{to: people, on: 2026-03-10T09:00, cost: 5}`.
struct CommitmentReader {
    private let owner: String
    private(set) var findings: [Finding] = []

    init(of id: String) { owner = "the commitment of “\(id)”" }

    /// `nil` for what cannot be read, which was reported.
    mutating func commitment(_ node: YAMLNode) -> Located<StatedCommitment>? {
        if let text = node.text { return word(text, at: node.place) }
        var group = YAMLGroup<CommitmentKey>(node, subject: "plan", owner: owner)
        defer { findings += group.findings }
        guard group.isReadable else { return nil }
        guard group.has(.to) else {
            group.report(
                Finding(
                    "plan.commitment-to-nobody", .error, "\(owner) does not say to whom",
                    advice: "add  to: people, client or media", at: node.place))
            return nil
        }
        let word = group.read(.to, CommitmentWord.reading)
        let (date, cost) = (group.read(.on, StatedInstant.reading), group.read(.cost, WholeNumber.reading))
        return word.map { word in
            Located(StatedCommitment(word.value.kind, on: date?.value, cost: cost?.value), at: node.place)
        }
    }

    private mutating func word(_ text: String, at place: SourcePlace) -> Located<StatedCommitment>? {
        do throws(TextFault) {
            return Located(StatedCommitment(try CommitmentWord.reading(text).kind), at: place)
        } catch {
            findings.append(Finding(error, at: place))
            return nil
        }
    }
}

extension StatedCommitment {
    /// As a plan file states it.
    var written: String {
        let word = CommitmentWord(kind)
        // Media that are only planned are no word of the file; their cost tells them from those that are booked.
        let cost = self.cost ?? (word.kind == kind ? nil : kind.usualCost)
        guard date != nil || cost != nil else { return word.rawValue }
        var members: [(key: String, value: String)] = [(CommitmentKey.to.rawValue, word.rawValue)]
        if let date { members.append((CommitmentKey.on.rawValue, date.description)) }
        if let cost { members.append((CommitmentKey.cost.rawValue, String(cost))) }
        return YAMLScalar.group(members)
    }
}
