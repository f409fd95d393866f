import Diagnostics
import Scheduling
import Testing
import WorkTime

@testable import Workflow

/// Plans are composed of procedures: each joins those that take part, and only those.
@Suite("Plans composed of procedures")
struct CompositionTests {
    private static let north = Market(
        id: "north", name: "North / 北区", calendar: "standard",
        deadlines: ["tv": [.booking: .days(9), .material: .days(3), .cancellation: .elapsedDays(5)]])
    private static let south = Market(
        id: "south", name: "South / 南区", calendar: "standard", deadlines: ["tv": [.material: .days(4)]])
    private static let tv = VehicleKind(id: "tv", name: "TV / 电视")

    private static func step(_ id: ActivityID, after: [ActivityID] = [], milestone: Bool = false) -> ActivityDraft {
        ActivityDraft(
            id: Located(id), name: BilingualName("\(id)", chinese: "步骤"), duration: milestone ? nil : Located(.days(2)),
            isMilestone: milestone, predecessors: after.map { Located(LinkDraft(to: $0)) })
    }

    private static let research = Procedure(
        id: Located("research"), name: "Research",
        steps: [.init(step("fieldwork")), .init(step("report", after: ["fieldwork"]))])

    private static func creative(joining step: ActivityID = "fieldwork") -> Procedure {
        let join = Procedure.Join(Located("research"), Located(LinkDraft(to: step)))
        return Procedure(
            id: Located("creative"), name: "Creative",
            steps: [
                .init(Self.step("ideas"), joins: [join]),
                .init(Self.step("versions", after: ["ideas"]), isPerMarket: true),
                .init(Self.step("delivery", after: ["versions", "ideas"]), isPerMarket: true, meets: .material),
                .init(Self.step("ready", after: ["delivery"], milestone: true), air: .before),
            ])
    }

    private func plan(_ procedures: [Procedure], markets: [Market] = [north]) -> ComposedPlan {
        JobInstruction(
            name: "Launch", start: CivilDay("2026-01-05")!, onAir: CivilDay("2026-03-02")!, markets: markets,
            vehicleKinds: [Self.tv], procedures: procedures
        ).plan()
    }

    private func links(_ plan: ComposedPlan) -> [String: String] {
        Dictionary(
            uniqueKeysWithValues: plan.workflow.plan.activities.map {
                ($0.id.value.rawValue, $0.predecessors.map(\.value.description).joined(separator: " "))
            })
    }

    @Test("a join is there when both procedures take part; else the step begins with the instruction")
    func joins() {
        #expect(links(plan([Self.research, Self.creative()]))["ideas"] == "fieldwork")
        #expect(links(plan([Self.creative()]))["ideas"] == "instruction")
        #expect(links(plan([Self.research]))["fieldwork"] == "instruction")
    }

    @Test("a join to a step that the other procedure does not have is a finding")
    func unknownStep() {
        let plan = plan([Self.research, Self.creative(joining: "fieldwrok")])
        #expect(plan.findings.map(\.id) == ["procedure.unknown-step"])
        #expect(plan.findings.first?.advice == "did you mean “fieldwork”?")
        #expect(self.plan([Self.creative(joining: "fieldwrok")]).findings.isEmpty)
    }

    @Test(
        "what is done for each market is done once where there is one, and waits for its own market where there are two"
    )
    func markets() {
        let one = links(plan([Self.creative()]))
        #expect(one["delivery"] == "versions" && one["ready"] == "delivery")
        let two = links(plan([Self.creative()], markets: [Self.north, Self.south]))
        #expect(two["versions-north"] == "ideas" && two["versions-south"] == "ideas")
        // That it waits for the ideas too is implied.
        #expect(two["delivery-north"] == "versions-north" && two["delivery-south"] == "versions-south")
        #expect(two["ready"] == "delivery-north delivery-south")
        #expect(two["delivery"] == nil)
    }

    @Test("a vehicle has the deadlines that a step meets, and can be given back only where it is booked")
    func vehicles() {
        let plan = plan([Self.creative()], markets: [Self.north, Self.south])
        #expect(plan.workflow.vehicles.map(\.id.value.rawValue) == ["north-tv", "south-tv"])
        #expect(plan.workflow.vehicles.map { $0.deadlines.map(\.kind) } == [[.material], [.material]])
        #expect(plan.workflow.vehicles.map { $0.deadlines[0].activity?.value } == ["delivery-north", "delivery-south"])
        #expect(plan.workflow.vehicles[1].name == "South TV / 南区电视")
    }

    @Test("the air date is a promise of the step that is ready for it, else of the whole plan")
    func airDate() throws {
        let day = try #require(CivilDay("2026-03-01"))
        let creative = plan([Self.creative()])
        #expect(creative.workflow.plan.finishBy == nil)
        #expect(creative.workflow.plan.activities.last?.deadline?.value == .day(day))
        let research = plan([Self.research])
        #expect(research.workflow.plan.finishBy?.value == .day(day))
        #expect(research.workflow.vehicles.isEmpty)
    }

    @Test("links along which something waits for itself are kept, so that the circle is found")
    func circles() {
        var activities = [
            Self.step("a", after: ["b", "c"]), Self.step("b", after: ["a"]), Self.step("c", after: ["b"]),
        ]
        activities.dropImpliedLinks()
        #expect(activities.map(\.predecessors.count) == [2, 1, 1])
    }

    @Test("a link with a lag or of another kind is never implied")
    func lags() {
        var activities = [Self.step("a"), Self.step("b", after: ["a"]), Self.step("c", after: ["b", "a"])]
        activities[2].predecessors[1].value.lag = .days(5)
        activities.dropImpliedLinks()
        #expect(activities[2].predecessors.count == 2)
        activities[2].predecessors[1].value.lag = .none
        activities.dropImpliedLinks()
        #expect(activities[2].predecessors.map(\.value.description) == ["b"])
    }
}
