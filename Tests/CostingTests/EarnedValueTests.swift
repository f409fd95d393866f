import Costing
import Monetary
import Testing

@Suite("Earned value")
struct EarnedValueTests {
    @Test("variances and indices are exact")
    func fence() throws {
        let value = try value(bac: "4000", pv: "3000", ev: "2500", ac: "2800")
        #expect(try value.costVariance == euro("-300"))
        #expect(try value.scheduleVariance == euro("-500"))
        #expect(try value.costPerformanceIndex.description == "25/28")
        #expect(try value.schedulePerformanceIndex.description == "5/6")
        #expect(try value.toCompletePerformanceIndex.description == "5/4")
        #expect(try value.toCompletePerformanceIndex(for: euro("4480")).description == "25/28")
        #expect(try value.progress == Rate("62.5%"))
        #expect(try value.remainingBudget == euro("1500"))
    }

    @Test("an index over nothing is undefined, and says why")
    func nothing() throws {
        let start = try value(bac: "100", pv: "0", ev: "0", ac: "0")
        #expect(throws: Undefined.noActualCost) { try start.costPerformanceIndex }
        #expect(throws: Undefined.noPlannedValue) { try start.schedulePerformanceIndex }
        #expect(try start.toCompletePerformanceIndex == 1)
        #expect(try start.costVariance == euro("0"))
    }

    @Test("no performance brings back a budget that is spent", arguments: ["100.00", "130.00"])
    func spent(cost: String) throws {
        let value = try value(bac: "100", pv: "90", ev: "80", ac: cost)
        #expect(throws: Undefined.budgetSpent) { try value.toCompletePerformanceIndex }
        #expect(throws: Undefined.budgetSpent) { try value.toCompletePerformanceIndex(for: euro("99.99")) }
        #expect(try value.toCompletePerformanceIndex(for: euro("150")) > 0)
    }

    @Test("more credit notes than invoices make no index")
    func credits() throws {
        let value = try value(bac: "100", pv: "10", ev: "10", ac: "-5")
        #expect(throws: Undefined.negativeAmount) { try value.costPerformanceIndex }
        #expect(try value.costVariance == euro("15"))
    }

    @Test("when more than the budget is earned nothing remains")
    func beyond() throws {
        let value = try value(bac: "100", pv: "100", ev: "100.03", ac: "90")
        #expect(try value.remainingBudget == euro("0"))
        #expect(try value.toCompletePerformanceIndex == 0)
    }

    @Test("amounts at the end of 64 bits are too large, not wrong")
    func large() {
        let most = Money(minorUnits: .max, .eur)
        let least = Money(minorUnits: .min, .eur)
        let value = EarnedValue(budgetAtCompletion: most, plannedValue: most, earnedValue: least, actualCost: most)
        #expect(throws: Undefined.tooLarge) { try value.costVariance }
        #expect(throws: Undefined.tooLarge) { try value.remainingBudget }
        #expect(throws: Undefined.negativeAmount) { try value.costPerformanceIndex }
    }
}
