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

    @Test("the estimate with an unchanged rate is that of the R package PRA")
    func unchanged() throws {
        let reading = try reading(bac: "100000", pv: "40000", ev: "35000", ac: "63000")
        #expect(try reading.estimateAtCompletion(.pf1) == euro("128000"))
        #expect(try reading.value.schedulePerformanceIndex == Rate("0.875"))
    }
}
