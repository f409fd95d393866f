import Scheduling
import WorkTime

/// Why an activity stands where it stands, and what its calendar says.
enum PlanStep: Phrase {
    /// A step of the critical path: what, how long, until when; then why.
    indirect case work(String, WorkLength, WorkStyle, until: Moment, because: PlanStep)
    indirect case milestone(String, Moment, because: PlanStep)

    case withThePlan
    case link(Relationship, String, Distance)
    case date(DateConstraint, Moment)

    case onCalendar(name: String, hours: WorkLength, daysPerWeek: Int)
    case otherCalendars([String])
    case holiday(String, from: CivilDay, to: CivilDay)
    case makeUpDays([CivilDay])
    case otherHours([CivilDay])

    /// The time between the two ends that a link ties.
    enum Distance: Hashable, Sendable {
        case none
        case after(WorkLength, WorkStyle)
        case before(WorkLength, WorkStyle)
    }

    var wording: Wording {
        switch self {
        case .work(let name, let length, let style, let until, let why):
            Wording(
                en: "\(name) (\(length, style), to \(until, .weekday)): \(why).",
                zh: "\(name)（\(length, style)，至\(until, .brief)）：\(why)。")
        case .milestone(let name, let moment, let why):
            Wording(
                en: "\(name) (milestone, \(moment, .weekday)): \(why).", zh: "\(name)（里程碑，\(moment, .brief)）：\(why)。")

        case .withThePlan: Wording(en: "starts with the plan", zh: "随计划开始")
        case .link(let relationship, let predecessor, let distance):
            Self.link(relationship, predecessor, distance)
        case .date(let constraint, let moment): Self.date(constraint, moment)

        case .onCalendar(let name, let hours, let days):
            Wording(
                en: "Working time is counted on “\(name)”: \(hours, .hours) a day, \(days, "day", "days") a week.",
                zh: "工作时间按“\(name)”日历计算：每天\(hours, .hours)，每周\(days)天。")
        case .otherCalendars(let names):
            Wording(en: "Some work follows other calendars: \(list: names).", zh: "部分工作使用其他日历：\(list: names)。")
        case .holiday(let name, let first, let last):
            first == last
                ? Wording(en: "\(name): no work on \(first)", zh: "\(name)：\(first)放假")
                : Wording(
                    en: "\(name): no work from \(first, .weekday) to \(last)",
                    zh: "\(name)：\(first)至\(last, .weekday)放假")
        case .makeUpDays(let days):
            Wording(en: "Make-up working days: \(days: days)", zh: "调休上班：\(days: days)")
        case .otherHours(let days):
            Wording(en: "Days with other hours than usual: \(days: days)", zh: "工作时间与平日不同：\(days: days)")
        }
    }

    private static func link(_ relationship: Relationship, _ predecessor: String, _ distance: Distance) -> Wording {
        let (verb, end) = (
            relationship.entersStart ? "starts" : "finishes", relationship.leavesFinish ? "finishes" : "starts"
        )
        let (verbZh, endZh) = (relationship.entersStart ? "开始" : "完成", relationship.leavesFinish ? "完成" : "开始")
        return switch distance {
        case .none:
            Wording(en: "\(verb) when “\(predecessor)” \(end)", zh: "“\(predecessor)”\(endZh)后\(verbZh)")
        case .after(let length, let style):
            Wording(
                en: "\(verb) \(length, style) after “\(predecessor)” \(end)",
                zh: "“\(predecessor)”\(endZh)\(length, style)后\(verbZh)")
        case .before(let length, let style):
            Wording(
                en: "\(verb) \(length, style) before “\(predecessor)” \(end)",
                zh: "“\(predecessor)”\(endZh)前\(length, style)\(verbZh)")
        }
    }

    private static func date(_ constraint: DateConstraint, _ moment: Moment) -> Wording {
        switch constraint {
        case .startNoEarlierThan: Wording(en: "may not start before \(moment)", zh: "不得早于\(moment)开始")
        case .startNoLaterThan: Wording(en: "may not start after \(moment)", zh: "不得晚于\(moment)开始")
        case .finishNoEarlierThan: Wording(en: "may not finish before \(moment)", zh: "不得早于\(moment)完成")
        case .finishNoLaterThan: Wording(en: "may not finish after \(moment)", zh: "不得晚于\(moment)完成")
        case .mustStartOn, .mandatoryStart: Wording(en: "must start on \(moment)", zh: "必须于\(moment)开始")
        case .mustFinishOn, .mandatoryFinish: Wording(en: "must finish on \(moment)", zh: "必须于\(moment)完成")
        case .expectedFinish: Wording(en: "is expected to finish on \(moment)", zh: "预计于\(moment)完成")
        case .asLateAsPossible: Wording(en: "is done as late as possible", zh: "尽量晚做")
        }
    }
}

/// What was found about a plan's input, in the reader's language.
enum PlanFinding: Phrase {
    case unknownHolidays(calendar: String, knownThrough: CivilDay, first: String, others: Int)
    case unknownHolidaysAdvice(CivilDay)
    case withoutHolidays(calendar: String)
    case withoutHolidaysAdvice
    case noName
    case noNameAdvice
    case assumedStart(CivilDay)
    case assumedStartAdvice
    case resourcesNotRead
    case resourcesNotReadAdvice

    var wording: Wording {
        switch self {
        case .unknownHolidays(let calendar, let day, let first, others: 0):
            Wording(
                en: "The holidays of “\(calendar)” are known through \(day), and “\(first)” is planned beyond it.",
                zh: "“\(calendar)”日历的节假日只公布到\(day)，“\(first)”排在此后。")
        case .unknownHolidays(let calendar, let day, let first, let others):
            Wording(
                en: """
                    The holidays of “\(calendar)” are known through \(day), and “\(first)” and \(others) more are \
                    planned beyond it.
                    """,
                zh: "“\(calendar)”日历的节假日只公布到\(day)，“\(first)”等\(others + 1)项活动排在此后。")
        case .unknownHolidaysAdvice(let day):
            Wording(
                en: "Expect dates after \(day) to move when its holidays are announced.",
                zh: "待节假日公布后，\(day)之后的日期可能变动。")
        case .withoutHolidays(let calendar):
            Wording(
                en: "“\(calendar)” has no holidays, so work is planned on them too.",
                zh: "“\(calendar)”日历没有节假日，节假日也排了工作。")
        case .withoutHolidaysAdvice:
            Wording(
                en: "Name a country's calendar in the plan, or base yours on one.", zh: "请在计划中写明某个国家或地区的日历，或以其为基础自定日历。")
        case .noName: Wording(en: "The plan has no name.", zh: "计划没有名称。")
        case .noNameAdvice: Wording(en: "Name it in its first line.", zh: "请在文件第一行写明名称。")
        case .assumedStart(let day):
            Wording(
                en: "The file states no start; the plan is counted from \(day).", zh: "文件没有写明开始日期，按\(day)开始计算。")
        case .assumedStartAdvice: Wording(en: "State the start if dates matter.", zh: "如需准确日期，请写明开始日期。")
        case .resourcesNotRead:
            Wording(
                en: "People and machines are not counted: only durations and the order of work.",
                zh: "未考虑人员和设备，只计算工期和先后顺序。")
        case .resourcesNotReadAdvice:
            Wording(en: "Read the dates as the earliest possible.", zh: "这些日期是理论上的最早日期。")
        }
    }
}

extension Saying.StringInterpolation {
    /// Days one after another, without their year.
    fileprivate mutating func appendInterpolation(days: [CivilDay]) {
        add { book in book.list(days.map { book.dayInSentence($0, .weekday) }) }
    }
}
