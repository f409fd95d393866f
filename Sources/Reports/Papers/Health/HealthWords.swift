public import Scheduling
import WorkTime

/// A schedule's health as its paper speaks of it.
public struct HealthWords: Sendable {
    let check: HealthCheck
    let book: Phrasebook
    let plan: TimetableWords

    public init(_ check: HealthCheck, _ book: Phrasebook) {
        self.check = check
        self.book = book
        plan = TimetableWords(check.schedule, book)
    }

    // MARK: Points

    public func name(_ point: HealthPoint) -> String { book.say(HealthPointPhrase.name(point.kind)) }

    /// Among what the point counts.
    public func population(_ point: HealthPoint) -> String {
        let activity: ActivityID? =
            switch point.population {
            case .addedDays(let id), .pathToPromise(let id): id
            default: nil
            }
        return book.say(HealthPointPhrase.population(point.population, activity: activity.map(name)))
    }

    /// Why the point does not apply.
    public func reason(_ point: HealthPoint) -> String? { point.reason.map { book.say(HealthPointPhrase.reason($0)) } }

    public func advice(_ point: HealthPoint) -> String { book.say(HealthPointPhrase.advice(point.kind)) }

    /// What is the case with an activity that fails the point.
    func failing(_ point: HealthPoint) -> String { book.say(HealthPointPhrase.failing(point.kind)) }

    func limit(_ point: HealthPoint) -> String { book.say(HealthPointPhrase.limit(point.limit)) }

    /// What was counted among how many, and the share or index that this makes.
    func result(_ point: HealthPoint) -> String {
        guard let measure = point.measure else { return book.say(.notAvailable) }
        let value = Double(measure.numerator) / Double(measure.denominator)
        switch point.limit {
        case .none, .shareAtMost, .shareAtLeast:
            let counted = book.say(HealthPointPhrase.share(measure.numerator, of: measure.denominator))
            return point.limit == .none
                ? counted : counted + book.say(LayoutPhrase.inParentheses(book.percent(value)))
        case .indexAtLeast: return book.number(value, decimals: 2)
        case .whole:
            let calendar = point.activities.first.flatMap(plan.index(of:)).map(plan.project.calendar(of:))
            let perDay = calendar?.minutesPerDay ?? plan.project.minutesPerDay
            return book.say(
                HealthPointPhrase.days(
                    WorkLength(WorkMinutes(measure.numerator), perDay: perDay),
                    of: WorkLength(WorkMinutes(measure.denominator), perDay: perDay)))
        }
    }

    // MARK: Rules

    public func name(_ rule: HealthViolation.Rule) -> String { book.say(HealthPhrase.ruleName(rule)) }

    public func message(_ violation: HealthViolation) -> String {
        // Of two with one name only the ids tell which is meant.
        let others = violation.rule == .sameName ? violation.others.map(\.rawValue) : violation.others.map(name)
        return book.say(HealthPhrase.message(violation.rule, others: others, days: violation.days))
    }

    public func advice(_ rule: HealthViolation.Rule) -> String { book.say(HealthPhrase.ruleAdvice(rule)) }

    func name(_ id: ActivityID) -> String { plan.index(of: id).map(plan.name) ?? id.rawValue }
}
