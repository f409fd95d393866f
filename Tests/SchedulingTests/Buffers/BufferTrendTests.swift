import Diagnostics
import Scheduling
import Testing
import WorkTime

@Suite("Where the consumption of a buffer leads")
struct BufferTrendTests {
    /// As of Friday 16 January: a quarter of a buffer of four days is consumed, the promise is a week away.
    private func buffer(left: Int = 3, promised: String = "2026-01-26") throws -> (Buffer, WorkCalendar) {
        var sketch = try PlanSketch("a 8d\nb \(8 - left)d after a", finishBy: promised)
        sketch.draft.buffers = BufferDraft()
        sketch.draft.buffers?.size = Located(.fixed(.days(4)))
        let schedule = try sketch.schedule()
        return (try #require(schedule.buffers().first), schedule.project.calendar)
    }

    private func at(_ text: String) -> CivilMinute { CivilMinute(text)! }

    private func readings(_ consumed: [Double]) -> [BufferReading] {
        let days = ["07", "08", "09", "12", "13", "14", "15", "16"]
        return zip(days.suffix(consumed.count), consumed).enumerated().map { index, pair in
            BufferReading(
                on: at("2026-01-\(pair.0)T18:00"), progress: Double(index) / 10, consumed: pair.1)
        }
    }

    /// The same buffer, with readings that end today in their last one.
    private func trend(_ consumed: [Double], promised: String = "2026-01-26") throws
        -> BufferTrend
    {
        let (buffer, calendar) = try buffer(promised: promised)
        return buffer.trend(after: readings(consumed), asOf: at("2026-01-19T18:00"), on: calendar)
    }

    @Test("a tenth a day runs out when the rest is used at that rate")
    func steady() throws {
        // Today's own reading: done on Wednesday 21, promised for Monday 26, three of four days left.
        let (buffer, calendar) = try buffer()
        #expect(buffer.consumedShare == 0.25)
        let trend = buffer.trend(after: readings([0.05, 0.10, 0.15]), asOf: at("2026-01-19T18:00"), on: calendar)
        #expect(trend.readings.count == 4)
        let daily = try #require(trend.consumedPerDay)
        #expect(daily > 0.05 - 1e-9 && daily < 0.1 + 1e-9)
        // Three quarters at a twentieth to a tenth a day are more than the five days to the promise.
        #expect(trend.runOut == .lasts)
    }

    @Test("one odd reading does not bend the line")
    func robust() throws {
        let plain = [0.1, 0.12, 0.14, 0.16, 0.18, 0.20, 0.22]
        var odd = plain
        odd[2] = 3
        let (left, right) = (try trend(plain), try trend(odd))
        #expect(abs(try #require(left.consumedPerDay) - 0.02) < 0.002)
        #expect(abs(try #require(right.consumedPerDay) - 0.02) < 0.01)
    }

    @Test("it runs out before the promise, when it is consumed fast")
    func runsOut() throws {
        let (buffer, calendar) = try buffer(promised: "2026-01-26")
        let history = [
            BufferReading(on: at("2026-01-15T18:00"), progress: 0, consumed: -0.25),
            BufferReading(on: at("2026-01-16T18:00"), progress: 0, consumed: 0),
        ]
        // A quarter a day: three quarters are gone in three days, on Thursday.
        let trend = buffer.trend(after: history, asOf: at("2026-01-19T18:00"), on: calendar)
        #expect(trend.consumedPerDay == 0.25)
        #expect(trend.runOut == .on(at("2026-01-22T18:00")))
    }

    @Test("too few readings say nothing; a buffer that recovers does not run out; one that is gone is gone")
    func noDate() throws {
        #expect(try trend([0.1]).runOut == .tooFewReadings)
        #expect(try trend([0.1]).consumedPerDay == nil)
        #expect(try trend([0.9, 0.8, 0.7]).runOut == .notConsumed)
        #expect(try trend([], promised: "2026-01-20").runOut == .usedUp)
        var (settled, calendar) = try buffer()
        #expect(settled.trend(after: [], asOf: at("2026-01-19T18:00"), on: calendar).runOut == .tooFewReadings)
        var sketch = try PlanSketch("a 1d", finishBy: "2026-01-09")
        sketch.draft.buffers = BufferDraft()
        sketch.draft.buffers?.size = Located(.fixed(.days(0)))
        settled = try #require(try sketch.schedule().buffers().first)
        #expect(settled.trend(after: [], asOf: at("2026-01-19T18:00"), on: calendar).runOut == .noTime)
        sketch.draft.dataDate = Located(.day(CivilDay("2026-01-07")!))
        sketch.draft.activities[0].progress.actualStart = Located(.day(CivilDay("2026-01-05")!))
        sketch.draft.activities[0].progress.actualFinish = Located(.day(CivilDay("2026-01-06")!))
        settled = try #require(try sketch.schedule().buffers().first)
        #expect(settled.trend(after: [], asOf: at("2026-01-19T18:00"), on: calendar).runOut == .settled)
    }

    @Test("numbers that are none, what lies after today, and what was read twice do not count")
    func sound() throws {
        let (buffer, calendar) = try buffer()
        let twice = readings([0.1, 0.2]) + readings([0.3, 0.4])
        let odd = [
            BufferReading(on: at("2026-01-12T18:00"), progress: .nan, consumed: 0.1),
            BufferReading(on: at("2026-01-12T18:00"), progress: 0.1, consumed: .infinity),
            BufferReading(on: at("2026-02-12T18:00"), progress: 0.1, consumed: 0.1),
        ]
        let trend = buffer.trend(after: twice + odd, asOf: at("2026-01-19T18:00"), on: calendar)
        #expect(trend.readings.map(\.consumed) == [0.3, 0.4, 0.25])
    }

    @Test("no more than the last eight readings count")
    func window() throws {
        let trend = try trend([5, 5, 0.01, 0.02, 0.03, 0.04, 0.05, 0.06])
        #expect(trend.readings.count == 8 && trend.readings[0].consumed == 5)
    }
}
