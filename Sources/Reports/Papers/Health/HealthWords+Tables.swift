import Scheduling

extension HealthWords {
    var pointTable: Table {
        Table(
            "points", title: book.say(HealthPhrase.points),
            columns: [
                Column(book.say(HealthPhrase.number), .integer, importance: .useful),
                Column(book.say(HealthPhrase.point)),
                Column(book.say(HealthPhrase.result)), Column(book.say(HealthPhrase.limit), importance: .useful),
                Column(book.say(HealthPhrase.state)),
            ], rows: check.points.map(row), remark: book.say(HealthPhrase.pointsRemark))
    }

    private func row(_ point: HealthPoint) -> [Cell] {
        let emphasis: Cell.Emphasis =
            switch point.status {
            case .pass: .kept
            case .fail: .missed
            case .notApplicable: .muted
            }
        return [
            book.cell(.integer(point.number)), Cell(name(point)),
            Cell(result(point), emphasis: point.status == .notApplicable ? .muted : .plain), Cell(limit(point)),
            Cell(book.say(HealthPointPhrase.status(point.status)), emphasis: emphasis),
        ]
    }

    /// Among what each point counts, points that count among the same together; and why others do not apply.
    var countings: [String] {
        var groups: [(population: String, numbers: [Int])] = []
        for point in check.points where point.status != .notApplicable {
            let words = population(point)
            if let place = groups.firstIndex(where: { $0.population == words }) {
                groups[place].numbers.append(point.number)
            } else {
                groups.append((words, [point.number]))
            }
        }
        return groups.map { book.say(HealthPhrase.countedAmong($0.numbers, $0.population)) }
            + check.points.compactMap { point in
                reason(point).map { book.say(HealthPhrase.doesNotApply(point.number, $0)) }
            }
    }

    /// What to mend, a line for each point and each rule: the first of the activities by their ids, and what to do.
    var groups: [String] {
        let points = check.points.filter { $0.status == .fail }.map { point in
            group(
                name(point), point.kind == .criticalPathLengthIndex ? [] : point.activities, result(point),
                advice(point))
        }
        let rules = HealthViolation.Rule.allCases.compactMap { rule -> String? in
            let ids = check.violations.filter { $0.rule == rule }.map(\.activity)
            return ids.isEmpty ? nil : group(name(rule), ids, "", advice(rule))
        }
        return points + rules
    }

    private func group(_ name: String, _ ids: [ActivityID], _ result: String, _ advice: String) -> String {
        let shown = ids.isEmpty ? [result] : ids.prefix(12).map(\.rawValue)
        return book.say(HealthPhrase.group(name, shown, more: max(0, ids.count - 12), advice: advice))
    }

    /// What fails a point or breaks a rule, by activity. A page shows the first of them, spreadsheets all.
    var violationTable: Table {
        Table(
            "violations", title: book.say(HealthPhrase.violations),
            columns: [
                Column(book.say(HealthPhrase.rule)), Column(book.say(HealthPhrase.id), importance: .useful),
                Column(book.say(.activity)), Column(book.say(HealthPhrase.what), importance: .useful),
                Column(book.say(HealthPhrase.advice), importance: .extra),
            ], rows: failures + check.violations.map(row), rowLimit: 60)
    }

    /// The work that fails points; where the whole path does, no single activity is named.
    private var failures: [[Cell]] {
        check.points.filter { $0.status == .fail }.flatMap { point -> [[Cell]] in
            guard point.kind != .criticalPathLengthIndex else {
                return [[Cell(name(point)), .empty, .empty, Cell(result(point)), Cell(advice(point))]]
            }
            return point.activities.map { id in
                [Cell(name(point)), Cell(id.rawValue), Cell(name(id)), Cell(failing(point)), Cell(advice(point))]
            }
        }
    }

    private func row(_ violation: HealthViolation) -> [Cell] {
        [
            Cell(name(violation.rule)), Cell(violation.activity.rawValue), Cell(name(violation.activity)),
            Cell(message(violation)), Cell(advice(violation.rule)),
        ]
    }
}
