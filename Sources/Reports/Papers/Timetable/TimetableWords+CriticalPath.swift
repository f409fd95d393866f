import Scheduling
import WorkTime

extension TimetableWords {
    /// The longest path, step by step, each with what it waits for.
    var criticalSteps: [String] {
        let path = schedule.longestPath.compactMap(index(of:))
        let steps = path.prefix(Self.mostSteps).enumerated().map { place, index in
            step(index, after: place > 0 ? path[place - 1] : nil)
        }
        let rest = path.count - steps.count
        return steps.map { book.say($0) } + (rest > 0 ? [book.say(PlanPhrase.moreSteps(rest))] : [])
    }

    /// The names of activities that are critical without standing on that path: the first twelve by their start.
    var criticalBesidePath: [String] {
        let path = Set(schedule.longestPath)
        return byStart.lazy.filter { schedule.activities[$0].isCritical && !path.contains(project.activities[$0].id) }
            .prefix(12).map(name)
    }

    private static let mostSteps = 60

    private func step(_ index: Int, after predecessor: Int?) -> PlanStep {
        let activity = project.activities[index]
        let why = reason(for: index, after: predecessor)
        guard !activity.isMilestone else { return .milestone(name(index), finish(index), because: why) }
        let (length, style) = length(activity.duration, of: index)
        return .work(name(index), length, style, until: finish(index), because: why)
    }

    private func reason(for index: Int, after predecessor: Int?) -> PlanStep {
        let activity = project.activities[index]
        if let predecessor,
            let link = project.links(to: index).first(where: { $0.predecessor == project.activities[predecessor].id })
        {
            return .link(link.relationship, name(predecessor), distance(link.lag, from: predecessor))
        }
        guard case .date(let key) = schedule.activities[index].driver,
            let constraint = activity.constraints.first(where: { $0.key == key })
        else { return .withThePlan }
        return .date(constraint, constraint.date.map { Moment(stated: $0) } ?? finish(index))
    }

    /// How far a lag, counted on the calendar of its predecessor, sets two ends apart.
    func distance(_ lag: Lag, from predecessor: Int) -> PlanStep.Distance {
        let (length, style): (WorkLength, WorkStyle) =
            switch lag {
            case .work(let minutes): self.length(minutes, of: predecessor)
            case .elapsed(let elapsed):
                (WorkLength(WorkMinutes(elapsed.count), perDay: WorkCalendar.elapsed.minutesPerDay), .aroundTheClock)
            }
        if length.minutes == .zero { return .none }
        return length.minutes > .zero
            ? .after(length, style)
            : .before(WorkLength(.zero - length.minutes, perDay: length.perDay), style)
    }
}

extension Moment {
    /// A date as a plan states it.
    init(stated: StatedInstant) {
        switch stated {
        case .day(let day): self.init(day: day, minuteOfDay: nil)
        case .minute(let minute): self.init(day: minute.day, minuteOfDay: minute.minuteOfDay)
        }
    }
}
