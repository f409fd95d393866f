import Diagnostics
import Scheduling

/// What an export cannot hold of a plan, or only in another form.
enum XERLoss: Int, CaseIterable {
    case manner, lateDates, elapsedLag, summaryLink, droppedLink, constraint, deadline, promise, delay, interruption,
        hand,
        inactive
    case lane, note, chineseName, commitment, baseline, holidayName, resourceCalendar, percentage

    /// Whether dates may differ when the export is read.
    var movesDates: Bool {
        switch self {
        case .manner, .elapsedLag, .droppedLink, .constraint, .delay, .interruption, .hand: true
        case .lateDates, .summaryLink, .deadline, .promise, .inactive, .lane, .note, .chineseName, .commitment,
            .baseline,
            .holidayName,
            .resourceCalendar, .percentage:
            false
        }
    }

    /// What becomes of it.
    var words: String {
        switch self {
        case .manner:
            "the plan is scheduled in the manner of another tool, and Primavera moves work that has begun otherwise"
        case .lateDates: "Primavera counts late dates between calendars otherwise, so that floats may be smaller"
        case .elapsedLag: "lags by the clock are written as the working time that they take at the present dates"
        case .summaryLink: "links of summaries are written as links between the activities in them"
        case .droppedLink: "links of summaries between too many activities are left out"
        case .constraint: "an activity holds two dates that bind it, and further ones are left out"
        case .deadline: "deadlines are written as “finish on or before”, which lowers late dates alike"
        case .promise: "the promised finish lies behind the finish, and is left out: late dates would begin there"
        case .delay: "delays of levelling are written as “start on or after”"
        case .interruption: "interruptions are written as work, so that dates stay"
        case .hand: "dates set by hand are written as a mandatory start and the duration between them"
        case .inactive: "inactive activities are left out"
        case .lane: "lanes are left out"
        case .note: "notes are left out"
        case .chineseName: "Chinese names beside others are left out"
        case .commitment: "to whom starts are committed is left out"
        case .baseline: "baseline dates are left out"
        case .holidayName: "names of holidays, and the day through which they are settled, are left out"
        case .resourceCalendar: "calendars of resources by which nothing is done are left out"
        case .percentage: "percentages of units are written as physical ones"
        }
    }

    var advice: String {
        movesDates ? "compare the dates after the import" : "keep the plan itself beside the export"
    }
}

/// What was lost, and of what.
struct XERLosses {
    private var subjects: [XERLoss: [String]] = [:]

    mutating func note(_ loss: XERLoss, of subject: String) { subjects[loss, default: []].append(subject) }

    /// One finding for each kind, naming the first that it is about.
    var findings: [Finding] {
        XERLoss.allCases.compactMap { loss in
            guard let named = subjects[loss] else { return nil }
            let first = named.prefix(3).map { "“\($0)”" }.joined(separator: ", ")
            let rest = named.count > 3 ? " and \(named.count - 3) more" : ""
            return Finding(
                "xer.not-kept", loss.movesDates ? .warning : .note, "\(loss.words) (\(first)\(rest))",
                advice: loss.advice)
        }
    }
}
