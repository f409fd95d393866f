import Diagnostics
import Formats
import Scheduling

/// Reads what a plan file says of buffers in a group of keys.
struct BufferReader {
    private var group: YAMLGroup<BufferKey>

    init(_ node: YAMLNode) { group = YAMLGroup(node, subject: "plan", owner: "the group “buffers”") }

    var findings: [Finding] { group.findings }

    /// `nil` for what is no group of keys, which was reported.
    mutating func buffers() -> BufferDraft? {
        guard group.isReadable else { return nil }
        var buffers = BufferDraft(at: group.place)
        buffers.size = group.read(.size) { text throws(TextFault) in try BufferDraft.Size(text) }
        buffers.safe = group.read(.safe) { text throws(TextFault) in try PlannedDuration(text) }
        buffers.yellow = line(.yellow)
        buffers.red = line(.red)
        buffers.guardsJoins = group.has(.joins) ? group.flag(.joins) ?? true : true
        if group.has(.before) {
            buffers.promises = group.texts(.before).flatMap(PredecessorList.terms(of:)).compactMap { term in
                group.attempt(at: term.place) { () throws(TextFault) in try BufferDraft.GuardedPromise(term.value) }.map
                {
                    Located($0, at: term.place)
                }
            }
        }
        return buffers
    }

    /// `0% 70%`, at the start and at the end of the chain; one percentage for both.
    private mutating func line(_ key: BufferKey) -> Located<FeverLine>? {
        let stated = group.texts(key)
        guard let first = stated.first else { return nil }
        let known = group.findings.count
        let shares = stated.flatMap { text in
            text.value.split(whereSeparator: { $0.isWhitespace || ",;，；、".contains($0) }).compactMap { word in
                group.attempt(at: text.place) { () throws(TextFault) in try Percentage.reading(String(word)) }
            }
        }
        if (1...2).contains(shares.count), group.findings.count == known {
            return Located(FeverLine(atStart: shares[0], atEnd: shares[shares.count - 1]), at: first.place)
        }
        if group.findings.count == known {
            group.report(
                Finding(
                    "plan.bad-buffer-limits", .error, "“\(key.rawValue)” has \(shares.count) percentages",
                    advice: "write how much of a buffer may be consumed at the start and at the end of the chain: "
                        + "\(key.rawValue): \(key == .yellow ? "0% 70%" : "30% 90%")", at: first.place))
        }
        return nil
    }
}

extension BufferDraft.Size {
    /// Reads a method or a time.
    ///
    /// - Throws: `plan.unknown-word` or `plan.bad-duration`.
    init(_ text: String) throws(TextFault) {
        let isNumber = text.first.map { $0.isNumber || "+-.".contains($0) } ?? false
        if isNumber {
            self = .fixed(try PlannedDuration(text))
        } else {
            let word = try Word(text, among: BufferSize.allCases.map(\.rawValue), "size").value
            self = .method(BufferSize(rawValue: word) ?? .rootSquaredError)
        }
    }
}

extension BufferDraft.GuardedPromise {
    /// Reads `delivery` or `delivery 3d`.
    ///
    /// - Throws: `plan.bad-buffer` or `plan.bad-duration`.
    fileprivate init(_ text: String) throws(TextFault) {
        let words = text.split(whereSeparator: \.isWhitespace).map(String.init)
        guard (1...2).contains(words.count) else {
            throw TextFault(
                "plan.bad-buffer", "“\(text)” is not a promise and the time of its buffer",
                advice: "write the id of the activity, then a time if it is settled: delivery 3d")
        }
        self.init(ActivityID(words[0]), size: words.count == 2 ? try PlannedDuration(words[1]) : nil)
    }
}
