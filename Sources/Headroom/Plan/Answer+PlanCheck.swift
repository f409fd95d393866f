import Diagnostics
import Formats
public import Interchange
import Reports
import Scheduling

extension Answer {
    /// How sound a plan is: the fourteen points and the rules of the trade; negative when any point fails.
    ///
    /// - Parameter countingFinished: whether finished work is counted among the activities and links of the points.
    /// - Throws: a ``Rejection`` with every fault of the plan.
    public static func planCheck(
        of input: InputFile, as format: PlanFormat? = nil, countingFinished: Bool = false
    ) throws -> Answer {
        let schedule = try Schedule(reading: input, as: format)
        let check = HealthCheck(of: schedule, countingFinished: countingFinished)
        return Answer(
            name: "\(input.stem).check", findings: schedule.allFindings, isNegative: check.isUnsound, body: check.json,
            paper: HealthPaper(check: check, source: input.name))
    }
}

extension HealthCheck {
    /// The members that `plan check FILE --json` states.
    var json: JSONValue {
        let words = HealthWords(self, Phrasebook(.english))
        return [
            "summary": [
                "passed": .integer(count(.pass)), "failed": .integer(count(.fail)),
                "notApplicable": .integer(count(.notApplicable)), "violations": .integer(violations.count),
                "countsFinished": .bool(countsFinished),
                "redundantLinksComplete": .bool(!gaveUpOnRedundantLinks),
            ],
            "points": .array(points.map { json($0, words) }),
            "rules": .array(violations.map { json($0, words) }),
        ]
    }

    private func json(_ point: HealthPoint, _ words: HealthWords) -> JSONValue {
        var members: [(key: String, value: JSONValue)] = [
            ("number", .integer(point.number)), ("name", .string(words.name(point))), ("value", value(of: point)),
        ]
        if point.measure == nil { members.append(("valueReason", JSONValue(point.reason?.rawValue))) }
        let (unit, threshold, comparison) = point.limit.terms
        members += [
            ("unit", .string(unit)), ("threshold", threshold), ("comparison", .string(comparison)),
            ("status", .string(point.status.rawValue)), ("reason", JSONValue(words.reason(point))),
            ("numerator", JSONValue(point.measure?.numerator)), ("denominator", JSONValue(point.measure?.denominator)),
            ("population", .string(words.population(point))), ("activities", .ids(point.activities)),
            ("advice", .string(words.advice(point))),
        ]
        return .object(members)
    }

    private func value(of point: HealthPoint) -> JSONValue {
        guard let measure = point.measure else { return .null }
        let quotient = Double(measure.numerator) / Double(measure.denominator)
        return switch point.limit {
        case .none: .integer(measure.numerator)
        case .shareAtMost, .shareAtLeast, .whole: .number(quotient * 100)
        case .indexAtLeast: .number(quotient)
        }
    }

    private func json(_ violation: HealthViolation, _ words: HealthWords) -> JSONValue {
        [
            "rule": .string(violation.rule.rawValue), "activity": .string(violation.activity.rawValue),
            "others": .ids(violation.others), "message": .string(words.message(violation)),
            "advice": .string(words.advice(violation.rule)),
        ]
    }
}

extension HealthPoint.Limit {
    /// The unit of a value, what it is held against, and how.
    fileprivate var terms: (unit: String, threshold: JSONValue, comparison: String) {
        switch self {
        case .none: ("count", 0, "at-most")
        case .shareAtMost(let percent): ("percent", .integer(percent), "at-most")
        case .shareAtLeast(let percent): ("percent", .integer(percent), "at-least")
        case .indexAtLeast(let hundredths): ("index", .number(Double(hundredths) / 100), "at-least")
        case .whole(let percent): ("percent", 100, "within-\(percent)-percent")
        }
    }
}
