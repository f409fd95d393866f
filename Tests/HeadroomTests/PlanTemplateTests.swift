import Headroom
import Seeds
import Testing

/// The plans that come with the program: sound, feasible, and right to the day where that was counted by hand.
@Suite("Plan templates")
struct PlanTemplateTests {
    static let names = ["campaign", "creative", "general", "media", "research"]

    private func schedule(_ name: String) throws -> Schedule {
        let seed = try #require(Seed.plans.first { $0.name == name })
        let source = SourceText(String(decoding: seed.bytes, as: UTF8.self), file: seed.file)
        let (plan, findings) = try PlanReader.read(source).expanded(calendars: .seeds)
        return try Project(checking: plan.draft, calendars: .seeds, findings: findings).schedule()
    }

    @Test("each template schedules without a finding and keeps its promises", arguments: names)
    func sound(name: String) throws {
        let schedule = try schedule(name)
        #expect(schedule.project.findings.isEmpty && schedule.findings.isEmpty)
        #expect(schedule.isFeasible)
        #expect(!schedule.deadlines.isEmpty)
        // A promise that nothing can break shows no headroom worth reading.
        #expect(try #require(schedule.tightestDeadline).timeHeadroom <= WorkMinutes(5 * 480))
    }

    @Test("each activity has a lane of the plan, and a name in both languages", arguments: names)
    func bilingual(name: String) throws {
        let project = try schedule(name).project
        for activity in project.activities {
            #expect(activity.name.chinese != nil, "\(activity.id)")
            #expect(project.lanes.contains { $0.id == activity.lane }, "\(activity.id)")
        }
        #expect((15...80).contains(project.activities.count))
    }

    @Test("the campaign joins: findings lead to the creative brief, finished ads to the media's material")
    func joined() throws {
        let campaign = try schedule("campaign")
        #expect(campaign["creative-brief"]?.driver.predecessors == ["first-findings"])
        #expect(campaign["delivery"]?.driver.predecessors == ["finished-ads"])
        #expect(campaign["clearance"]?.driver.predecessors == ["finished-ads"])
        #expect(Set(campaign.project.activities.compactMap(\.lane)).count == 6)
    }

    @Test("the campaign's creative work crosses Spring Festival 2026 and both make-up Saturdays, as counted by hand")
    func springFestival() throws {
        let campaign = try schedule("campaign")
        let china = campaign.project.calendar
        #expect(
            picture(
                of: [
                    ("f", "first-findings"), ("b", "creative-brief"), ("i", "ideas"), ("r", "ideas-review"),
                    ("p", "ideas-proposal/1"), ("p", "ideas-proposal/2/ideas"), ("p", "ideas-proposal/2"),
                    ("l", "layouts"),
                    ("a", "layouts-approval/1"), ("a", "layouts-approval/2/layouts"), ("a", "layouts-approval/2"),
                ], in: campaign, weeks: 7) == [
                    "01-26 ....f..",
                    "02-02 ffbbi..",
                    "02-09 iiiiir.",  // Saturday 14 February is worked
                    "02-16 .......",
                    "02-23 .pppll.",  // Monday 23 is off, Saturday 28 is worked
                    "03-02 lllaa..",
                    "03-09 a......",
                ])
        // The six days of ideas begin on Friday 6 February and end on Friday 13; the make-up Saturday takes the review.
        #expect(campaign["ideas-review"]?.earlyStart.description == "2026-02-14T09:00")
        #expect(campaign["ideas-review"]?.earlyFinish.description == "2026-02-14T18:00")
        // The client sees the ideas on the first day after nine days off.
        #expect(campaign["ideas-proposal/1"]?.earlyStart.description == "2026-02-24T09:00")
        // Five days from Friday 27 February: Friday, the make-up Saturday, Monday, Tuesday, Wednesday.
        #expect(campaign["layouts"]?.earlyStart.description == "2026-02-27T09:00")
        #expect(campaign["layouts"]?.earlyFinish.description == "2026-03-04T18:00")
        #expect(china.rule(on: try #require(CivilDay("2026-02-28")))?.kind == .makeUpDay)
    }

    @Test("fieldwork runs through the weekend; approvals wait for Tomb-sweeping Day; the flight runs on the clock")
    func otherCalendars() throws {
        let campaign = try schedule("campaign")
        #expect(campaign["fieldwork"]?.earlyStart.description == "2026-01-24T10:00")
        #expect(campaign["fieldwork"]?.earlyFinish.description == "2026-01-29T18:00")
        #expect(campaign["cut-approval/1"]?.earlyStart.description == "2026-04-07T09:00")
        #expect(campaign["on-air"]?.earlyStart.description == "2026-04-27T00:00")
        #expect(campaign["on-air"]?.earlyFinish.description == "2026-05-25T00:00")
    }

    @Test("the campaign's headroom: three days to its promise, one to clearance")
    func headroom() throws {
        let campaign = try schedule("campaign")
        let days = campaign.deadlines.map { ($0.activity?.rawValue ?? "campaign", $0.timeHeadroom.count / 480) }
        #expect(days.map(\.0) == ["campaign", "booking", "delivery", "clearance"])
        #expect(days.map(\.1) == [3, 11, 3, 1])
    }

    /// One line a week from Monday 26 January 2026, one letter a working day: that of the activity done on it.
    private func picture(of activities: [(letter: Character, id: ActivityID)], in schedule: Schedule, weeks: Int)
        -> [String]
    {
        let monday = CivilDay(year: 2026, month: 1, day: 26)!
        return (0..<weeks).map { week in
            let first = monday.advanced(by: 7 * week)
            let letters = (0..<7).map { offset -> Character in
                let day = first.advanced(by: offset)
                guard schedule.project.calendar.isWorking(day) else { return "." }
                return activities.first { activity in
                    guard let dates = schedule[activity.id] else { return false }
                    return dates.earlyStart.day <= day && day <= dates.earlyFinish.day
                }?.letter ?? "."
            }
            return "\(first.description.suffix(5)) \(String(letters))"
        }
    }
}
