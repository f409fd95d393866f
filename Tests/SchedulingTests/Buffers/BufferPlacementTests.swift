import Diagnostics
import Scheduling
import Testing
import WorkTime

/// Days of 480 minutes from Monday 5 January 2026.
@Suite("Where buffers sit and how much of them there is")
struct BufferPlacementTests {
    /// A chain of 8 days that drives the promise, and one of 3 that joins it after 5.
    private static let plan = """
        brief  2d
        film   3d after brief
        cut    3d after film,music
        music  3d
        """

    private func schedule(
        _ text: String = plan, finishBy: String? = "2026-01-20", _ change: (inout BufferDraft) -> Void = { _ in }
    ) throws -> Schedule {
        var sketch = try PlanSketch(text, finishBy: finishBy)
        var buffers = BufferDraft()
        buffers.size = Located(.method(.cutAndPaste))
        change(&buffers)
        sketch.draft.buffers = buffers
        return try sketch.schedule()
    }

    @Test("half of the chain sits before the promise; what is beyond it is spare")
    func projectBuffer() throws {
        let buffer = try #require(try schedule().buffers().first)
        #expect(buffer.id == BufferID(before: nil) && buffer.id.kind == .project)
        #expect(buffer.chain == ["brief", "film", "cut"])
        // Four of eight days; done on Wednesday 14, promised for Tuesday 20: four days of headroom.
        #expect(buffer.size == WorkMinutes(4 * 480) && buffer.headroom == WorkMinutes(4 * 480))
        #expect(buffer.from.description == "2026-01-14T18:00" && buffer.to.description == "2026-01-20T18:00")
        #expect(buffer.spare == .zero && buffer.consumed == .zero && buffer.left == buffer.size)
        #expect(buffer.zone == .green && !buffer.isConsumedFasterThanProgress)
        // It costs its four days at the beginning.
        #expect(buffer.latestStart?.withBuffer.description == "2026-01-05T09:00")
        #expect(buffer.latestStart?.withoutBuffer.description == "2026-01-09T09:00")
    }

    @Test(
        "a day less of headroom than the buffer has is a day consumed; no headroom is all of it; a missed promise more")
    func consumed() throws {
        let shares = try ["2026-01-19", "2026-01-14", "2026-01-12"].map { promise in
            try schedule(finishBy: promise).buffers().first?.consumedShare
        }
        #expect(shares == [0.25, 1, 1.5])
        let missed = try #require(try schedule(finishBy: "2026-01-12").buffers().first)
        #expect(missed.left == .zero && missed.zone == .red && missed.isConsumedFasterThanProgress)
    }

    @Test("a chain that joins has half of it before the join, and needs as much room")
    func feedingBuffer() throws {
        let buffers = try schedule().buffers()
        #expect(buffers.count == 2)
        let feeding = buffers[1]
        #expect(feeding.id == BufferID(before: nil, joining: .init(from: "music", to: "cut")))
        #expect(feeding.chain == ["music"] && feeding.size == WorkMinutes(720))
        // Music is done on Wednesday 7 and wanted on Friday 9.
        #expect(feeding.headroom == WorkMinutes(960) && feeding.spare == WorkMinutes(240))
        #expect(feeding.to.description == "2026-01-12T09:00" && feeding.from.description == "2026-01-08T14:00")
        #expect(feeding.latestStart?.withBuffer.description == "2026-01-05T14:00")
        #expect(feeding.latestStart?.withoutBuffer.description == "2026-01-07T09:00")
        #expect(try schedule { $0.guardsJoins = false }.buffers().map(\.id.kind) == [.project])
    }

    @Test("a chain that joins short by less than its buffer says by how much")
    func shortJoin() throws {
        let plan = Self.plan.replacingFirst("music  3d", with: "music  4d")
        let feeding = try schedule(plan).buffers()[1]
        #expect(feeding.size == WorkMinutes(960) && feeding.headroom == WorkMinutes(480))
        #expect(feeding.spare == WorkMinutes(-480) && feeding.consumed == WorkMinutes(480))
    }

    @Test("of several links between the same two, the one with the least to spare counts")
    func ladder() throws {
        // The cut may begin four days after the music and ends no sooner. Of the first link only the start of the music matters,
        // which takes no time: the buffer stands behind the second, Wednesday 7 to Wednesday 14.
        let plan = Self.plan.replacingFirst("film,music", with: "film,music FF,music SS+4d")
        #expect(try schedule(plan).buffers().map(\.headroom) == [WorkMinutes(4 * 480), WorkMinutes(5 * 480)])
        let late = try schedule(Self.plan.replacingFirst("film,music", with: "film,music FF,music FS+1d")).buffers()
        #expect(late.map(\.headroom) == [WorkMinutes(4 * 480), WorkMinutes(480)])
    }

    @Test("of a hundred chains that join one activity each has its buffer, in the order of the links")
    func manyJoins() throws {
        let ids = (0..<100).map { "part\($0)" }
        let parts = ids.enumerated().map { "\($1)  \(1 + $0 % 4)d" }
        // Each is linked twice: its finish before the start, and before the finish, which asks less.
        let links = (ids + ids.map { "\($0) FF" }).joined(separator: ",")
        let plan = (["brief  5d"] + parts + ["cut  2d after brief,\(links)"]).joined(separator: "\n")
        let joining = try schedule(plan).buffers().dropFirst()
        #expect(joining.map(\.id.join?.source.rawValue) == ids)
        #expect(joining.map(\.headroom) == ids.indices.map { WorkMinutes((4 - $0 % 4) * 480) })
    }

    @Test("a size that is stated is taken; only the promises that are named have one")
    func stated() throws {
        let plan = Self.plan.replacingFirst("film   3d", with: "film   3d by 2026-01-12")
        let named = try schedule(plan) {
            $0.promises = [Located(.init("film", size: .days(1)))]
        }.buffers()
        #expect(named.map(\.id.promise) == ["film"])
        #expect(named[0].method == nil && named[0].size == WorkMinutes(480) && named[0].chain == ["brief", "film"])
        let all = try schedule(plan) { $0.size = Located(.fixed(.hours(4))) }.buffers()
        #expect(all.filter { $0.id.kind == .project }.map(\.size.count) == [240, 240])
        let whole = try schedule(plan) { $0.promises = [Located(.init(BufferDraft.finishBy))] }.buffers()
        #expect(whole.map(\.id.promise) == [nil, nil])
    }

    @Test("safe lengths are stated, or a part more than planned")
    func safeLengths() throws {
        var sketch = try PlanSketch(Self.plan, finishBy: "2026-01-20")
        var buffers = BufferDraft()
        buffers.safe = Located(PlannedDuration(thousandths: 200_000, unit: .percent))
        sketch.draft.buffers = buffers
        // What is cut is 2, 3 and 3 days: the root of 22 is 37.52 hours.
        #expect(try sketch.schedule().buffers()[0].size.count == 38 * 60)
        sketch.draft.activities[0].details.safe = Located(.days(6))
        sketch.draft.activities[1].details.safe = Located(.days(3))
        sketch.draft.activities[2].details.safe = Located(PlannedDuration(thousandths: 200_000, unit: .percent))
        // 4, 0 and 3 days: the root of 25.
        #expect(try sketch.schedule().buffers()[0].size.count == 5 * 480)
    }

    @Test("work around the clock counts as much of a week as it takes")
    func otherCalendars() throws {
        let schedule = try schedule("dry 7ed\nship 5d after dry") { $0.size = Located(.method(.cutAndPaste)) }
        // A week of drying and a week of work: half of ten working days.
        #expect(schedule.buffers()[0].size.count == 5 * 480)
    }

    @Test("a plan that promises nothing, and one of points in time, has no buffer to fill")
    func edges() throws {
        #expect(try schedule(finishBy: nil).buffers().isEmpty)
        #expect(try PlanSketch(Self.plan, finishBy: "2026-01-20").schedule().buffers().isEmpty)
        let points = try schedule("a 0d\nb 0d after a").buffers()
        #expect(points.count == 1 && points[0].size == .zero && points[0].from == points[0].to)
        #expect(points[0].consumedShare == nil && points[0].progress.share == nil && points[0].zone == .green)
        #expect(points[0].consumed == .zero && !points[0].isConsumedFasterThanProgress)
        let first = try PlanSketch("a 1h", start: "0001-01-01", finishBy: "0001-01-01")
        var early = first
        early.draft.buffers = BufferDraft()
        early.draft.buffers?.size = Located(.fixed(.weeks(500)))
        let buffer = try #require(try early.schedule().buffers().first)
        #expect(buffer.from <= buffer.to && buffer.zone == .red)
    }

    // MARK: Progress

    private func status(_ change: (inout PlanDraft) -> Void) throws -> [Buffer] {
        var sketch = try PlanSketch(Self.plan, finishBy: "2026-01-20")
        sketch.draft.buffers = BufferDraft()
        sketch.draft.buffers?.size = Located(.method(.cutAndPaste))
        let accepted = try sketch.schedule()
        change(&sketch.draft)
        return try sketch.schedule().buffers(against: accepted)
    }

    private func stated(_ text: String) -> Located<StatedInstant> { Located(StatedInstant(text)!) }

    @Test("two days lost are two days of the buffer, beside what of the chain is done")
    func delays() throws {
        let buffers = try status { draft in
            draft.dataDate = stated("2026-01-08")
            draft.activities[0].progress.actualStart = stated("2026-01-05")
            draft.activities[0].progress.actualFinish = stated("2026-01-07")
            draft.activities[1].progress.actualStart = stated("2026-01-08")
            draft.activities[1].progress.remaining = Located(.days(2))
        }
        let buffer = buffers[0]
        #expect(buffer.chain == ["brief", "film", "cut"] && buffer.size == WorkMinutes(4 * 480))
        // Music has not begun on Thursday evening: three days more, and the cut begins on Wednesday instead of Monday.
        #expect(buffer.consumed == WorkMinutes(2 * 480) && buffer.consumedShare == 0.5)
        #expect(buffer.progress == ChainProgress(done: WorkMinutes(3 * 480), all: WorkMinutes(8 * 480)))
        #expect(buffer.latestStart == nil && buffer.zone == .yellow && buffer.isConsumedFasterThanProgress)
        #expect(buffers[1].headroom == .zero && buffers[1].zone == .red && !buffers[1].isSettled)
    }

    @Test("a promise that was kept leaves its buffer over; a chain that has joined consumes nothing")
    func settledPromise() throws {
        let buffers = try status { draft in
            draft.dataDate = stated("2026-01-16")
            let dates = [("05", "06"), ("07", "09"), ("12", "15"), ("05", "07")]
            for (index, (start, finish)) in dates.enumerated() {
                draft.activities[index].progress.actualStart = stated("2026-01-\(start)")
                draft.activities[index].progress.actualFinish = stated("2026-01-\(finish)")
            }
        }
        #expect(buffers[0].isSettled && buffers[0].left == WorkMinutes(3 * 480) && buffers[0].zone == .green)
        #expect(buffers[0].progress.share == 1)
        #expect(buffers[1].isSettled && buffers[1].headroom == nil && buffers[1].consumed == nil)
    }

    @Test("what the plan no longer asks for is done")
    func dropped() throws {
        let buffers = try status { draft in
            draft.activities.remove(at: 1)
            draft.activities[1].predecessors = [Located(LinkDraft(to: "brief")), Located(LinkDraft(to: "music"))]
        }
        #expect(buffers[0].progress.done == WorkMinutes(3 * 480) && buffers[0].consumed == .zero)
    }
}

extension String {
    fileprivate func replacingFirst(_ text: String, with other: String) -> String {
        guard let range = firstRange(of: text) else { return self }
        return replacingCharacters(in: range, with: other)
    }

    private func replacingCharacters(in range: Range<String.Index>, with other: String) -> String {
        String(self[..<range.lowerBound]) + other + self[range.upperBound...]
    }
}
