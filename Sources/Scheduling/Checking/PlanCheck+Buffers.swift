import Diagnostics
import WorkTime

extension PlanCheck {
    /// The rules by which promises are guarded; `nil` for a plan that asks for none.
    mutating func bufferRules(on calendar: WorkCalendar?) -> BufferRules? {
        guard let buffers = draft.buffers, let calendar else { return nil }
        let promised = promisedActivities
        let known = Set(promised)
        if promised.isEmpty {
            warn(
                "plan.buffers-without-promise", "the plan asks for buffers, and nothing is promised in it",
                advice: "add  finish-by: 2026-06-30, or a  deadline  to an activity", at: buffers.place)
        }
        var guarded: Set<ActivityID?> = []
        var sizes: [ActivityID?: WorkMinutes] = [:]
        for promise in buffers.promises ?? [] {
            guard let id = guardedPromise(promise, among: promised, known, guarded) else { continue }
            guarded.insert(id)
            sizes[id] = promise.value.size.flatMap { bufferSize($0, on: calendar, at: promise.place) }
        }
        var (method, fixed): (BufferSize, WorkMinutes?) = (.rootSquaredError, nil)
        switch buffers.size?.value {
        case .method(let stated)?: method = stated
        case .fixed(let length)?: fixed = bufferSize(length, on: calendar, at: buffers.size?.place)
        case nil: break
        }
        return BufferRules(
            method: method, safeShare: safeShare(buffers), limits: feverLimits(buffers),
            guardsJoins: buffers.guardsJoins,
            fixedSize: fixed, guarded: buffers.promises == nil ? nil : guarded, sizes: sizes)
    }

    /// The activities with a deadline, and that which stands for the plan.
    private var promisedActivities: [ActivityID] {
        let activities = detailed.map { draft.activities[$0] }.filter { $0.deadline != nil }.map(\.id.value)
        return (draft.finishBy == nil ? [] : [BufferDraft.finishBy]) + activities
    }

    /// The activity whose promise is meant, `nil` in it for that of the plan; `nil` for none, which is reported.
    private mutating func guardedPromise(
        _ promise: Located<BufferDraft.GuardedPromise>, among promised: [ActivityID], _ known: Set<ActivityID>,
        _ guarded: Set<ActivityID?>
    ) -> ActivityID?? {
        let id = promise.value.id
        let isWhole = id == BufferDraft.finishBy && draft.finishBy != nil
        guard known.contains(id) else {
            let isKnown = indexOf[id] != nil || id == BufferDraft.finishBy
            let nearest = nearestName(to: id.rawValue, among: promised.map(\.rawValue))
            report(
                isKnown ? "plan.buffer-without-promise" : "plan.unknown-promise",
                isKnown
                    ? "“\(id)” is to have a buffer, and is promised to nobody"
                    : "“\(id)”, which is to have a buffer, is not in the plan",
                advice: isKnown
                    ? "add a date by which it is promised, or take it out of the list"
                    : nearest.map { "did you mean “\($0)”?" }
                        ?? "name activities with a deadline, or finish-by for the promise of the whole plan",
                at: promise.place)
            return nil
        }
        let meant: ActivityID? = isWhole ? nil : id
        guard !guarded.contains(meant) else {
            report(
                "plan.buffer-twice", "“\(id)” is to have two buffers", advice: "say once how much time it needs",
                at: promise.place)
            return nil
        }
        return .some(meant)
    }

    /// Working minutes of the plan's calendar; `nil` for what is none, which is reported.
    private mutating func bufferSize(_ size: PlannedDuration, on calendar: WorkCalendar, at place: SourcePlace?)
        -> WorkMinutes?
    {
        let minutes = size.minutes(on: calendar)
        // 52.2 weeks a year.
        let tenYears = 522 * calendar.daysPerWeek * calendar.minutesPerDay.count
        guard size.unit != .percent, !size.isElapsed, minutes >= 0, minutes <= tenYears else {
            report(
                "plan.bad-buffer", "“\(size)” is no size of a buffer",
                advice: "write working time from 0 to ten years: 4h, 3d, 1.5w", at: place)
            return nil
        }
        return WorkMinutes(minutes)
    }

    // MARK: Safe lengths

    /// Ten times as long as planned is a slip of the pen.
    private static let safeShares = 100_000...1_000_000

    /// In hundredths of a per cent of the planned length.
    private mutating func safeShare(_ buffers: BufferDraft) -> Int {
        let stated = buffers.safe?.value ?? BufferDraft.usualSafeLength
        guard stated.unit == .percent, Self.safeShares.contains(stated.thousandths) else {
            report(
                "plan.bad-safe-length", "“safe” of the buffers is “\(stated)”",
                advice: "write how long it may take in per cent of its duration, from 100 to 1000: safe: 150%",
                at: buffers.safe?.place)
            return BufferDraft.usualSafeLength.thousandths / 10
        }
        return stated.thousandths / 10
    }

    /// How long an activity may take, on its calendar; `nil` for what cannot be, which is reported.
    mutating func safeDuration(
        _ stated: Located<PlannedDuration>, of index: Int, lasting duration: WorkMinutes, on calendar: WorkCalendar
    ) -> WorkMinutes? {
        let isShare = stated.value.unit == .percent
        let minutes =
            isShare ? stated.value.minutes(ofPercentOf: duration.count) : stated.value.minutes(on: calendar)
        let isSane = !isShare || stated.value.thousandths <= Self.safeShares.upperBound
        guard minutes < duration.count || !isSane || isElsewhereCounted(stated.value, calendar) else {
            return WorkMinutes(minutes)
        }
        report(
            "plan.bad-safe-length",
            "“\(draft.activities[index].id.value)” is planned with \(draft.activities[index].duration?.value ?? .none) and may take \(stated.value)",
            advice: "say with  safe  how long it may take, no less than its duration: safe: 5d, or safe: 150%",
            at: stated.place)
        return nil
    }

    /// Time around the clock is no length of work by a calendar, nor the other way round.
    private func isElsewhereCounted(_ length: PlannedDuration, _ calendar: WorkCalendar) -> Bool {
        length.unit != .percent && length.isElapsed && calendar.id != WorkCalendar.elapsed.id
    }

    // MARK: Limits

    private mutating func feverLimits(_ buffers: BufferDraft) -> FeverLimits {
        let usual = FeverLimits.usual
        let (yellow, red) = (buffers.yellow?.value ?? usual.yellow, buffers.red?.value ?? usual.red)
        let numbers = [yellow.atStart, yellow.atEnd, red.atStart, red.atEnd]
        let isOrdered =
            yellow.atStart <= yellow.atEnd && red.atStart <= red.atEnd && yellow.atStart <= red.atStart
            && yellow.atEnd <= red.atEnd
        guard isOrdered, numbers.allSatisfy((0...10_000).contains) else {
            report(
                "plan.bad-buffer-limits", "the zones of the fever chart are out of order",
                advice:
                    "let each line rise from 0% to 100% at most, and red lie above yellow: yellow: 0% 70%, red: 30% 90%",
                at: buffers.red?.place ?? buffers.yellow?.place)
            return usual
        }
        return FeverLimits(yellow: yellow, red: red)
    }
}
