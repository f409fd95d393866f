import Costing
import GRDB
import Monetary
import WorkTime

extension Row {
    /// An exact ratio, `3/20`.
    func rate(_ column: Int) throws -> Rate {
        guard let rate = try optionalRate(column) else { throw Damage("a field of its tables is missing") }
        return rate
    }

    func optionalRate(_ column: Int) throws -> Rate? {
        guard let text: String = try optional(column) else { return nil }
        return try Rate(stored: text)
    }

    func currency(_ column: Int) throws -> Currency {
        guard let currency = try? Currency(try value(column, as: String.self)) else {
            throw Damage("a currency is damaged")
        }
        return currency
    }

    /// An amount that is kept in minor units.
    func money(_ column: Int, _ currency: Currency) throws -> Money {
        Money(minorUnits: try value(column), currency)
    }

    func optionalDay(_ column: Int) throws -> CivilDay? {
        guard let text: String = try optional(column) else { return nil }
        guard let day = CivilDay(text) else { throw Damage("a date is damaged") }
        return day
    }
}

extension PriceBasis {
    var word: String {
        switch self {
        case .passThrough: "pass-through"
        case .commission: "commission"
        case .markup: "markup"
        case .fixed: "fixed"
        }
    }

    var share: Rate? {
        switch self {
        case .passThrough, .fixed: nil
        case .commission(let commission): commission.shareOfGross
        case .markup(let share): share
        }
    }

    init(word: String, share: Rate?) throws {
        switch (word, share) {
        case ("pass-through", nil): self = .passThrough
        case ("fixed", nil): self = .fixed
        case ("markup", let share?): self = .markup(share)
        case ("commission", let share?):
            guard let commission = try? Commission(shareOfGross: share) else { throw Damage("a commission is damaged") }
            self = .commission(commission)
        default: throw Damage("the price basis of a line is damaged")
        }
    }
}

extension EarningRule {
    var word: String {
        switch self {
        case .onFinish: "finish"
        case .halfOnStart: "half"
        case .percentComplete: "percent"
        case .units: "units"
        case .milestones: "milestones"
        }
    }

    init(word: String, _ milestones: [Milestone]) throws {
        switch word {
        case "finish": self = .onFinish
        case "half": self = .halfOnStart
        case "percent": self = .percentComplete
        case "units": self = .units
        case "milestones": self = .milestones(milestones)
        default: throw Damage("the earning rule of a line is damaged")
        }
    }
}
