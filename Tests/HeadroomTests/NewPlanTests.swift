import Testing

@testable import Headroom

/// Plans that are composed for someone's dates: sound in every combination, and kept where they can be.
@Suite("New plans")
struct NewPlanTests {
    private func request(_ template: String = "campaign", onAir: String = "2026-05-18", start: String? = nil)
        -> NewPlanRequest
    {
        var request = NewPlanRequest(template: template, onAir: CivilDay(onAir)!)
        request.start = start.flatMap { CivilDay($0) }
        return request
    }

    private func scheduled(_ plan: NewPlan) throws -> AgencyPlan {
        try AgencyPlan(reading: InputFile(path: "new.yaml", bytes: Array(plan.file.text.utf8)))
    }

    private static let procedures = ["general", "research", "creative", "media"]
    /// All combinations but none.
    private static let combinations = (1..<16).map { bits in
        procedures.enumerated().filter { bits >> $0.offset & 1 == 1 }.map(\.element)
    }

    @Test(
        "every combination of procedures, sizes and markets is a plan without a finding that can be kept",
        arguments: combinations)
    func soundInAllCombinations(names: [String]) throws {
        let markets = [["mainland"], ["hong-kong", "mainland"], ["england", "singapore", "japan", "united-states"]]
        for size in JobSize.allCases {
            for markets in markets {
                var request = request(onAir: "2026-11-02")
                request.procedures = names
                request.size = size
                request.markets = markets
                if names.contains("creative") || names.contains("media") {
                    request.vehicleKinds = MarketBook.seeds.vehicleKinds.map(\.id)
                }
                let plan = try NewPlan(request)
                let ours = plan.findings.filter { $0.id != "calendar.unknown-after" }
                #expect(ours == [], "\(names) \(size) \(markets)")
                #expect(plan.outlook.isFeasible, "\(names) \(size) \(markets)")
            }
        }
    }

    @Test("procedures join exactly when both take part", arguments: combinations)
    func joins(names: [String]) throws {
        var request = request(onAir: "2026-11-02")
        request.procedures = names
        let project = try scheduled(NewPlan(request)).schedule.project
        let joins: [(of: String, step: ActivityID, with: String, to: ActivityID)] = [
            ("creative", "creative-brief", "research", "first-findings"),
            ("creative", "layouts", "research", "research-meeting"),
            ("media", "master-plan", "research", "first-findings"), ("media", "delivery", "creative", "finished-ads"),
            ("creative", "finished-ads", "media", "requisition"), ("media", "media-brief", "general", "assignment"),
        ]
        // Some joins are implied by others and not written down: what counts is that the one leads to the other.
        for join in joins where names.contains(join.of) {
            let isJoined = project.leads(from: join.to, to: join.step)
            #expect(isJoined == names.contains(join.with), "\(join) in \(names)")
        }
    }

    @Test(
        "a campaign of two markets and three kinds of vehicles has some eighty activities and can be kept over Spring Festival"
    )
    func campaign() throws {
        var request = request(start: "2026-01-05")
        request.markets = ["mainland", "hong-kong"]
        request.name = "Tea launch / 新茶上市"
        let plan = try NewPlan(request)
        #expect(plan.findings == [])
        let schedule = try scheduled(plan).schedule
        #expect((60...80).contains(schedule.project.activities.count))
        #expect(schedule.isFeasible)
        #expect(plan.outlook.tightest?.vehicle.id == "hong-kong-tv")
        #expect(plan.outlook.air?.activity == "ready")
        try expectGolden(plan.file.text, "new-campaign.yaml")
    }

    @Test("what is written down is the plan that was composed")
    func wayBack() throws {
        for size in JobSize.allCases {
            var request = request(start: "2026-01-05")
            request.size = size
            request.markets = ["mainland", "hong-kong"]
            let composed = try NewPlan.composed(request)
            let text = NativePlan.write(composed)
            let read = try PlanReader.read(SourceText(text, file: "new.yaml"))
            #expect(read.findings.inReadingOrder == [])
            #expect(facts(read.workflow) == facts(composed.workflow))
            #expect(text == NativePlan.write(composed))
        }
    }

    @Test(
        "without a start the plan begins the margin before the latest safe start", arguments: ["0d", "5d", "10d", "4w"])
    func chosenStart(margin: String) throws {
        var request = request()
        request.margin = try PlannedDuration(margin)
        let plan = try NewPlan(request)
        let latest = try #require(plan.outlook.latestStart)
        let calendar = try scheduled(plan).schedule.project.calendar
        let days = calendar.work(from: CivilMinute(day: plan.outlook.start, minuteOfDay: 0), to: latest).count / 480
        #expect(days == request.margin.minutes(on: calendar) / 480)
        #expect(plan.outlook.isFeasible && plan.outlook.isStartChosen)
        #expect(calendar.isWorking(plan.outlook.start))
    }

    @Test("to begin one day after the latest safe start breaks a promise; to begin on it does not")
    func latestStart() throws {
        let latest = try #require(try NewPlan(request(start: "2026-01-05")).outlook.latestStart)
        #expect(try NewPlan(request(start: latest.day.description)).outlook.isFeasible)
        #expect(try NewPlan(request(start: latest.day.advanced(by: 1).description)).outlook.isFeasible == false)
    }

    @Test("a start after dates that vehicles set is refused, with the latest safe start")
    func tooLate() throws {
        let latest = try #require(try NewPlan(request(start: "2026-01-05")).outlook.latestStart)
        let rejection = #expect(throws: Rejection.self) { try NewPlan(request(start: "2026-05-17")) }
        #expect(rejection?.findings.map(\.id) == ["plan.start-too-late"])
        #expect(rejection?.findings.first?.advice.contains(latest.day.description) == true)
    }

    @Test("vehicles that no step has to do with are a warning, when they were asked for")
    func unusedVehicles() throws {
        var request = request("research")
        #expect(try NewPlan(request).findings == [])
        request.vehicleKinds = ["tv"]
        #expect(try NewPlan(request).findings.map(\.id) == ["procedure.nothing-for-vehicles"])
    }

    @Test("a larger job never begins later, and lines are no wider than an editor shows")
    func sizes() throws {
        let starts = try JobSize.allCases.map { size in
            var request = request()
            request.size = size
            let plan = try NewPlan(request)
            for line in plan.file.text.split(separator: "\n") { #expect(line.count <= 128, "\(line)") }
            return plan.outlook.start
        }
        #expect(starts == starts.sorted(by: >) && Set(starts).count == 3)
    }

    @Test(
        "unknown names are answered with the nearest",
        arguments: [
            (["mainlnd"], ["tv"], ["media"], "mainland"), (["mainland"], ["tvs"], ["media"], "tv"),
            (["mainland"], ["tv"], ["meda"], "media"),
        ])
    func unknown(markets: [String], vehicles: [String], procedures: [String], nearest: String) throws {
        var request = request(start: "2026-01-05")
        (request.markets, request.vehicleKinds, request.procedures) = (markets, vehicles, procedures)
        let fault = #expect(throws: UnknownName.self) { try NewPlan(request) }
        #expect(fault?.description.contains("did you mean “\(nearest)”?") == true)
    }

    /// What a plan says, in words that can be compared.
    private func facts(_ plan: WorkflowDraft) -> [String] {
        plan.expanded(calendars: .seeds).draft.activities.map { activity in
            let links = activity.predecessors.map(\.value.description)
            return
                "\(activity.id.value) \(activity.name?.primary ?? "") \(activity.name?.chinese ?? "") \(activity.kind) "
                + "\(activity.lane?.value.rawValue ?? "") \(activity.duration?.value.description ?? "") \(links) "
                + "\(activity.calendar?.value ?? "") \(activity.constraints.map { "\($0.value)" }) "
                + "\(activity.deadline?.value.description ?? "") \(activity.note?.primary ?? "")"
        } + plan.briefs.sorted { $0.key.rawValue < $1.key.rawValue }.map { "\($0.key) \($0.value.parts.map(\.value))" }
    }
}

extension Project {
    /// Whether one activity leads to another, directly or through others.
    fileprivate func leads(from first: ActivityID, to last: ActivityID) -> Bool {
        guard let index = index(of: last) else { return false }
        return links(to: index).contains { $0.predecessor == first || leads(from: first, to: $0.predecessor) }
    }
}

/// A user's own procedures: they take the place of those of the program, and every fault of them is found.
@Suite("Procedures of one's own")
struct ProcedureShelfTests {
    private func shelf(_ text: String) throws(Rejection) -> ProcedureShelf {
        try ProcedureShelf(adding: [InputFile(path: "my.yaml", bytes: Array(text.utf8))])
    }

    private func faults(_ text: String) -> [String] {
        do throws(Rejection) {
            _ = try shelf(text)
            return []
        } catch {
            return error.findings.map { "\($0.place?.line ?? 0) \($0.id)" }
        }
    }

    @Test("the file of the program, handed back, makes the same plan", arguments: ProcedureShelf.seeds.names)
    func wayBack(name: String) throws {
        var request = NewPlanRequest(template: "campaign", onAir: CivilDay("2026-05-18")!)
        request.procedures = ProcedureShelf.seeds.names
        let text = try #require(ProcedureShelf.text(of: name))
        #expect(try NewPlan(request, shelf: shelf(text)).file.text == NewPlan(request).file.text)
    }

    @Test("a procedure of a known name takes its place; one of a new name joins the campaign")
    func replaced() throws {
        let text = """
            procedure: NAME
            name: Events / 活动
            lanes: {events: Events / 活动}
            steps: {venue: {name: Venue / 场地, lane: events, duration: 3d, joins: {media: master-plan}}}
            """
        let request = NewPlanRequest(template: "campaign", onAir: CivilDay("2026-05-18")!)
        let added = try NewPlan(request, shelf: shelf(text.replacing("NAME", with: "events"))).file.text
        #expect(added.contains("# Events 活动") && added.contains("# Research 调研"))
        #expect(added.contains("{name: Venue / 场地, lane: events, duration: 3d, after: master-plan}"))
        let replaced = try shelf(text.replacing("NAME", with: "general"))
        #expect(replaced.names == ProcedureShelf.seeds.names)
    }

    @Test("a calendar of a procedure is written with all that it states, and works as it did")
    func calendars() throws {
        let text = """
            procedure: nights
            name: Nights
            lanes: [studio]
            calendars:
              nights: {week: {mon-tue: "18:00-24:00", sat: "00:00-24:00"}, holidays: [2026-05-04 Off / 休, 2026-05-05],
                make-up-days: [2026-05-10], hours-on: [2026-05-12 10:00-12:00 Short], known-through: 2026-12-31}
            steps: {a: {lane: studio, duration: 12h, calendar: nights}}
            """
        var request = NewPlanRequest(template: "campaign", onAir: CivilDay("2026-05-18")!)
        (request.procedures, request.start) = (["nights"], CivilDay("2026-05-02"))
        let shelf = try shelf(text)
        let composed = try NewPlan.composed(request, shelf: shelf)
        let written = try PlanReader.read(SourceText(NewPlan(request, shelf: shelf).file.text, file: "new.yaml"))
        #expect(written.workflow.plan.calendars.map(\.value) == composed.workflow.plan.calendars.map(\.value))
        #expect(written.workflow.plan.calendars[0].value.rules.count == 4)
    }

    @Test("a name of several lines stays a comment of one")
    func nameOfSeveralLines() throws {
        let text =
            "procedure: events\nname: \"a\\nevil: 1 / b\\nfinish-by: 2026-01-01\"\nlanes: [a]\nsteps: {venue: {lane: a, duration: 1d}}"
        let request = NewPlanRequest(template: "campaign", onAir: CivilDay("2026-05-18")!)
        #expect(try NewPlan(request, shelf: shelf(text)).findings == [])
    }

    @Test("two steps of one id in the procedures that take part are a finding")
    func repeated() throws {
        let text = "procedure: events\nlanes: [a]\nsteps: {booking: {lane: a, duration: 1d}}"
        let request = NewPlanRequest(template: "campaign", onAir: CivilDay("2026-05-18")!)
        let shelf = try shelf(text)
        let rejection = #expect(throws: Rejection.self) { try NewPlan(request, shelf: shelf) }
        #expect(rejection?.findings.map(\.id) == ["procedure.repeated-step"])
        #expect(rejection?.findings.first?.place?.file == "my.yaml")
    }

    @Test("all faults of a procedure come at once")
    func allAtOnce() {
        let found = faults(
            """
            procedure: creative
            lanes: {client: Client, creative: Creative}
            steps:
              brief:   {lane: account, duration: {small: 1d, large: 3d}, joins: {reserch: first-findings}}
              ideas:   {lane: creative, after: [brief, layouts], colour: red}
              layouts: {lane: creative, duration: 2d, after: ideas}
              ok:      {lane: client, after: layouts, gate: {answer: 1d, rounds: 0}}
              ok2:     {lane: client, after: layouts, gate: {reviewer: clint, answer: 1d, rounds: 1000, rework: layots 1d}}
            """)
        #expect(
            found == [
                "4 plan.unknown-lane", "4 procedure.missing-size", "4 procedure.unknown-procedure",
                "5 plan.no-duration",
                "5 plan.cycle", "5 procedure.unknown-key", "7 plan.gate-without-reviewer", "7 plan.gate-rounds",
                "8 plan.unknown-reviewer", "8 plan.gate-rounds", "8 plan.unknown-step",
            ])
    }
}
