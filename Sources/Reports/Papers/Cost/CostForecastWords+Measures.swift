import Costing
import Monetary
import WorkTime

extension CostForecastWords {
    /// The indices of the last status, each with what it says, or why it has no value.
    var measureTable: Table {
        Table(
            "indices", title: book.say(CostPhrase.indices),
            columns: [
                Column(book.say(CostPhrase.figure)),
                Column(book.say(CostPhrase.value), .number, alignment: .trailing), Column(book.say(CostPhrase.meaning)),
            ], rows: variances + indices + needs)
    }

    private var variances: [[Cell]] {
        let value = latest.value
        let amounts: [(CostMeasure, Result<Money, Undefined>)] = [
            (.costVariance, figure { () throws(Undefined) in try value.costVariance }),
            (.scheduleVariance, figure { () throws(Undefined) in try value.scheduleVariance }),
        ]
        return amounts.map { measure, amount in
            row(measure, amount, side: { $0.minorUnits.side(of: 0) }) { book.cell(.money($0), signed: true) }
        }
    }

    private var indices: [[Cell]] {
        let value = latest.value
        let ratios: [(CostMeasure, Result<Rate, Undefined>)] = [
            (.costPerformanceIndex, figure { () throws(Undefined) in try value.costPerformanceIndex }),
            (.schedulePerformanceIndex, figure { () throws(Undefined) in try value.schedulePerformanceIndex }),
            (.earnedScheduleIndex, figure { () throws(Undefined) in try latest.schedule.get().performanceIndex }),
        ]
        return ratios.map { measure, ratio in
            row(measure, ratio, side: { $0.shown.side(of: 1) }) { book.cell(.number(Double($0), decimals: 2)) }
        }
    }

    /// What performance the budget and the approval ask of the rest, read against the performance so far.
    private var needs: [[Cell]] {
        guard !isDone else { return [] }
        let soFar = (try? latest.value.costPerformanceIndex) ?? .one
        let budget = outlook.series.budgetAtCompletion
        let targets: [(CostMeasure, Money)] =
            [(.toCompleteBudget, budget)]
            + (outlook.approved == budget ? [] : [(.toCompleteApproved, outlook.approved)])
        return targets.map { measure, target in
            let needed = figure { () throws(Undefined) in try latest.value.toCompletePerformanceIndex(for: target) }
            return row(measure, needed, side: { $0.shown.side(of: soFar.shown) }) {
                book.cell(.number(Double($0), decimals: 2))
            }
        }
    }

    /// Which day of the plan the work done by now has reached.
    var earnedScheduleSentence: CostPhrase {
        guard !latest.status.earnedValue.isZero else { return .earnedScheduleUnknown(UndefinedPhrase(.noEarnedValue)) }
        guard let plan = outlook.series.plan, case .success(let schedule) = latest.schedule,
            let variance = try? schedule.variance
        else {
            return .earnedScheduleUnknown(UndefinedPhrase(scheduleReason))
        }
        let minutes = (Double(schedule.earned) * 1_440).rounded(.up)
        let planned = day(of: plan.plannedStart + ElapsedMinutes(Int(minutes)))
        let days = Double(variance)
        if days.magnitude < 0.05 { return .earnedOnTime(planned) }
        return days < 0 ? .earnedLate(planned, days: -days) : .earnedEarly(planned, days: days)
    }

    private var scheduleReason: Undefined {
        if case .failure(let reason) = latest.schedule { reason } else { .tooLarge }
    }

    private func row<Value>(
        _ measure: CostMeasure, _ figure: Result<Value, Undefined>, side: (Value) -> CostMeasure.Side,
        _ known: (Value) -> Cell
    ) -> [Cell] {
        let name = Cell(book.say(measure))
        switch figure {
        case .success(let value):
            return [name, known(value), Cell(book.say(measure.meaning(side(value))), emphasis: .muted)]
        case .failure(let reason):
            let absent = reason == .budgetSpent ? book.say(CostPhrase.notReachable) : book.say(.notAvailable)
            return [
                name, Cell(.absent(reason: ""), text: absent, emphasis: reason == .budgetSpent ? .missed : .muted),
                Cell(self.reason(reason), emphasis: .muted),
            ]
        }
    }
}

extension Rate {
    /// As the paper shows it: 1.00 is neither above nor below 1.
    fileprivate var shown: Double { (Double(self) * 100).rounded() / 100 }
}

extension Comparable {
    fileprivate func side(of mark: Self) -> CostMeasure.Side { self < mark ? .below : self == mark ? .at : .above }
}
