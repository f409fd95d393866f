import Diagnostics
import Interchange
import Scheduling
import Testing
import WorkTime

@Suite("Reading a list of activities")
struct ActivityListTests {
    static func read(_ text: String) -> PlanReading { ActivityList.read(SourceText(text, file: "t.csv")) }

    @Test("columns are read by name, in any order, with any delimiter", arguments: [",", ";", "\t"])
    func columns(delimiter: String) {
        let text =
            "Predecessors,ID,Duration,name,lane,deadline\n,brief,2d,Creative brief / 创作要求,account,\nbrief FS+2d,concept,1.5w,,creative,2026-03-20\n"
        let reading = Self.read(
            text.split(separator: ",", omittingEmptySubsequences: false).joined(separator: delimiter))
        #expect(reading.findings.inReadingOrder.map(\.id) == ["plan.assumed-start"])
        let activities = reading.draft.activities
        #expect(activities.map(\.id.value) == ["brief", "concept"])
        #expect(activities[0].name == BilingualName("Creative brief", chinese: "创作要求"))
        #expect(activities[1].predecessors.map(\.value.description) == ["brief FS+2d"])
        #expect(activities[1].duration?.value.description == "1.5w")
        #expect(activities[1].deadline?.value == .day(CivilDay("2026-03-20")!))
        #expect(activities[1].lane?.value == "creative")
    }

    @Test("several predecessors stand in one field, each with its place")
    func predecessors() {
        let reading = Self.read("id,duration,predecessors\na,1d,\nb,1d,\"a SS+1d;  a FF, a\"\nc,1d,a; b\n")
        #expect(reading.draft.activities[1].predecessors.map(\.value.description) == ["a SS+1d", "a FF", "a"])
        #expect(reading.draft.activities[2].predecessors.map(\.place?.description) == ["t.csv:4:6", "t.csv:4:9"])
    }

    @Test("an activity of no duration is a milestone, unless a column says what is one")
    func milestones() {
        #expect(Self.read("id,duration\na,0d\nb,1d\n").draft.activities.map(\.isMilestone) == [true, false])
        #expect(
            Self.read("id,duration,milestone\na,0d,\nb,,yes\n").draft.activities.map(\.isMilestone) == [false, true])
    }

    @Test("the earliest date on or after which something has to start is the plan's start")
    func start() {
        let text = "id,duration,start-no-earlier-than,must-start-on\na,1d,2026-03-02,\nb,1d,,2026-02-02\nc,1d,,\n"
        let reading = Self.read(text)
        #expect(reading.draft.start?.value == .day(CivilDay("2026-02-02")!))
        #expect(reading.findings.inReadingOrder.isEmpty)
    }

    static let faults: [(String, FindingID, place: String)] = [
        ("id,duration\n,1d\n", "plan.no-id", "2:1"), ("id,duration\na,1 day\n", "plan.bad-duration", "2:3"),
        ("id,duration,after\na,1d,b\n", "csv.unknown-column", "1:13"), ("id,name\na,b\n", "csv.missing-column", "1:1"),
        ("id,duration,predecessors\na,1d,b; c XX\n", "plan.bad-link", "2:9"),
        ("id,duration,deadline\na,1d,1.2.2026\n", "plan.bad-date", "2:6"),
        ("id,duration,milestone\na,1d,perhaps\n", "plan.wrong-kind", "2:6"),
        ("id,duration\na\n", "csv.ragged-record", "2:2"),
        ("id,duration,must-start-on\na,1d,soon\n", "plan.bad-date", "2:6"),
        ("id,duration\n\"a,1d\n", "csv.unclosed-quote", "2:1"),
    ]

    @Test("a fault is reported where it stands, with its line", arguments: faults)
    func fault(text: String, id: FindingID, place: String) throws {
        let findings = Self.read(text).findings.inReadingOrder.filter { $0.id != "plan.assumed-start" }
        let finding = try #require(findings.first { $0.id == id }, "\(findings)")
        #expect(finding.place?.description == "t.csv:\(place)")
        #expect(finding.excerpt != nil)
    }

    @Test("lines of empty fields are passed over")
    func emptyLines() {
        #expect(Self.read("id,duration\na,1d\n,\n\nb,1d\n").draft.activities.count == 2)
    }

    @Test("an empty file is no plan")
    func empty() {
        #expect(Self.read("\n\n").findings.inReadingOrder.map(\.id) == ["plan.empty"])
    }
}
