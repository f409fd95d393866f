import Diagnostics
import Monetary
import WorkTime

extension EstimateCheck {
    /// The lines that are sound, in the order of the file.
    mutating func lines() -> [EstimateLine] {
        if draft.lines.isEmpty, !draft.unread.contains(.lines) {
            report(
                "no-lines", "the estimate has no lines",
                advice: "add them:  lines: {film: {name: Launch film, category: production, rate: 480000}}", at: nil)
        }
        checkDuplicates()
        return draft.lines.compactMap { line($0) }
    }

    private mutating func checkDuplicates() {
        var first: [String: SourcePlace?] = [:]
        for line in draft.lines {
            guard let earlier = first[line.id.value] else {
                first[line.id.value] = line.id.place
                continue
            }
            report(
                "duplicate-line",
                "the line “\(line.id.value)” is stated again" + (earlier.map { ", first in line \($0.line)" } ?? ""),
                advice: "give each line an id of its own", at: line.id.place)
        }
    }

    private mutating func line(_ line: EstimateLineDraft) -> EstimateLine? {
        checkID(line)
        checkDates(line)
        checkEarning(line)
        let quantity = quantity(of: line)
        let supplierCurrency = supplierCurrency(of: line)
        let terms = terms(of: line)
        guard let quantity, let terms, let (supplierCurrency, rate) = supplierCurrency, let currency, !line.isUnread,
            let pricing = pricing(line, quantity, terms, supplierCurrency, rate, currency)
        else { return nil }
        return EstimateLine(
            id: LineID(line.id.value), name: line.name?.value ?? line.id.value,
            category: line.category?.value ?? "other", phase: line.phase?.value, supplier: line.supplier?.value,
            quantity: quantity, unit: line.unit?.value, unitCost: pricing.unitCost, supplierCurrency: supplierCurrency,
            exchangeRate: rate, supplierCost: pricing.supplierCost, cost: pricing.cost, price: pricing.price,
            basis: terms.basis, activities: line.activities.map(\.value), start: line.start?.value,
            finish: line.finish?.value, earning: line.earning?.value ?? .percentComplete,
            isStatedGross: line.isGross?.value ?? false)
    }

    private mutating func checkID(_ line: EstimateLineDraft) {
        guard !LineID(line.id.value).isWellFormed else { return }
        report(
            "bad-id", "“\(line.id.value)” cannot be the id of a line",
            advice: "use an id without blanks, commas and semicolons, such as tv-north", at: line.id.place)
    }

    private mutating func checkDates(_ line: EstimateLineDraft) {
        if let start = line.start { checkInJob(start, "the start of “\(line.id.value)”") }
        if let finish = line.finish { checkInJob(finish, "the end of “\(line.id.value)”") }
        guard let start = line.start, let finish = line.finish, finish.value < start.value else { return }
        report(
            "finish-before-start", "“\(line.id.value)” ends on \(finish.value), before it starts on \(start.value)",
            advice: "check both dates", at: finish.place)
    }

    /// One where none is stated.
    private mutating func quantity(of line: EstimateLineDraft) -> Rate? {
        guard let quantity = line.quantity else { return .one }
        if quantity.value > 0 { return quantity.value }
        report(
            "bad-quantity", "the quantity of “\(line.id.value)” is \(quantity.value), and must be above 0",
            advice: "state how many units there are, or take the line out", at: quantity.place)
        return nil
    }

    /// With its rate to the books.
    private mutating func supplierCurrency(of line: EstimateLineDraft) -> (Currency, Rate)? {
        guard let stated = line.currency else { return currency.map { ($0, .one) } }
        guard let other = try? Currency(stated.value) else {
            reportUnknownCurrency(stated)
            return nil
        }
        if let rate = rates[other] { return (other, rate) }
        // A rate that stands there and is wrong was reported itself.
        guard let currency, !draft.exchanges.contains(where: { $0.currency.value == other.code }) else { return nil }
        report(
            "no-exchange-rate",
            "“\(line.id.value)” is in \(other), and the estimate in \(currency) states no rate of it",
            advice: "add the rate:  rates: {\(other): {rate: …, date: …, source: …}}", at: stated.place)
        return nil
    }

    // MARK: Earning

    private mutating func checkEarning(_ line: EstimateLineDraft) {
        guard let earning = line.earning else { return }
        switch earning.value {
        case .milestones(let milestones): checkMilestones(milestones, of: line, at: earning.place)
        case .units where line.quantity == nil:
            warn(
                "units-without-quantity", "“\(line.id.value)” is earned by units, and has no quantity",
                advice: "state the quantity, or how else it is earned", at: earning.place)
        case .onFinish, .halfOnStart, .percentComplete, .units: break
        }
    }

    private mutating func checkMilestones(
        _ milestones: [EarningRule.Milestone], of line: EstimateLineDraft, at place: SourcePlace?
    ) {
        for milestone in milestones {
            if milestone.share <= 0 {
                report(
                    "bad-milestone", "“\(milestone.name)” of “\(line.id.value)” has a share of \(milestone.share)",
                    advice: "give each milestone a share above 0", at: place)
            }
            if let due = milestone.due {
                checkInJob(Located(due, at: place), "“\(milestone.name)” of “\(line.id.value)”")
            }
        }
        let names = milestones.map(\.name)
        if let twice = names.enumerated().first(where: { names.firstIndex(of: $1) != $0 })?.element {
            report(
                "bad-milestone", "“\(line.id.value)” has the milestone “\(twice)” twice",
                advice: "give each milestone a name of its own", at: place)
        }
        let total = milestones.reduce(Rate?.some(.zero)) { sum, milestone in sum.flatMap { try? $0 + milestone.share } }
        guard total != .one else { return }
        report(
            "milestones-not-whole",
            "the milestones of “\(line.id.value)” add up to \(total.flatMap(percent) ?? "no number"), not to 100%",
            advice: "correct their shares", at: place)
    }
}

/// A share in per cent, with at most two decimals.
func percent(_ share: Rate) -> String? {
    guard let hundredths = try? share.times(10_000, rounding: .halfEven) else { return nil }
    let (whole, part) = hundredths.magnitude.quotientAndRemainder(dividingBy: 100)
    let decimals = part == 0 ? "" : part % 10 == 0 ? ".\(part / 10)" : part < 10 ? ".0\(part)" : ".\(part)"
    return "\(hundredths < 0 ? "-" : "")\(whole)\(decimals)%"
}
