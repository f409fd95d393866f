import Costing
import Diagnostics
import Formats
import Monetary
import WorkTime

/// Numbers, dates and words as estimates write them. Each throws a ``TextFault`` that says what would be right.
enum EstimateWords {
    /// An exact number of units, such as `1500` or `0.0125`.
    ///
    /// - Throws: `cost.bad-amount`.
    static func number(_ text: String) throws(TextFault) -> Rate {
        guard !text.hasSuffix("%") else {
            throw TextFault(
                "cost.bad-amount", "“\(text)” is a share where an amount is needed", advice: "write the amount")
        }
        do throws(AmountFault) {
            return try Rate(text)
        } catch {
            throw TextFault("cost.bad-amount", "“\(text)” \(error)", advice: error.advice)
        }
    }

    /// A share, such as `15%` or `0.15`. More than a whole needs the sign, since `15` alone is nearly always meant so.
    ///
    /// - Throws: `cost.bad-share`.
    static func share(_ text: String) throws(TextFault) -> Rate {
        do throws(AmountFault) {
            let share = try Rate(text)
            if share <= 1 || text.hasSuffix("%") { return share }
        } catch {
            throw TextFault("cost.bad-share", "“\(text)” \(error)", advice: "write it in per cent: 15%")
        }
        throw TextFault("cost.bad-share", "“\(text)” is more than the whole", advice: "did you mean \(text)%?")
    }

    /// An amount, or with `%` behind it a share.
    static func portion(_ text: String) throws(TextFault) -> StatedPortion {
        text.hasSuffix("%") ? .share(try share(text)) : .amount(try number(text))
    }

    /// - Throws: `cost.bad-version`.
    static func version(_ text: String) throws(TextFault) -> Int {
        guard let number = Int(text), (-1_000_000...1_000_000).contains(number) else {
            throw TextFault(
                "cost.bad-version", "“\(text)” is not the number of a version", advice: "write digits alone: 2")
        }
        return number
    }

    /// - Throws: `cost.bad-date` with the date that was probably meant, where the text tells.
    static func day(_ text: String) throws(TextFault) -> CivilDay {
        do throws(TextFault) {
            return try CivilDay.reading(text)
        } catch {
            throw TextFault("cost.bad-date", error.message, advice: error.advice)
        }
    }

    /// Whether a rate is stated gross.
    ///
    /// - Throws: `cost.unknown-word`.
    static func isGross(_ text: String) throws(TextFault) -> Bool {
        try word(text, among: ["gross", "net"], "basis") == "gross"
    }

    /// `finish`, `half`, `percent`, `units`, or milestones in one text: `storyboard 20%; shoot 50% 2026-04-01; master 30%`.
    ///
    /// - Throws: `cost.unknown-word`, `cost.bad-milestone`.
    static func earning(_ text: String) throws(TextFault) -> EarningRule {
        if text.contains("%") { return .milestones(try milestones(text)) }
        return switch try word(text, among: ["finish", "half", "percent", "units"], "earned") {
        case "finish": .onFinish
        case "half": .halfOnStart
        case "units": .units
        default: .percentComplete
        }
    }

    private static func milestones(_ text: String) throws(TextFault) -> [EarningRule.Milestone] {
        var milestones: [EarningRule.Milestone] = []
        for part in text.split(whereSeparator: { ",;，；".contains($0) }) {
            var words = part.split(whereSeparator: \.isWhitespace).map(String.init)
            let due = words.last.flatMap { CivilDay($0) }
            if due != nil { words.removeLast() }
            guard words.count > 1 else {
                throw TextFault(
                    "cost.bad-milestone", "“\(String(part).trimmed)” is not a milestone with its share",
                    advice: "write  storyboard 20%; shoot 50%; master 30%")
            }
            let share = try share(words.removeLast())
            let name = words.joined(separator: " ")
            let isMarked = name.hasSuffix(":") || name.hasSuffix("：")
            milestones.append(.init(name: isMarked ? String(name.dropLast()) : name, share: share, due: due))
        }
        return milestones
    }

    private static func word(_ text: String, among words: [String], _ key: String) throws(TextFault) -> String {
        let plain = text.lowercased()
        if words.contains(plain) { return plain }
        let nearest = nearestName(to: plain, among: words)
        throw TextFault(
            "cost.unknown-word", "“\(key)” is “\(text)”",
            advice: nearest.map { "did you mean “\($0)”?" } ?? "write one of: \(words.joined(separator: ", "))")
    }
}
