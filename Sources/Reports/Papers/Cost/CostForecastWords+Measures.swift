import Costing
import Monetary

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
            row(measure, ratio, side: { $0.side(of: .one) }) { book.cell(.number(Double($0), decimals: 2)) }
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
            return row(measure, needed, side: { $0.side(of: soFar) }) { book.cell(.number(Double($0), decimals: 2)) }
        }
    }

    private func row<Value>(
        _ measure: CostMeasure, _ figure: Result<Value, Undefined>, side: (Value) -> CostMeasure.Side,
        _ known: (Value) -> Cell
    ) -> [Cell] {
        let meaning =
            switch figure {
            case .success(let value): book.say(measure.meaning(side(value)))
            case .failure(let reason): self.reason(reason)
            }
        return [Cell(book.say(measure)), cell(figure, known), Cell(meaning, emphasis: .muted)]
    }
}

extension Comparable {
    fileprivate func side(of mark: Self) -> CostMeasure.Side { self < mark ? .below : self == mark ? .at : .above }
}
