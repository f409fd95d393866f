import Costing
import Monetary
import WorkTime

extension CostForecastWords {
    /// What each status said at its time, the latest first.
    var historyTable: Table {
        Table(
            "statuses", title: book.say(CostPhrase.history),
            columns: [
                Column(book.say(CostPhrase.period), .integer, importance: .extra),
                Column(book.say(CostPhrase.statusDate), .date),
                Column(moneyHeading(.actualCost), .money, importance: .extra),
                Column(moneyHeading(.earnedValue), .money, importance: .extra),
                Column(moneyHeading(.plannedValue), .money, importance: .extra),
                Column(book.say(CostPhrase.costIndex), .number),
                Column(book.say(CostPhrase.timeIndex), .number, importance: .extra),
                Column(moneyHeading(.forecastCost), .money), Column(book.say(CostPhrase.costHeadroom), .money),
            ], rows: outlook.readings.indices.reversed().map(row), rowLimit: 26)
    }

    /// Dates name their year only in jobs that span several; the paper's facts name it.
    private var dayStyle: DayStyle {
        let days = outlook.series.statuses.map(\.stated.day)
        return days.first?.year == days.last?.year ? .brief : .dated
    }

    private func row(at index: Int) -> [Cell] {
        let reading = outlook.readings[index]
        let status = reading.status
        return [
            book.cell(.integer(status.period)), book.cell(status.stated.day, dayStyle),
            book.cell(bare: status.actualCost), book.cell(bare: status.earnedValue),
            book.cell(bare: status.plannedValue),
            cell(ratio: figure { () throws(Undefined) in try reading.value.costPerformanceIndex }),
            cell(ratio: figure { () throws(Undefined) in try reading.schedule.get().performanceIndex }),
            cell(outlook.forecasts[index]) { book.cell(bare: $0.median) },
            cell(headroom: outlook.costHeadroom(at: index)),
        ]
    }
}
