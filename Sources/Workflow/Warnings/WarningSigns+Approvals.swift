import Diagnostics
import Scheduling
import WorkTime

/// What approvals give away.
extension WarningSigns {
    /// Answers that were asked for and usually would be there.
    var lateAnswers: [EarlyWarning] {
        openAnswers.compactMap { outlook, answer in
            guard let asked = asked(answer), let response = outlook.approval.gate.answer?.value.usual else {
                return nil
            }
            let calendar = project.calendar(of: answer)
            let due = calendar.finish(at: calendar.position(of: asked) + WorkMinutes(response.minutes(on: calendar)))
            guard due < dataDate else { return nil }
            let id = project.activities[answer].id
            let chain = onwards(from: id)
            return warning(
                .answerLate(id, of: outlook.approval.id, asked: asked, usually: due), chain,
                [answerOption([id])].compactMap(\.self) + roundOptions([id], for: tightest(after: id)))
        }
    }

    /// Material that was to be shown within a week, and will not be there.
    var lateMaterial: [EarlyWarning] {
        openAnswers.compactMap { outlook, answer in
            let id = project.activities[answer].id
            guard asked(answer) == nil, let wanted = told(id) else { return nil }
            let soon = CivilMinute(day: dataDate.day.advanced(by: 7), minuteOfDay: dataDate.minuteOfDay)
            let expected = schedule.activities[answer].start
            guard wanted < soon, expected > wanted else { return nil }
            let chain = schedule.openChain(to: id)
            guard let material = chain.dropLast().last else { return nil }
            return warning(
                .materialLate(material, for: outlook.approval.id, wanted: wanted, expected: expected), chain,
                [finishOption(material)].compactMap(\.self) + roundOptions(chain, for: tightest(after: id)))
        }
    }

    /// Approvals that are not given and take more rounds than were agreed.
    var roundsOverAgreed: [EarlyWarning] {
        outlooks.compactMap { outlook in
            let id = outlook.approval.id
            let now = outlook.approval.rounds.count
            guard !outlook.isGiven, let agreed = agreed(id), now > agreed, let last = outlook.approval.rounds.last
            else { return nil }
            let chain = schedule.openChain(to: last.answer)
            return warning(
                .roundsOverAgreed(id, agreed: agreed, now: now), chain, [answerOption(chain)].compactMap(\.self))
        }
    }

    /// Approvals that come up and for which one more round than planned would break promises.
    var roundsWithoutRoom: [EarlyWarning] {
        outlooks.compactMap { outlook in
            guard !outlook.isGiven, let more = outlook.oneMoreRound, !more.missed.isEmpty,
                let first = openAnswers.first(where: { $0.outlook.approval.id == outlook.approval.id })?.answer,
                schedule.activities[first].start < horizon
            else { return nil }
            let endangered = endangered(more.missed)
            let id = project.activities[first].id
            return warning(
                .noRoomForARound(outlook.approval.id, endangered), onwards(from: id),
                [answerOption([id])].compactMap(\.self) + roundOptions([id], for: endangered.activity))
        }
    }

    // MARK: Answers

    /// Since when the reviewer has the material; `nil` before that.
    private func asked(_ answer: Int) -> CivilMinute? {
        if let begun = project.activities[answer].progress?.actualStart { return begun }
        let sources = project.links(to: answer).compactMap { project.index(of: $0.predecessor) }
        let ends = sources.compactMap { project.activities[$0].progress?.actualFinish }
        guard !sources.isEmpty, ends.count == sources.count else { return nil }
        return ends.max()
    }

    /// When an activity was to begin: as it was accepted, else as it was reported first.
    private func told(_ id: ActivityID) -> CivilMinute? {
        if let accepted = record.accepted { return accepted.baseline.activities.first { $0.id == id }?.start }
        return earlier.first?.activities.first { $0.id == id }?.start
    }

    /// How many rounds were agreed: in the timetable that was accepted, else in the plan's file.
    private func agreed(_ gate: ActivityID) -> Int? {
        guard let accepted = record.accepted else { return agreedRounds[gate] }
        let ids = Set(accepted.baseline.activities.map(\.id))
        let count = (1...).prefix { ids.contains(ActivityID("\(gate)/\($0)")) }.count
        return count > 0 ? count : agreedRounds[gate]
    }
}
