import Diagnostics
import Reports
import Scheduling
import Testing
import WorkTime

@Suite("The timetable paper")
struct TimetablePaperTests {
    @Test(
        "a plan on the last and on the first day of the calendar is drawn in every form",
        arguments: ["0001-01-01", "9999-12-31"])
    func endsOfTheCalendar(start: String) throws {
        let plan = try SamplePlan("End", start: start, calendar: "five-day-week", [activity("a", "1h"), activity("b")])
        for language in Language.allCases {
            for form in RenderingForm.allCases { _ = try form.renderer.render(plan.report(language)) }
        }
    }

    @Test("reads as it was read and kept, in both languages")
    func golden() throws {
        try expectGolden(
            TimetablePaper(schedule: try festivalCampaign().schedule(), source: "spring-launch.yaml"), "timetable")
    }

    @Test("draws the network and numbers the float paths where it is asked to, in both languages")
    func extras() throws {
        let schedule = try festivalCampaign().schedule()
        let extras = TimetableExtras(floatPaths: schedule.floatPaths(count: 4), showsNetwork: true)
        let paper = TimetablePaper(schedule: schedule, extras: extras, source: "spring-launch.yaml")
        for language in Language.allCases {
            let report = paper.report(in: language)
            let usual = TimetablePaper(schedule: schedule, source: "spring-launch.yaml").report(in: language)
            let headings = usual.sections.map(\.heading)
            var added = report
            added.sections.removeAll { headings.contains($0.heading) }
            #expect(added.sections.count == 2)
            try expectGolden(added.rendered(as: .text()).text, "timetable-extras.\(language).txt")
            for file in try added.rendered(as: .svg).files {
                try expectGolden(
                    String(decoding: file.bytes, as: UTF8.self), file.name(for: "timetable-extras.\(language)"))
            }
        }
    }

    @Test("draws of a large network the critical path and its neighbours, and says so")
    func largeNetwork() throws {
        let activities = try (0..<400).map { index in
            try activity(ActivityID("a\(index)"), "1d", after: index >= 4 ? "a\(index - 4), a\(index - 3)" : "")
        }
        let schedule = try SamplePlan("Large", start: "2026-01-05", activities).schedule()
        let paper = TimetablePaper(schedule: schedule, extras: TimetableExtras(showsNetwork: true), source: "l")
        guard case .network(let chart)? = paper.report(in: .english).charts.last else {
            Issue.record("no network")
            return
        }
        #expect(chart.nodes.count == 120)
        #expect(chart.summary.contains("The picture shows 120 of 400 activities"))
        #expect(schedule.longestPath.prefix(120).allSatisfy { id in chart.nodes.contains { $0.label == id.rawValue } })
    }

    /// Ten days of work from Monday 12 January: done Friday 23 January 18:00.
    private func plan(finishBy: String?, deadline: String? = nil) throws -> SamplePlan {
        try SamplePlan(
            "Poster / 海报", start: "2026-01-12", finishBy: finishBy,
            [
                activity("design", "6d", "Design / 设计"),
                activity("print", "4d", "Print / 印刷", after: "design", deadline: deadline),
            ])
    }

    @Test(
        "leads with headroom in a sentence",
        arguments: [
            (
                "2026-01-28", "Finishes Fri 23 Jan 2026, 3 working days before the promise of Wed 28 Jan 2026.",
                "预计2026年1月23日\u{FF08}周五\u{FF09}完成\u{FF0C}比承诺的2026年1月28日\u{FF08}周三\u{FF09}提前3个工作日。", Tone.good
            ),
            (
                "2026-01-25",
                "Finishes Fri 23 Jan 2026, with no working time to spare before the promise of Sun 25 Jan 2026.",
                "预计2026年1月23日\u{FF08}周五\u{FF09}完成\u{FF0C}距承诺的2026年1月25日\u{FF08}周日\u{FF09}没有富余工作时间。", .warning
            ),
            (
                "2026-01-22", "Finishes Fri 23 Jan 2026, 1 working day after the promise of Thu 22 Jan 2026.",
                "预计2026年1月23日\u{FF08}周五\u{FF09}完成\u{FF0C}比承诺的2026年1月22日\u{FF08}周四\u{FF09}延误1个工作日。", .bad
            ),
        ])
    func headline(finishBy: String, en: String, zh: String, tone: Tone) throws {
        let plan = try plan(finishBy: finishBy)
        #expect(try plan.report(.english).headline.sentences[0] == en)
        #expect(try plan.report(.simplifiedChinese).headline.sentences[0] == zh)
        #expect(try plan.report(.english).headline.tone == tone)
    }

    @Test("says that nothing is promised rather than a headroom of nought")
    func nothingPromised() throws {
        let report = try plan(finishBy: nil).report(.english)
        #expect(
            report.headline.sentences[0]
                == "Finishes Fri 23 Jan 2026; no date is promised, so there is no headroom to measure.")
        #expect(report.headline.tone == .neutral)
        #expect(report.tables.map(\.id) == ["timetable"])
    }

    @Test("leads with the tightest deadline when the plan as a whole is not promised")
    func deadlineOnly() throws {
        let report = try plan(finishBy: nil, deadline: "2026-01-21").report(.english)
        #expect(
            report.headline.sentences[0]
                == "“Print” is done Fri 23 Jan 2026, 2 working days after its deadline of Wed 21 Jan 2026.")
        #expect(report.headline.tone == .bad)
    }

    @Test("never calls a plan kept in its first sentence when a deadline is missed")
    func missedDeadline() throws {
        let report = try plan(finishBy: "2026-01-30", deadline: "2026-01-21").report(.english)
        #expect(report.headline.sentences[0].hasSuffix(", and its one deadline is missed."))
        #expect(report.headline.sentences[1] == "Missed: “Print” by 2 working days.")
        #expect(report.headline.tone == .bad)
    }

    @Test("says what each step of the critical path waits for")
    func criticalPath() throws {
        let plan = try SamplePlan(
            "Links", start: "2026-01-12",
            [
                activity("a", "4d", from: "2026-01-14"), activity("b", "3d", after: "a SS+2d"),
                activity("c", "2d", after: "b FS-1d"), activity("d", "5d", after: "c FF+2ed"),
            ])
        let steps = try plan.report(.english).sections.flatMap(\.blocks).compactMap {
            if case .list(let steps) = $0 { steps } else { nil }
        }
        #expect(
            steps.first == [
                "a (4 days, to Mon 19 Jan): may not start before Wed 14 Jan 2026.",
                "b (3 days, to Tue 20 Jan): starts 2 days after “a” starts.",
                "c (2 days, to Wed 21 Jan): starts 1 day before “b” finishes.",
                "d (5 days, to Fri 23 Jan): finishes 2 calendar days after “c” finishes.",
            ])
    }

    @Test("warns of work beyond the days that holidays are known for, in the reader's language")
    func unknownHolidays() throws {
        let plan = try SamplePlan(
            "Late", start: "2026-12-28", [activity("film", "9d", "Film / 影片制作")])
        let notes = try Language.allCases.map { language -> Note? in
            guard case .note(let note)? = try plan.report(language).sections.last?.blocks.last else { return nil }
            return note
        }
        #expect(
            notes[0]?.text
                == "The holidays of “Shanghai office” are known through Thu 31 Dec 2026, and “Film” is planned beyond it."
        )
        #expect(notes[1]?.text.hasSuffix("“影片制作”排在此后。") == true)
        #expect(notes.allSatisfy { $0?.tone == .warning })
    }

    @Test("draws of a very large plan what matters most, and keeps every row in its table")
    func largePlan() throws {
        let activities = try (0..<1_000).map { index in
            try activity(
                ActivityID("a\(index)"), index % 100 == 99 ? nil : "1d",
                after: index >= 20 ? "a\(index - 20)" : "", deadline: index == 500 ? "2026-03-31" : nil)
        }
        let report = try SamplePlan("Large", start: "2026-01-05", activities).report(.english)
        guard case .gantt(let chart)? = report.charts.first else {
            Issue.record("no chart")
            return
        }
        let labels = chart.lanes.flatMap(\.rows).map(\.label)
        #expect(labels.count == 160)
        #expect(labels.contains("a500") && labels.contains("a99"))
        #expect(chart.summary.contains("The picture shows 160 of 1,000 activities"))
        #expect(report.tables.first { $0.id == "timetable" }?.rows.count == 1_000)
    }

    @Test("holds no English words of its own in Chinese")
    func chineseIsChinese() throws {
        let text = try festivalCampaign().report(.simplifiedChinese).rendered(as: .text()).text
        let words = text.split { !$0.isASCII || !$0.isLetter }.map(String.init).filter { $0.count > 1 }
        #expect(
            Set(words).subtracting(["plan", "yaml", "layouts", "copy", "and", "storyboard", "in", "writing"]).isEmpty)
    }
}
