import Costing
import Foundation
import Monetary
import Testing
import WorkTime

/// Published examples: see datasets/earned-value/README.md.
@Suite("Worked examples")
struct WorkedExampleTests {
    /// Compares every figure that the row states.
    private func expect(_ row: [String: String], _ figures: [String: () throws -> Any]) throws {
        for (name, figure) in figures {
            let stated = try #require(row[name])
            guard !stated.isEmpty else {
                #expect(throws: Undefined.budgetSpent, "\(name)") { _ = try figure() }
                continue
            }
            let expected = try #require(Double(stated))
            switch try figure() {
            case let money as Money: #expect(money.minorUnits == Int64((expected * 100).rounded()), "\(name) of \(row)")
            case let rate as Rate: #expect(abs(Double(rate) - expected) < 1e-6, "\(name) of \(row)")
            case let other: Issue.record("\(name) is \(other)")
            }
        }
    }

    private func costFigures(_ reading: StatusReading) -> [String: () throws -> Any] {
        let value = reading.value
        return [
            "cv": { try value.costVariance }, "sv": { try value.scheduleVariance },
            "cpi": { try value.costPerformanceIndex }, "spi": { try value.schedulePerformanceIndex },
            "eac_pf1": { try reading.estimateAtCompletion(.pf1) },
            "eac_cpi": { try reading.estimateAtCompletion(.cpi) },
            "eac_spi": { try reading.estimateAtCompletion(.spi) },
            "eac_sci": { try reading.estimateAtCompletion(.sci) },
            "eac_cpi80spi20": { try reading.estimateAtCompletion(.cpi80spi20) },
            "etc_cpi": { try reading.estimateToComplete(.cpi) },
            "vac_cpi": { try reading.varianceAtCompletion(.cpi) },
            "tcpi_bac": { try value.toCompletePerformanceIndex },
        ]
    }

    @Test("indices and estimates of the textbooks come out to the cent")
    func textbook() throws {
        let rows = try FigureTable.dataset("textbook").rows
        #expect(rows.count == 3)
        for row in rows {
            let reading = try reading(bac: row["bac"]!, pv: row["pv"]!, ev: row["ev"]!, ac: row["ac"]!)
            try expect(row, costFigures(reading))
        }
    }

    @Test("nine weeks of costs and eleven of earned schedule come out as published")
    func elevenWeeks() throws {
        let rows = try FigureTable.dataset("eleven-weeks").rows
        #expect(rows.count == 11)
        let statuses = rows.map {
            (pv: $0["pv"]!, ev: Optional($0["ev"]!), ac: Optional($0["ac"]!.isEmpty ? "600" : $0["ac"]!))
        }
        let readings = try StatusSeries(checking: draft(statuses)).readings
        for (row, reading) in zip(rows, readings) {
            let schedule = try reading.schedule.get()
            #expect(schedule.planned == 63)
            #expect(abs(Double(schedule.earned) / 7 - Double(row["es"]!)!) < 1e-6, "\(row)")
            guard row["ac"] != "" else { continue }
            try expect(row, costFigures(reading))
            #expect(abs(Double(try schedule.performanceIndex) - Double(row["spi_t"]!)!) < 1e-7)
            for method in TimeEstimateMethod.allCases {
                let weeks = Double(try reading.durationAtCompletion(method)) / 7
                #expect(abs(weeks - Double(row[method.rawValue]!)!) < 1e-5, "\(method) of \(row)")
            }
        }
    }

    @Test("estimates to complete are those of Primavera Cloud's help")
    func primavera() throws {
        let reading = try reading(bac: "100000", pv: "50000", ev: "40000", ac: "50000")
        #expect(try reading.value.costPerformanceIndex == Rate("0.8"))
        #expect(try reading.estimateToComplete(.pf1) == euro("60000"))
        #expect(try reading.estimateToComplete(.cpi) == euro("75000"))
    }

    /// What is spent on a day against what is planned for it, in whole per cent; costs that nobody planned count in the job
    /// and have no line.
    ///
    /// - Source: hledger, `hledger/test/balance/budget.test`, test 1: 10 a day for food and 15 for leisure.
    @Test("three days against a daily budget come out as hledger prints them")
    func dailyBudget() throws {
        let days = ["2016-12-01", "2016-12-02", "2016-12-03"]
        let spent: [[(LineID, Int)]] = [
            [("food", 10)], [("food", 9), ("leisure", 5)], [("food", 11), ("movies", 25), ("cab", 15)],
        ]
        let lines = try [("food", "30"), ("leisure", "45")].map {
            try line(LineID($0.0), "expenses", cost: $0.1, from: days[0], to: days[2])
        }
        var job = try SampleJob()
        job.versions = [SampleJob.approved(try SampleJob.estimate(1, days[0], lines), on: days[0])]
        job.events = try zip(days, spent).flatMap { day, costs in
            try costs.map { try event("\($0.0)-\(day)", .expense, day, $0.0, "\($0.1)") }
        }
        let values = try days.map { try JobStatus(PricedPlan(job.books(on: sampleDay($0)))).latest }

        /// Cost and share of plan of each day, from figures that add up over the days.
        func byDay(_ figures: (JobEarnedValue) throws -> (cost: Money, plan: Money)) throws -> [[Int]] {
            var before = (cost: Int64(0), plan: Int64(0))
            return try values.map { value in
                let now = try figures(value)
                let (cost, plan) = (now.cost.minorUnits - before.cost, now.plan.minorUnits - before.plan)
                before = (now.cost.minorUnits, now.plan.minorUnits)
                return [Int(cost / 100), Int((Double(cost) * 100 / Double(plan)).rounded())]
            }
        }
        #expect(try byDay { ($0.actualCost, $0.plannedValue) } == [[10, 40], [14, 56], [51, 204]])
        let printed = ["food": [[10, 100], [9, 90], [11, 110]], "leisure": [[0, 0], [5, 33], [0, 0]]]
        for (name, pairs) in printed {
            let found = try byDay { value in
                let line = try #require(value.line(LineID(name)))
                return (line.actualCost, line.plannedValue)
            }
            #expect(found == pairs, "\(name)")
        }
    }

    @Test("the estimate with an unchanged rate is that of the R package PRA")
    func unchanged() throws {
        let reading = try reading(bac: "100000", pv: "40000", ev: "35000", ac: "63000")
        #expect(try reading.estimateAtCompletion(.pf1) == euro("128000"))
        #expect(try reading.value.schedulePerformanceIndex == Rate("0.875"))
    }
}
