import Costing
import Diagnostics
import Monetary
import Testing
import WorkTime

@Suite("The difference of two versions of an estimate")
struct EstimateDifferenceTests {
    private func estimate(
        _ lines: [EstimateLineDraft], rate: String = "0.9", change: (inout EstimateDraft) -> Void = { _ in }
    ) throws -> CostEstimate {
        try CostEstimate(
            checking: estimateDraft(lines) {
                $0.exchanges = [exchange("HKD", rate)]
                change(&$0)
            })
    }

    private func film(_ quantity: Int, _ rate: String) -> EstimateLineDraft {
        lineDraft("film", rate: rate) {
            $0.quantity = Located(Rate(quantity))
            $0.currency = Located("HKD")
        }
    }

    @Test("one line is taken apart in the order volume, rate, exchange")
    func parts() throws {
        let difference = try EstimateDifference(
            from: estimate([film(10, "100")]), to: estimate([film(12, "110")], rate: "0.95"))
        let change = difference.lines[0].change
        #expect(try change.volume == yuan("180"))
        #expect(try change.rate == yuan("108"))
        #expect(try change.exchange == yuan("66"))
        #expect(try change.cost == yuan("354"))
        #expect(difference.total == change)
    }

    @Test("lines that are new and gone are scope, and the contingency stands beside them")
    func scope() throws {
        let former = try estimate([lineDraft("a"), lineDraft("b", rate: "30")])
        let latter = try estimate([lineDraft("a"), lineDraft("c", rate: "50")]) {
            $0.contingency = Located(.amount(7))
        }
        let difference = try EstimateDifference(from: former, to: latter)
        #expect(difference.lines.map(\.id) == ["c", "b"])
        #expect(try difference.lines.map(\.change.scope) == [yuan("50"), yuan("-30")])
        #expect(try difference.total.cost == yuan("20"))
        #expect(try difference.approvedCost() == yuan("27"))
    }

    @Test("a line that is only described in another way differs by nothing")
    func words() throws {
        let former = try estimate([lineDraft("a")])
        let latter = try estimate([lineDraft("a") { $0.name = Located("Another name") }])
        let difference = try EstimateDifference(from: former, to: latter)
        #expect(difference.lines.count == 1)
        #expect(difference.total.cost.isZero && difference.total.price.isZero)
    }

    @Test("two currencies have no difference")
    func currencies() throws {
        let yuan = try estimate([lineDraft("a")])
        let euros = try estimate([lineDraft("a")]) { $0.currency = Located("EUR") }
        #expect(throws: MonetaryFault.mixedCurrencies(.eur, .cny)) { try EstimateDifference(from: yuan, to: euros) }
    }

    @Test("the parts add up to the change of the whole, to the cent", arguments: 0..<60)
    func law(seed: UInt64) throws {
        var random = RandomEstimates(seed: seed)
        let lines = (0..<10).map { random.line("line-\($0)") }
        let former = try random.estimate(version: 1, lines: lines)
        let latter = try random.estimate(version: 2, lines: random.changed(lines))
        let difference = try EstimateDifference(from: former, to: latter)
        #expect(try difference.total.cost == latter.cost() - former.cost())
        #expect(try difference.total.price == latter.price() - former.price())
        #expect(try difference.approvedCost() == latter.approvedCost() - former.approvedCost())
        for line in difference.lines {
            let change = line.change
            #expect(try change.volume + change.rate + change.exchange + change.scope == change.cost)
            guard let before = line.former, let after = line.latter else { continue }
            #expect(before.quantity != after.quantity || change.volume.isZero)
            let sameRate = before.unitCost == after.unitCost && before.supplierCurrency == after.supplierCurrency
            #expect(!sameRate || change.rate.isZero)
            #expect(before.exchangeRate != after.exchangeRate || change.exchange.isZero)
        }
    }
}
