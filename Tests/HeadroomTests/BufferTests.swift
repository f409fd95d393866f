import Headroom
import Testing

@Suite("Buffers of an agency's plan")
struct BufferTests {
    private static let plan = """
        plan: Launch / 上市
        start: 2026-01-05
        finish-by: 2026-02-13
        buffers: {before: [finish-by, film]}
        lanes: [client]
        activities:
          ideas: {duration: 5d, safe: 8d}
          ok:    {lane: client, after: ideas, gate: {reviewer: client, answer: 1d 2d 6d, rounds: 2, rework: ideas 40%}}
          film:  {duration: 6d, after: ok, deadline: 2026-02-06}
        """

    private func plan(_ more: String = "", _ text: String = plan) throws -> AgencyPlan {
        try AgencyPlan(reading: input(text + "\n" + more))
    }

    private func input(_ text: String) -> InputFile { InputFile(path: "launch.yaml", bytes: Array(text.utf8)) }

    @Test("an answer may take as long as at worst, and a revised step its part of the step's safe length")
    func gates() throws {
        let buffer = try #require(try plan().bufferOutlooks().first?.buffer)
        #expect(buffer.chain == ["ideas", "ok/1", "ok/2/ideas", "ok/2", "ok", "film"])
        // 3 days of ideas, 4 of each answer, 1.2 of the revision, 3 of the film: √(9 + 16 + 1.44 + 16 + 9) = 7.17 days.
        #expect(buffer.size == WorkMinutes(58 * 60))
    }

    @Test("with a data date chains and sizes are those of the plan before anything had happened")
    func progress() throws {
        let text = Self.plan.replacing("start: 2026-01-05", with: "start: 2026-01-05\ndata-date: 2026-01-16")
        let late = try plan(
            """
            progress:
              ideas: {started: 2026-01-05, finished: 2026-01-13}
              ok/1:  {started: 2026-01-14, remaining: 2d}
            """, text)
        let (before, now) = (try plan().bufferOutlooks().map(\.buffer), late.bufferOutlooks().map(\.buffer))
        #expect(before.map(\.size) == now.map(\.size) && before.map(\.chain) == now.map(\.chain))
        // Ideas took two days longer, the answer three so far and two more: five days are lost.
        #expect(now[0].headroom == before[0].headroom! - WorkMinutes(5 * 480))
        // Of 17 days' work 5 are done, the answer has worked none that it was to take.
        #expect(now[0].progress == ChainProgress(done: WorkMinutes(5 * 480), all: WorkMinutes(17 * 480)))
        #expect(now[0].isConsumedFasterThanProgress == (now[0].consumedShare! > 5.0 / 17))
    }

    @Test("an approval that comes a round early has done its rounds")
    func earlyApproval() throws {
        let text = Self.plan.replacing("start: 2026-01-05", with: "start: 2026-01-05\ndata-date: 2026-01-14")
        let early = try plan(
            """
            progress:
              ideas: {started: 2026-01-05, finished: 2026-01-09}
              ok:    {finished: 2026-01-13}
            """, text)
        let buffer = try #require(early.bufferOutlooks().first?.buffer)
        // All but the film's 6 of 17 days.
        #expect(buffer.progress == ChainProgress(done: WorkMinutes(11 * 480), all: WorkMinutes(17 * 480)))
    }

    @Test("a change after approval consumes the buffer of the promise that goes with it")
    func changes() throws {
        let changed = try plan(
            """
            changes:
              logo: {approval: ok, on: 2026-02-02, reopens: [ideas 1d, film 2d]}
            """)
        let buffers = changed.bufferOutlooks().map(\.buffer)
        #expect(buffers.filter { $0.id.kind == .project }.map(\.id.promise) == [nil, "logo/film"])
        #expect(try #require(buffers.last).zone == .red)
    }

    @Test("readings of earlier weeks say when a buffer will be gone")
    func history() throws {
        let text = Self.plan.replacing("start: 2026-01-05", with: "start: 2026-01-05\ndata-date: 2026-01-16")
        let late = try plan(
            """
            progress:
              ideas: {started: 2026-01-05, finished: 2026-01-13}
              ok/1:  {started: 2026-01-14, remaining: 2d}
            """, text)
        let id = BufferID(before: "film")
        let dates = ["2026-01-09T18:00", "2026-01-14T18:00"].map { CivilMinute($0)! }
        let readings = [
            BufferReading(on: dates[0], progress: 0.1, consumed: 0.1),
            BufferReading(on: dates[1], progress: 0.3, consumed: 0.5),
        ]
        let outlook = try #require(late.bufferOutlooks(after: [id: readings]).first { $0.buffer.id == id })
        #expect(outlook.trend.readings.count == 3)
        let alone = try #require(late.bufferOutlooks().first { $0.buffer.id == id })
        #expect(alone.trend.readings.count == 1)
    }

    @Test("both answers hold them, and figures that do not exist have their reasons")
    func json() throws {
        let text = Self.plan.replacing("start: 2026-01-05", with: "start: 2026-01-05\ndata-date: 2026-01-09")
        let answers = [
            try Answer.timetable(of: input(Self.plan)),
            try Answer.planStatus(
                of: input(text + "\nprogress:\n  ideas: {started: 2026-01-05, finished: 2026-01-09}\n"),
                in: "none.sqlite"),
        ]
        for (answer, isBegun) in zip(answers, [false, true]) {
            guard case .array(let buffers)? = answer.json["buffers"] else {
                Issue.record("no buffers")
                continue
            }
            let first = try #require(buffers.first)
            #expect(first["before"] == "finish-by" && first["kind"] == "project")
            #expect(first["method"] == "root-squared-error" && first["sizeMinutes"] == .integer(58 * 60))
            #expect(buffers.allSatisfy { $0["headroomMinutes"] != nil && $0["flexibilityMinutes"] == nil })
            #expect((first["latestStartWith"] == .null) == isBegun)
            #expect(first["latestStartWithReason"] == (isBegun ? "begun" : nil))
            #expect(first["runsOut"] == .null && first["runsOutReason"] == "too-few-readings")
        }
        let none = try Answer.timetable(
            of: input(Self.plan.replacing("buffers: {before: [finish-by, film]}\n", with: "")))
        #expect(none.json["buffers"] == nil)
    }
}
