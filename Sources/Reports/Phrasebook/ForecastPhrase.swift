/// Headings of what is expected, and of the ends of the range that should hold it.
enum ForecastPhrase: Phrase {
    case expected
    /// The ends at a confidence such as 0.8.
    case from(Double)
    case to(Double)

    var wording: Wording {
        switch self {
        case .expected: Wording(en: "Expected", zh: "预测")
        case .from(let confidence): Wording(en: "\(percent(confidence))% from", zh: "\(percent(confidence))%下限")
        case .to(let confidence): Wording(en: "\(percent(confidence))% to", zh: "\(percent(confidence))%上限")
        }
    }

    private func percent(_ confidence: Double) -> Int { Int((confidence * 100).rounded()) }
}
