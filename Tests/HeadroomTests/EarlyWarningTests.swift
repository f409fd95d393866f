import Headroom
import Testing

/// Each rule on its smallest plan: it speaks before the promise is missed, and is silent a step earlier.
@Suite("Early warnings")
struct EarlyWarningTests {
    /// Layouts take from Monday 5 to Friday 9 January, then two rounds of two days' answer and a day of revision until
    /// Friday 16, then artwork until Wednesday 21.
    private static let plan = """
        plan: Poster
        start: 2026-01-05
        lanes: {client: Client, studio: Studio}
        activities:
          layouts: {lane: studio, duration: 5d}
          ok:      {lane: client, after: layouts,
                    gate: {reviewer: client, answer: 2d, rounds: 2, rework: layouts 1d, written: yes}}
          artwork: {lane: studio, duration: 3d, after: ok, deadline: DEADLINE}
        """

    private func file(deadline: String = "2026-01-30") throws -> PlanFile {
        let text = Self.plan.split(separator: "DEADLINE").joined(separator: deadline)
        return try PlanFile(reading: InputFile(path: "poster.yaml", bytes: Array(text.utf8)))
    }

    /// - Parameter progress: when each began, then when it ended, `2026-01-05…2026-01-09`, or what is left of it,
    ///   `2026-01-05 4d`.
    private func update(_ date: String, rounds: Int? = nil, _ progress: [ActivityID: String] = [:]) -> StatusUpdate {
        func on(_ text: Substring) -> Located<StatedInstant> { Located(StatedInstant(String(text))!) }
        let news = progress.sorted { $0.key.rawValue < $1.key.rawValue }.map { id, words in
            let dates = words.split(separator: "…")
            let left = words.split(separator: " ").dropFirst().first.map { Located(try! PlannedDuration(String($0))) }
            return (
                Located(id),
                ProgressDraft(
                    actualStart: on(words.prefix(10)), actualFinish: dates.count > 1 ? on(dates[1]) : nil,
                    remaining: left)
            )
        }
        return StatusUpdate(
            date: on(date[...]), progress: news.map { (id: $0.0, progress: $0.1) },
            rounds: rounds.map { [(Located("ok"), Located($0))] } ?? [])
    }

    /// The record after some updates on an accepted timetable.
    private func record(_ file: PlanFile, _ updates: [StatusUpdate] = []) throws -> PlanRecord {
        let accepted = Proposal(
            number: 1, date: CivilDay("2026-01-02")!, author: nil, baseline: Baseline(of: try file.checked().schedule),
            acceptance: .init(date: CivilDay("2026-01-02")!, client: "Client"))
        var record = PlanRecord(proposals: [accepted])
        for (index, update) in updates.enumerated() {
            let snapshot = StatusSnapshot(of: try file.checked(with: record, adding: update).schedule)
            record = PlanRecord(
                proposals: [accepted],
                updates: record.updates + [.init(number: index + 1, update: update, snapshot: snapshot)])
        }
        return record
    }

    private func warnings(_ file: PlanFile, _ updates: [StatusUpdate] = []) throws -> [EarlyWarning] {
        let before = try record(file, updates.dropLast())
        return try file.checked(with: before, adding: updates.last).earlyWarnings(after: before)
    }

    private func rules(_ file: PlanFile, _ updates: [StatusUpdate]) throws -> [String] {
        try warnings(file, updates).map(\.sign.rule)
    }

    @Test("a plan that goes as it was accepted, with room for a round, warns of nothing")
    func silence() throws {
        let file = try file()
        #expect(try rules(file, []) == [])
        #expect(try rules(file, [update("2026-01-09", ["layouts": "2026-01-05…2026-01-09"])]) == [])
    }

    @Test("material that will not be there in the week in which it is wanted")
    func material() throws {
        let file = try file()
        // As of Thursday 8: layouts began that day, three days late; they were to be shown on Monday 12.
        let found = try warnings(file, [update("2026-01-08", ["layouts": "2026-01-08 4d"])])
        #expect(found.map(\.sign.rule) == ["material-late"])
        let warning = try #require(found.first)
        guard case .materialLate("layouts", for: "ok", let wanted, let expected) = warning.sign else {
            Issue.record("\(warning.sign)")
            return
        }
        #expect(wanted.description == "2026-01-12T09:00" && expected.description == "2026-01-15T09:00")
        #expect(warning.chain == ["layouts", "ok/1"])
        // Promised for Friday 30: three days of artwork, two of answer, one of revision, two of answer before it.
        #expect(warning.actBy?.description == "2026-01-20T18:00")
        #expect(warning.timeLeft == WorkMinutes(8 * 480))
        #expect(warning.options.first == .finish("layouts", by: CivilMinute("2026-01-20T18:00")!))
        #expect(warning.options.contains(.fewerRounds(["ok"], gains: WorkMinutes(3 * 480))))
    }

    @Test("an answer that usually would be there")
    func answer() throws {
        let file = try file()
        let done: [ActivityID: String] = ["layouts": "2026-01-05…2026-01-09"]
        // Shown on Friday evening, two days for the answer: due on Tuesday 13, late from Wednesday on.
        #expect(try rules(file, [update("2026-01-13", done)]) == [])
        let found = try warnings(file, [update("2026-01-14", done)])
        #expect(found.map(\.sign.rule) == ["answer-late"])
        guard case .answerLate("ok/1", of: "ok", _, let usually)? = found.first?.sign else {
            Issue.record("\(found)")
            return
        }
        #expect(usually.description == "2026-01-13T18:00")
        #expect(found[0].options.first == .answer("ok/1", by: CivilMinute("2026-01-22T18:00")!))
    }

    @Test("rounds over the agreed number, until the approval is there")
    func rounds() throws {
        let file = try file()
        let done: [ActivityID: String] = ["layouts": "2026-01-05…2026-01-09", "ok/1": "2026-01-12…2026-01-13"]
        #expect(try rules(file, [update("2026-01-13", rounds: 2, done)]) == [])
        let found = try warnings(file, [update("2026-01-13", rounds: 3, done)])
        #expect(found.map(\.sign) == [.roundsOverAgreed("ok", agreed: 2, now: 3)])
        #expect(found.first?.chain.first == "ok/2/layouts")
        let given = done.merging(["ok": "2026-01-12…2026-01-19"]) { $1 }.filter { $0.key != "ok/1" }
        #expect(try rules(file, [update("2026-01-19", given)]) == [])
    }

    @Test("headroom that three statuses in a row have less of, before there is none")
    func eroding() throws {
        let file = try file()
        let (first, second) = (
            update("2026-01-06", ["layouts": "2026-01-06 4d"]), update("2026-01-07", ["layouts": "2026-01-06 4d"])
        )
        #expect(try rules(file, [first]) == ["material-late"])
        let found = try warnings(file, [first, second])
        #expect(found.map(\.sign.rule).contains("headroom-eroding"))
        guard
            case .headroomEroding(let promise, let headrooms, let gone)? = found.first(where: {
                $0.sign.rule == "headroom-eroding"
            })?.sign
        else { return }
        #expect(promise == .init(activity: "artwork", others: 0))
        // Seven days when it was accepted; a day less at each of the two statuses.
        #expect(headrooms.map(\.count) == [7 * 480, 6 * 480, 5 * 480])
        // Two days lost in three days of work, so the five that are left go in seven and a half.
        #expect(gone.description == "2026-01-19T14:00")
    }

    @Test("headroom that is regained, or a promise that was moved, does not erode")
    func notEroding() throws {
        let file = try file()
        let back = try rules(
            file,
            [
                update("2026-01-06", ["layouts": "2026-01-06 5d"]),
                update("2026-01-07", ["layouts": "2026-01-06 3d"]),
            ])
        #expect(!back.contains("headroom-eroding"))
    }

    @Test("an approval that comes up without room for one more round")
    func noRoom() throws {
        // One more round takes three days; promised for Friday 23, two days after the forecast.
        let tight = try file(deadline: "2026-01-23")
        let found = try warnings(tight, [update("2026-01-05", ["layouts": "2026-01-05 4d"])])
        #expect(found.map(\.sign) == [.noRoomForARound("ok", .init(activity: "artwork", others: 0))])
        #expect(found.first?.options.last == .fewerRounds(["ok"], gains: WorkMinutes(3 * 480)))
        #expect(try rules(file(deadline: "2026-01-26"), [update("2026-01-05", ["layouts": "2026-01-05 4d"])]) == [])
    }

    @Test("a promise that is missed is told first, and nothing else of the same cause")
    func missed() throws {
        let tight = try file(deadline: "2026-01-23")
        let found = try warnings(tight, [update("2026-01-08", ["layouts": "2026-01-08 4d"])])
        #expect(found.map(\.sign.rule) == ["promise-missed", "material-late"])
        #expect(found[0].sign == .promiseMissed(.init(activity: "artwork", others: 0), by: WorkMinutes(480)))
        #expect(found[0].chain.first == "layouts" && found[0].chain.last == "artwork")
        #expect(found[0].timeLeft == WorkMinutes(3 * 480))
        #expect(found[0].options.suffix(2) == [.promise("artwork", CivilMinute("2026-01-26T18:00")!), .repair])
    }

    @Test("every fewer round that is offered keeps what it says, tried on the whole plan")
    func offers() throws {
        let tight = try file(deadline: "2026-01-23")
        let found = try warnings(tight, [update("2026-01-08", ["layouts": "2026-01-08 4d"])])
        #expect(found[0].options.contains(.fewerRounds(["ok"], gains: WorkMinutes(3 * 480))))
        let fewer = try tight.checked(adding: update("2026-01-08", rounds: 1, ["layouts": "2026-01-08 4d"])).schedule
        #expect(fewer["artwork"]?.finish.description == "2026-01-21T18:00")
    }
}
