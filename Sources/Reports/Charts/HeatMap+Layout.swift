extension HeatMap {
    /// How many shades tell amounts apart: as many as can be told apart in print.
    static let levels = 5

    /// Round amounts between the shades, about as many places on one side as on the other: few brands spend as much as the
    /// largest, and even steps would leave all others in one shade.
    var limits: [Double] {
        let values = rows.flatMap(\.places).compactMap(\.amount).sorted()
        guard values.count > 1 else { return [] }
        var limits: [Double] = []
        for step in 1..<Self.levels {
            let limit = Self.rounded(values[values.count * step / Self.levels])
            if limit > limits.last ?? values[0], limit <= values[values.count - 1] { limits.append(limit) }
        }
        return limits
    }

    /// The shade of an amount, 0 for the lightest.
    func level(of value: Double, _ limits: [Double]) -> Int {
        let level = limits.count { value >= $0 }
        // Few shades are spread over all that there are, so that the heaviest is always the darkest.
        return limits.isEmpty ? Self.levels - 1 : level * (Self.levels - 1) / limits.count
    }

    /// What each shade stands for: “up to 50k”, “50k–200k”, “200k or more”.
    func levelWords(_ book: Phrasebook) -> [(level: Int, words: String)] {
        let limits = limits
        guard let first = limits.first, let last = limits.last else { return [] }
        func said(_ value: Double) -> String { book.axisValue(value, unit, decimals: 0) }
        let between = zip(limits, limits.dropFirst()).map { "\(said($0))–\(said($1))" }
        let words = [book.say(HeatPhrase.below(said(first)))] + between + [book.say(HeatPhrase.from(said(last)))]
        let places = [first.nextDown] + limits
        return zip(places, words).map { (level(of: $0, limits), $1) }
    }

    /// A value in full, with its unit.
    func words(_ value: Value, _ book: Phrasebook) -> String {
        switch value {
        case .nothing: nothingLabel
        case .unknown: unknownLabel
        case .value(let value):
            switch unit {
            case .percent: book.percent(value)
            case .number: book.number(value, decimals: 2)
            case .days: book.number(value, decimals: 0)
            case .money(let currency): "\(currency) \(book.number(value, decimals: 0))"
            }
        }
    }

    /// Whether some place is not known.
    var hasUnknown: Bool { rows.contains { $0.places.contains(.unknown) } }

    /// To one or one and a half significant digits: 1, 1.5, 2, 3, 5, 7 times a power of ten.
    private static func rounded(_ value: Double) -> Double {
        guard value.isFinite, value > 0 else { return 0 }
        var power = 1.0
        while power * 10 <= value, power < 1e150 { power *= 10 }
        while power > value, power > 1e-150 { power /= 10 }
        let steps = [1, 1.5, 2, 3, 5, 7, 10]
        return (steps.min { ($0 - value / power).magnitude < ($1 - value / power).magnitude } ?? 1) * power
    }
}

extension HeatMap.Value {
    /// The amount of a place, if it can be drawn.
    var amount: Double? {
        if case .value(let value) = self, value.isFinite, value > 0 { value } else { nil }
    }
}

/// What the keys of shades say.
enum HeatPhrase: Phrase {
    case below(String)
    case from(String)
    case unit(String)

    var wording: Wording {
        switch self {
        case .below(let limit): Wording(en: "below \(limit)", zh: "\(limit)以下")
        case .from(let limit): Wording(en: "\(limit) or more", zh: "\(limit)及以上")
        case .unit(let unit): Wording(en: "in \(unit)", zh: "单位：\(unit)")
        }
    }
}
