import Costing
import Diagnostics
import Monetary
import WorkTime

/// A sound estimate of a year in yuan with these lines.
func estimateDraft(_ lines: [EstimateLineDraft], change: (inout EstimateDraft) -> Void = { _ in }) -> EstimateDraft {
    var draft = EstimateDraft(
        name: Located("Spring launch"), job: Located("spring"), client: Located("Example Tea"),
        currency: Located("CNY"), start: Located(CivilDay("2026-01-05")!), finish: Located(CivilDay("2026-12-31")!),
        lines: lines)
    change(&draft)
    return draft
}

/// A line at a rate; the rest is changed where a test needs it.
func lineDraft(
    _ id: String, rate: String? = "100", change: (inout EstimateLineDraft) -> Void = { _ in }
) -> EstimateLineDraft {
    var line = EstimateLineDraft(id: Located(id), rate: rate.map { Located(try! Rate($0)) })
    change(&line)
    return line
}

/// An amount in yuan.
func yuan(_ text: String) throws -> Money { try Money(text, .cny) }

func exchange(_ code: String, _ rate: String, per: String? = nil) -> ExchangeDraft {
    ExchangeDraft(
        currency: Located(code), rate: Located(try! Rate(rate)), per: per.map { Located(try! Rate($0)) },
        date: Located(CivilDay("2026-01-02")!))
}

/// Estimates that nobody thought of, the same in each run.
struct RandomEstimates {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next(below bound: Int) -> Int {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return Int((state >> 33) % UInt64(bound))
    }

    private mutating func located(_ bound: Int, over denominator: Int128) -> Located<Rate> {
        Located(try! Rate(Int128(next(below: bound) + 1), over: denominator))
    }

    mutating func line(_ id: String) -> EstimateLineDraft {
        lineDraft(id) { line in
            line.quantity = located(100_000, over: 100)
            line.rate = located(10_000_000, over: 1_000)
            line.currency = [nil, Located("HKD"), Located("JPY"), Located("KWD")][next(below: 4)]
            switch next(below: 5) {
            case 0: line.commission = located(9_999, over: 10_000)
            case 1:
                line.commission = located(9_999, over: 10_000)
                line.isGross = Located(true)
            case 2: line.markup = located(20_000, over: 10_000)
            case 3: line.price = located(10_000_000, over: 1_000)
            default: break
            }
        }
    }

    mutating func estimate(version: Int, lines: [EstimateLineDraft]) throws -> CostEstimate {
        try CostEstimate(
            checking: estimateDraft(lines) { draft in
                draft.version = Located(version)
                draft.exchanges = ["HKD", "JPY", "KWD"].map { code in
                    ExchangeDraft(
                        currency: Located(code), rate: located(100_000, over: 10_000),
                        date: Located(CivilDay("2026-01-02")!))
                }
                draft.contingency = Located(.share(try! Rate(Int128(next(below: 100)), over: 1_000)))
            })
    }

    /// The same lines with some changed, some gone and some new.
    mutating func changed(_ lines: [EstimateLineDraft]) -> [EstimateLineDraft] {
        var changed = lines.filter { _ in next(below: 6) > 0 }
        for index in changed.indices {
            let other = line(changed[index].id.value)
            switch next(below: 6) {
            case 0: changed[index].quantity = other.quantity
            case 1: changed[index].rate = other.rate
            case 2: changed[index].currency = other.currency
            case 3: changed[index] = other
            default: break
            }
        }
        return changed + [line("new")]
    }
}
