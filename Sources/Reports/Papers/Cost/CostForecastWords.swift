import Costing
import Monetary
import WorkTime

/// A cost outlook being told in one language.
struct CostForecastWords {
    let outlook: CostOutlook
    let book: Phrasebook

    init(_ outlook: CostOutlook, _ book: Phrasebook) {
        self.outlook = outlook
        self.book = book
    }

    var latest: StatusReading { outlook.latest }
    var currency: Currency { outlook.series.currency }

    /// Whether all of the budget is earned.
    var isDone: Bool { latest.status.earnedValue.minorUnits >= outlook.series.budgetAtCompletion.minorUnits }

    /// How the forecast is made, in order.
    var methodPhrases: [CostPhrase] {
        guard case .success(let forecast) = outlook.forecast, !isDone else { return [] }
        let status = latest.status
        let finish: [CostPhrase] = if case .success = outlook.finish { [.finishMethod] } else { [] }
        if forecast.distribution != nil {
            let learned: CostPhrase =
                forecast.reference.map { .methodReference(ClassPhrase(name: $0.name, jobs: $0.jobs)) } ?? .methodPrior
            return [learned, .methodViews] + (status.accruedCost == nil ? [] : [.methodLateness]) + finish
        }
        let cost: CostPhrase =
            status.accruedCost.map { .methodAccrued(booked: status.actualCost, accrued: $0) } ?? .methodBooked
        return [
            cost, .accuracy(ofAccrued: status.accruedCost != nil),
            .noInterval(UndefinedPhrase(forecast.noIntervalReason)),
        ] + finish
    }

    // MARK: Words for values

    /// The last day of work before an instant: midnight ends the day before.
    func day(of instant: CivilMinute) -> CivilDay {
        instant.minuteOfDay == 0 ? instant.day.advanced(by: -1) : instant.day
    }

    func reason(_ reason: Undefined) -> String { book.say(UndefinedPhrase(reason)) }

    /// A cell with the figure, or “n/a” with its reason behind it.
    func cell<Value>(_ figure: Result<Value, Undefined>, _ cell: (Value) -> Cell) -> Cell {
        switch figure {
        case .success(let value): cell(value)
        case .failure(let reason): book.cell(.absent(reason: self.reason(reason)))
        }
    }

    func cell(ratio: Result<Rate, Undefined>) -> Cell {
        cell(ratio) { book.cell(.number(Double($0), decimals: 2)) }
    }

    func cell(headroom: Result<Money, Undefined>) -> Cell {
        cell(headroom) { book.cell(bare: $0, $0.isNegative ? .missed : .kept, signed: true) }
    }

    /// A heading with the currency of its amounts.
    func moneyHeading(_ phrase: CostPhrase) -> String {
        book.say(LayoutPhrase.headingWithUnit(book.say(phrase), currency.code))
    }
}

/// The result of a computation, or why there is none.
func figure<Value>(_ compute: () throws(Undefined) -> Value) -> Result<Value, Undefined> { Result(catching: compute) }
