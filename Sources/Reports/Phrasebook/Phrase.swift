/// Something that papers say. Each group of papers has an enum of its own whose cases carry typed values:
/// ```swift
/// enum PlanPhrase: Phrase {
///     case finishes(CivilDay, activities: Int)
///
///     var wording: Wording {
///         switch self {
///         case .finishes(let day, let count):
///             Wording(
///                 en: "Finishes on \(day) after \(count, "activity", "activities")",
///                 zh: "\(day)完工，共\(count)项活动")
///         }
///     }
/// }
/// book.say(PlanPhrase.finishes(day, activities: 15))
/// ```
/// A new language is a field of ``Wording``, and the compiler leads to every place.
public protocol Phrase: Sendable {
    var wording: Wording { get }
}

/// What a phrase says in each language, side by side.
public struct Wording: Sendable {
    public let en: Saying
    public let zh: Saying

    public init(en: Saying, zh: Saying) {
        self.en = en
        self.zh = zh
    }

    /// The same in both languages, as for `CPI`.
    public init(_ both: Saying) { self.init(en: both, zh: both) }

    func saying(in language: Language) -> Saying {
        switch language {
        case .english: en
        case .simplifiedChinese: zh
        }
    }
}
