import Diagnostics
import Interchange
import Scheduling
import Testing
import WorkTime

@Suite("Commitments in a plan file")
struct CommitmentTextTests {
    private func project(_ text: String) throws -> Project {
        let reading = NativePlan.read(SourceText(text, file: "t.yaml"))
        return try Project(checking: reading.draft, calendars: CalendarLibrary(), findings: reading.findings)
    }

    private let plan = """
        plan: Film
        start: 2026-03-02
        activities:
          a: {duration: 1d, committed: people}
          b: {duration: 1d, committed: {to: client, on: 2026-03-12}}
          c: {duration: 1d, committed: {to: media, on: 2026-03-12T14:00, cost: 7}}
          d: {duration: 1d}
        """

    @Test("say to whom, when and at what cost")
    func reading() throws {
        let commitments = try project(plan).activities.map(\.facts.commitment)
        #expect(
            commitments == [
                StatedCommitment(.confirmedPeople),
                StatedCommitment(.agreedWithClient, on: .day(CivilDay("2026-03-12")!)),
                StatedCommitment(.bookedMedia, on: .minute(CivilMinute("2026-03-12T14:00")!), cost: 7), nil,
            ])
    }

    @Test("are written as they were read")
    func roundTrip() throws {
        let project = try project(plan)
        let written = NativePlan.write(project)
        #expect(written.findings.isEmpty)
        let again = try self.project(String(decoding: written.bytes, as: UTF8.self))
        #expect(again.activities.map(\.facts.commitment) == project.activities.map(\.facts.commitment))
    }

    @Test("are said to be lost by every other kind of file", arguments: [PlanFormat.mspdi, .xer, .csv])
    func lost(_ format: PlanFormat) throws {
        let findings = try #require(PlanWriter.write(project(plan).schedule(), as: format)).findings
        #expect(findings.contains { $0.message.contains("commit") })
    }
}
