import Formats
import Reports
import Scheduling
import Testing
import WorkTime

@Suite("A timetable as a calendar")
struct ICalendarTests {
    private func bytes(_ language: Language, lanes: [LaneID] = []) throws -> [UInt8] {
        let paper = TimetablePaper(
            schedule: try festivalCampaign().schedule(), extras: TimetableExtras(lanesInCalendar: lanes),
            source: "spring-launch.yaml")
        return try #require(try paper.report(in: language).rendered(as: .ics).files.first).bytes
    }

    /// The properties of each event.
    private func events(_ bytes: [UInt8]) -> [[String: String]] {
        let lines = String(decoding: bytes, as: UTF8.self).replacing("\r\n ", with: "").split(separator: "\r\n")
        var events: [[String: String]] = []
        for line in lines.dropFirst(6).dropLast() {
            let parts = line.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
            if line == "BEGIN:VEVENT" { events.append([:]) } else { events[events.count - 1][parts[0]] = parts[1] }
        }
        return events
    }

    @Test("is kept as it was read, in both languages", arguments: Language.allCases)
    func golden(language: Language) throws {
        let text = String(decoding: try bytes(language, lanes: ["creative"]), as: UTF8.self)
        try expectGolden(text, "timetable.\(language).ics")
    }

    @Test("holds all deadlines and milestones; of a lane that is asked for its work, and what is due of it")
    func contents() throws {
        let plain = events(try bytes(.english))
        #expect(
            plain.map { $0["SUMMARY"] } == [
                "Deadline: The whole plan", "Deadline: Print run", "Deadline: Material delivered", "Job instruction",
                "Material delivered",
            ])
        #expect(plain[1]["DTSTART;VALUE=DATE"] == "20260306" && plain[1]["DTEND;VALUE=DATE"] == "20260307")
        #expect(plain.allSatisfy { $0["TRANSP"] == "TRANSPARENT" && $0["DTSTAMP"] == "20260126T000000Z" })
        let all = events(try bytes(.english, lanes: ["creative"]))
        #expect(all.first?["SUMMARY"] == "Deadline: The whole plan")
        let creative = all.dropFirst()
        #expect(creative.map { $0["SUMMARY"] } == ["Initial ideas", "Finished artwork"])
        #expect(creative.allSatisfy { $0["CATEGORIES"] == "Creative" && $0["TRANSP"] == "OPAQUE" })
        #expect(creative.last?["DTSTART;VALUE=DATE"] == "20260210" && creative.last?["DTEND;VALUE=DATE"] == "20260227")
    }

    @Test("names each event the same in every language, and no two alike")
    func identifiers() throws {
        let english = events(try bytes(.english, lanes: ["creative"])).map { $0["UID"] }
        #expect(english == events(try bytes(.simplifiedChinese, lanes: ["creative"])).map { $0["UID"] })
        #expect(Set(english).count == english.count)
    }

    @Test("gives a time where the day alone does not say it, without a zone")
    func timed() throws {
        let plan = try SamplePlan(
            "Timed", start: "2026-01-12",
            lanes: [("studio", "Studio")], [activity("a", "90m", lane: "studio"), activity("b", after: "a")])
        let paper = TimetablePaper(
            schedule: try plan.schedule(), extras: TimetableExtras(lanesInCalendar: ["studio"]), source: "p")
        let found = events(try paper.report(in: .english).rendered(as: .ics).files[0].bytes)
        #expect(found.map { $0["DTSTART"] } == ["20260112T090000"])
        #expect(found.map { $0["DTEND"] } == ["20260112T103000"])
        let all = events(
            try TimetablePaper(schedule: plan.schedule(), source: "p").report(in: .english).rendered(as: .ics).files[0]
                .bytes)
        #expect(all.map { $0["DTSTART"] } == ["20260112T103000"] && all.map { $0["DTEND"] } == [nil])
    }

    @Test("is not made of a paper without dates")
    func nothing() throws {
        #expect(try sampleReport(.english).rendered(as: .ics).files.isEmpty)
    }
}
