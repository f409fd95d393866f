import Diagnostics
import Scheduling
import Testing
import WorkTime

@Suite("Durations as planners write them")
struct DurationTests {
    @Test(
        "count minutes of a five-day week of eight hours",
        arguments: [
            ("30m", 30), ("4h", 240), ("2d", 960), ("1.5w", 3_600), ("0.125d", 60), ("3ed", 4_320), ("1ew", 10_080),
            ("-1d", -480), ("+2h", 120), ("0d", 0), ("0.001h", 0), ("0.5m", 1), ("-0.5m", -1),
        ])
    func minutes(text: String, minutes: Int) throws {
        #expect(try PlannedDuration(text).minutes(on: .fiveDayWeek) == minutes)
    }

    @Test("are written as they are read", arguments: ["30m", "4h", "1.5w", "0.125d", "3ed", "-1d", "0d", "1000000w"])
    func roundTrip(text: String) throws {
        #expect(try PlannedDuration(text).description == text)
    }

    @Test(
        "are refused when they are anything else",
        arguments: [
            "", "2", "d", "2 d", "2days", "1.d", ".5d", "1.2345d", "--1d", "1e3d", "2D", "٢d", "1,5d", "1000001d",
            "99999999999999999999999d", "2d ", "ed", "3de",
        ])
    func refused(text: String) {
        #expect(throws: TextFault.self) { try PlannedDuration(text) }
    }

    @Test(
        "are guessed from what people write otherwise",
        arguments: [
            ("2", "2d"), ("2 days", "2d"), ("2D", "2d"), ("2天", "2d"), ("２ｄ", "2d"), ("3个工作日", "3d"),
            ("1,5 weeks", "1.5w"),
            ("4 小时", "4h"), ("7自然日", "7ed"), ("2周", "2w"), ("+2天", "+2d"),
        ])
    func guessed(text: String, meant: String) throws {
        let fault = #expect(throws: TextFault.self) { try PlannedDuration(text) }
        #expect(fault?.advice == "write \(meant)")
    }

    @Test("are not guessed from just anything", arguments: ["soon", "", "2mo", "2d or 3d", "1..5d", "9999999d9"])
    func notGuessed(text: String) {
        let fault = #expect(throws: TextFault.self) { try PlannedDuration(text) }
        #expect(fault?.advice.hasPrefix("write a number and a unit") == true)
    }
}

@Suite("Links as planners write them")
struct LinkDraftTests {
    @Test(
        "name a predecessor, then perhaps the ends and a lag",
        arguments: [
            ("brief", LinkDraft(to: "brief")),
            ("brief FS", LinkDraft(to: "brief")),
            ("brief SS", LinkDraft(to: "brief", .startToStart)),
            ("brief FS+2d", LinkDraft(to: "brief", lag: .days(2))),
            ("brief +2d", LinkDraft(to: "brief", lag: .days(2))),
            ("  brief   ff  -4h ", LinkDraft(to: "brief", .finishToFinish, lag: .hours(-4))),
            ("brief SF + 1w", LinkDraft(to: "brief", .startToFinish, lag: .weeks(1))),
            ("创意 SS+1ed", LinkDraft(to: "创意", .startToStart, lag: .elapsedDays(1))),
            ("FS", LinkDraft(to: "FS")),
        ])
    func read(text: String, link: LinkDraft) throws {
        #expect(try LinkDraft(text) == link)
    }

    @Test(
        "are refused otherwise", arguments: ["", "brief 2d", "brief after", "brief FS2d", "brief FS+", "brief XX+1d"])
    func refused(text: String) {
        #expect(throws: TextFault.self) { try LinkDraft(text) }
    }
}
