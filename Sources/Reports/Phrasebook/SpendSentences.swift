import MediaSpend
import Monetary
import WorkTime

/// The sentences of papers on competitive spend, each bound to the figures that it states.
enum SpendSentence: Phrase {
    /// What is being spoken of, in the middle of a sentence.
    enum Scope: Hashable, Sendable {
        case market
        case category(String)
        case set(String?)
    }

    // Headroom
    case rivalsAgainstClient(client: String, month: CivilMonth, rivals: RoundAmount, own: RoundAmount, times: Double)
    case onlyClient(client: String, month: CivilMonth, own: RoundAmount)
    case clientSilent(client: String, month: CivilMonth, rivals: RoundAmount)
    case clientPosition(share: String, changes: [String], rank: Int, brands: Int)
    case behindLargest(rival: String, gap: RoundAmount)
    case aheadOfLargest(rival: String, gap: RoundAmount)
    case levelWithLargest(rival: String)
    case setSpent(Scope, month: CivilMonth, total: RoundAmount)
    case yearOnYear(Double, since: CivilMonth)
    case yearOnYearUnknown(AbsenceReason, since: CivilMonth)
    case monthOnMonth(Double, since: CivilMonth)
    case leaders(String, share: Double, next: String, nextShare: Double)
    case onlyBrand(String)
    case largestCategory(String, share: Double)
    case nothingSpent(Scope, month: CivilMonth)
    /// The sum is below zero.
    case credited(Scope, month: CivilMonth, Money)
    /// The end of a sentence that says no more.
    case end

    // What changed
    case shareMoved(String, points: Double, since: CivilMonth, parts: [String])
    case heavy(String, times: Double, excess: RoundAmount, usual: RoundAmount)
    case mediumOfClient(String, String, share: Double, ofSet: Double, index: Double)
    case expected(
        OutlookScopePhrase, CivilMonth, RoundAmount, low: RoundAmount, high: RoundAmount, growth: Double?,
        since: CivilMonth)
    case surprising(
        OutlookScopePhrase, CivilMonth, RoundAmount, deviation: Double, expected: RoundAmount, asPublished: Bool)
    case largestRise(String, RoundAmount, from: RoundAmount, to: RoundAmount)
    case largestFall(String, RoundAmount, from: RoundAmount, to: RoundAmount)
    case entering([String], count: Int)
    case noneEntering
    case enteringUnknown
    case stopped([String], count: Int, since: CivilMonth)
    case mediaShift(String, share: Double, points: Double, since: CivilMonth)
    case concentrated(Double, ConcentrationLevel, fourLargest: Double)
    case explained(rose: Bool, change: RoundAmount, since: CivilMonth, parts: [String])

    // Remarks
    case shareRemark(SpendBasis)
    case sharesDoNotAddUp
    case wholeUnits(String)
    case moversRemark
    case entrantsRemark(from: CivilMonth, to: CivilMonth)
    case lapsedRemark(CivilMonth, CivilMonth)
    case notExplained(AbsenceReason)
    case decompositionRemark(DecompositionMethod)
    case yearToDateRemark(from: CivilMonth, to: CivilMonth)
    case concentrationRemark
    case monthsMissing([CivilMonth])
    case monthsMissingAdvice
    case partialMonth(CivilMonth, until: CivilDay)
    case partialMonthAdvice

    // Pictures
    case shareChart(String, CivilMonth)
    case moversChart(String)
    case mediaChart(String)
    case decompositionChart
}

/// An amount that a sentence says rounded.
struct RoundAmount: Hashable, Sendable {
    let money: Money
    init(_ money: Money) { self.money = money }
}

extension Saying.StringInterpolation {
    mutating func appendInterpolation(_ amount: RoundAmount) { add { $0.roundMoney(amount.money) } }
    /// A growth without its sign: “12.3%”.
    mutating func appendInterpolation(size growth: Double) { add { $0.percent(growth.magnitude) } }
    mutating func appendInterpolation(times ratio: Double) {
        add { $0.number(ratio, decimals: ratio < 10 ? 1 : 0) }
    }
}

extension SpendSentence {
    var wording: Wording {
        switch self {
        case .rivalsAgainstClient, .onlyClient, .clientSilent, .clientPosition, .behindLargest, .aheadOfLargest,
            .levelWithLargest, .setSpent, .yearOnYear, .yearOnYearUnknown, .monthOnMonth, .leaders, .onlyBrand,
            .largestCategory, .nothingSpent, .credited, .end:
            headline
        case .shareMoved, .heavy, .mediumOfClient, .expected, .surprising: news
        case .largestRise, .largestFall, .entering, .noneEntering, .enteringUnknown, .stopped, .mediaShift,
            .concentrated, .explained:
            news
        default: remark
        }
    }
}
