import Diagnostics
import Foundation
import Interchange
import Scheduling
import Testing
import WorkTime

@Suite("Instances of the project scheduling library")
struct PSPLIBTests {
    /// Bounds of the instances that stand among the datasets, from the tables published with them.
    static let bounds: [String: Int] = {
        let url = Stage.repository.appending(path: "datasets/psplib/optima.csv")
        let text = (try? String(contentsOf: url, encoding: .utf8)) ?? ""
        return Dictionary(
            text.split(separator: "\n").dropFirst().compactMap { line in
                let fields = line.split(separator: ",")
                return Int(fields[2]).map { (String(fields[1]), $0) }
            }, uniquingKeysWith: { first, _ in first })
    }()

    static let instances = Stage.texts(in: Stage.repository.appending(path: "datasets/psplib"), ending: "sm")

    /// The length of the schedule that precedence alone allows, in time units.
    static func criticalPathBound(_ source: SourceText) throws -> Int {
        let reading = try PlanReader.read(source)
        let schedule = try Project(checking: reading.draft, calendars: Stage.calendars, findings: reading.findings)
            .schedule()
        return (schedule.finish - CivilMinute(day: CivilDay("2000-01-03")!, minuteOfDay: 0)).count / 1_440
    }

    @Test("the schedule without resources is as long as the published critical path", arguments: instances.map(\.file))
    func bound(file: String) throws {
        let source = try #require(Self.instances.first { $0.file == file })
        #expect(try Self.criticalPathBound(source) == Self.bounds[file])
    }

    @Test("there are instances to try, each with its bound")
    func present() {
        #expect(Self.instances.count >= 3)
        #expect(Set(Self.instances.map(\.file)) == Set(Self.bounds.keys))
    }

    @Test("jobs keep their numbers, and successors become predecessors")
    func jobs() throws {
        let source = try #require(Self.instances.first)
        let draft = PSPLIBFile.read(source).draft
        #expect(draft.activities.map(\.id.value.rawValue) == (1...draft.activities.count).map { "\($0)" })
        #expect(draft.activities[0].isMilestone)
        #expect(draft.activities[0].predecessors.isEmpty)
        #expect(draft.activities[1].predecessors.map(\.value.predecessor) == ["1"])
        #expect(draft.activities.last?.predecessors.isEmpty == false)
    }

    @Test("several modes are refused", arguments: ["2        2          1           1"])
    func modes(row: String) {
        let text =
            "****\nPRECEDENCE RELATIONS:\njobnr. #modes\n1 1 1 2\n\(row)\n****\nREQUESTS/DURATIONS:\njobnr.\n---\n1 1 0\n2 1 4\n****\n"
        #expect(
            PSPLIBFile.read(SourceText(text, file: "t.mm")).findings.inReadingOrder.map(\.id) == [
                "psplib.several-modes"
            ])
    }

    @Test("faults are reported line by line")
    func faults() {
        let text = """
            ****
            PRECEDENCE RELATIONS:
            jobnr. #modes
            1 1 2 2
            2 1 1 9
            3 1 x
            ****
            REQUESTS/DURATIONS:
            jobnr.
            ---
            1 1 0
            2 1
            ****
            """
        let findings = PSPLIBFile.read(SourceText(text, file: "t.sm")).findings.inReadingOrder
        #expect(
            findings.map { "\($0.place?.line ?? 0) \($0.id)" } == [
                "4 psplib.bad-number", "5 psplib.unknown-job", "6 psplib.bad-number", "12 psplib.bad-number",
            ])
    }

    @Test("a file cut short says which section is missing")
    func cut() {
        let findings = PSPLIBFile.read(SourceText("****\nPRECEDENCE RELATIONS:\njobnr.\n1 1 0\n", file: "t.sm"))
            .findings
        #expect(findings.inReadingOrder.map(\.id) == ["psplib.missing-section"])
    }
}
