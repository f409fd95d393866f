import Diagnostics
import Scheduling
import WorkTime

/// One of a few words that a key may have behind it.
struct Word {
    let value: String

    /// - Throws: `plan.unknown-word` with those that may stand there.
    init(_ text: String, among words: [String], _ key: String) throws(TextFault) {
        let plain = text.lowercased()
        guard !words.contains(plain) else {
            value = plain
            return
        }
        let nearest = nearestName(to: plain, among: words)
        throw TextFault(
            "plan.unknown-word", "“\(key)” is “\(text)”",
            advice: nearest.map { "did you mean “\($0)”?" } ?? "write one of: \(words.joined(separator: ", "))")
    }
}

extension ActivityKind {
    /// - Throws: `plan.unknown-word`.
    static func reading(_ text: String) throws(TextFault) -> ActivityKind {
        let word = try Word(text, among: allCases.map(\.rawValue), "kind").value
        return ActivityKind(rawValue: word) ?? .work
    }
}

extension Criticality {
    /// Reads `longest-path`, or the most float that is critical: `0d`, `16h`, `-1d`.
    ///
    /// A day has eight hours here: the threshold belongs to no calendar.
    static func reading(_ text: String) throws(TextFault) -> Criticality {
        if text.lowercased() == "longest-path" { return .longestPath }
        guard let float = try? PlannedDuration(text) else {
            throw TextFault(
                "plan.unknown-word", "“critical” is “\(text)”",
                advice: "write the most float that is critical, such as 0d or 16h, or longest-path")
        }
        return .totalFloat(atMost: WorkMinutes(float.minutes(on: .fiveDayWeek)))
    }
}

/// A percentage, in hundredths of a per cent.
enum Percentage {
    /// Reads `40%`, `40` or `12.5 %`.
    ///
    /// - Throws: `plan.bad-percentage`.
    static func reading(_ text: String) throws(TextFault) -> Int {
        let plain = text.filter { $0 != "%" && $0 != "％" && !$0.isWhitespace }
        let parts = plain.split(separator: ".", omittingEmptySubsequences: false)
        guard (1...2).contains(parts.count), let whole = Int(parts[0]), (0...100).contains(whole),
            parts.count == 1 || (1...2).contains(parts[1].count), let part = parts.count == 1 ? 0 : Int(parts[1]),
            part >= 0,
            whole < 100 || part == 0
        else {
            throw TextFault(
                "plan.bad-percentage", "“\(text)” is not a percentage", advice: "write a number from 0 to 100: 40%")
        }
        return whole * 100 + (parts.count == 2 && parts[1].count == 1 ? part * 10 : part)
    }
}

/// Who works on an activity, written in one text: `anna; ben 50%`.
enum AssignmentList {
    /// The text of each with its place.
    static func terms(of text: Located<String>) -> [Located<String>] { PredecessorList.terms(of: text) }

    /// Reads an id and, behind it, the share of its time.
    static func assignment(_ term: Located<String>) throws(TextFault) -> AssignmentDraft {
        let words = term.value.split(whereSeparator: \.isWhitespace).map(String.init)
        guard words.count <= 2 else {
            throw TextFault(
                "plan.bad-assignment", "“\(term.value)” is not someone with a share of time",
                advice: "write the id, then if needed a percentage: anna 50%")
        }
        let units = words.count == 2 ? try Percentage.reading(words[1]) : 10_000
        return AssignmentDraft(resource: Located(words[0], at: term.place), units: units)
    }
}
