import Diagnostics
import Monetary

/// Reports of what is done.
extension LedgerCheck {
    mutating func progress(_ row: Row, of line: LineID) -> CostEvent.ReportedProgress? {
        switch (row.percent, row.units, row.milestone) {
        case (let percent?, nil, nil): return share(percent, row)
        case (nil, let units?, nil): return self.units(units, line)
        case (nil, nil, let milestone?): return self.milestone(milestone, line)
        case (nil, nil, nil):
            report(
                "cost.no-progress", "“\(row.id.value)” does not say what is done",
                advice: "state percent, units or a milestone", at: row.place)
        default:
            report(
                "cost.no-progress", "“\(row.id.value)” says in more than one way what is done",
                advice: "keep one of percent, units and milestone", at: row.place)
        }
        return nil
    }

    /// `40` and `40%` are both two fifths.
    private mutating func share(_ percent: Located<String>, _ row: Row) -> CostEvent.ReportedProgress? {
        let digits = percent.value.hasSuffix("%") ? percent.value : percent.value + "%"
        guard let share = number(Located(digits, at: percent.place), said: percent.value) else { return nil }
        guard share <= .one else {
            report(
                "cost.progress-over-100", "“\(row.id.value)” reports \(percent.value) per cent",
                advice: "no more than 100 per cent can be done; report more work with a change order", at: percent.place
            )
            return nil
        }
        return .share(share)
    }

    private mutating func units(_ units: Located<String>, _ line: LineID) -> CostEvent.ReportedProgress? {
        guard let count = number(units, said: units.value) else { return nil }
        if let quantity = scope?.lines[line]?.quantity, count > quantity {
            warn(
                "cost.units-over-quantity",
                "\(units.value) units of “\(line)” are reported, and the estimate has \(quantity)",
                advice: "check the count; what goes beyond the estimate earns nothing", at: units.place)
        }
        return .units(count)
    }

    private mutating func milestone(_ name: Located<String>, _ line: LineID) -> CostEvent.ReportedProgress? {
        let rule = scope?.lines[line]?.earning
        if case .milestones(let milestones) = rule {
            if milestones.contains(where: { $0.name == name.value }) { return .milestone(name.value) }
            let nearest = nearestName(to: name.value, among: milestones.map(\.name))
            report(
                "cost.unknown-milestone", "“\(line)” has no milestone “\(name.value)”",
                advice: nearest.map { "is “\($0)” meant?" }
                    ?? "it has \(milestones.map(\.name).joined(separator: ", "))", at: name.place)
            return nil
        }
        switch name.value {
        case "started": return .started
        case "finished": return .finished
        case _ where rule == nil: return .milestone(name.value)
        default:
            report(
                "cost.unknown-milestone", "“\(line)” has no milestones",
                advice: "report started or finished, or percent", at: name.place)
            return nil
        }
    }

    private mutating func number(_ stated: Located<String>, said: String) -> Rate? {
        do throws(AmountFault) {
            let number = try Rate(stated.value)
            if !number.isNegative { return number }
            report(
                "cost.bad-progress", "“\(said)” is below zero", advice: "state what is done in all", at: stated.place)
        } catch {
            report("cost.bad-progress", "“\(said)” \(error)", advice: error.advice, at: stated.place)
        }
        return nil
    }

    // MARK: The course of reports

    /// Less done than on a day before is possible, and seldom meant.
    mutating func checkProgressFalls() {
        let reports = builtRows.filter { $0.event.kind == .progress }
        var lines: [LineID: [(event: CostEvent, row: Row?)]] = [:]
        for (row, event) in reports where !reversed.contains(event.id) {
            if let line = event.line { lines[line, default: []].append((event, row)) }
        }
        for (line, new) in lines.sorted(by: { $0.key < $1.key }) {
            let known = books.progress[line, default: []].filter { !reversed.contains($0.id) }.map { ($0, Row?.none) }
            let course = (known + new).sorted { $0.0.precedes($1.0) }
            for (before, after) in zip(course, course.dropFirst()) { checkFall(before.0, after.0, after.1 ?? before.1) }
        }
    }

    private mutating func checkFall(_ before: CostEvent, _ after: CostEvent, _ row: Row?) {
        guard let row, let line = after.line else { return }
        let isLess =
            switch (before.progress, after.progress) {
            case (.share(let former), .share(let latter)): latter < former
            case (.units(let former), .units(let latter)): latter < former
            default: false
            }
        guard isLess else { return }
        warn(
            "cost.progress-falls",
            "“\(line)” is reported to be less done on \(after.date) than on \(before.date)",
            advice: "check both reports; the later one holds", at: row.percent?.place ?? row.units?.place ?? row.place)
    }
}
