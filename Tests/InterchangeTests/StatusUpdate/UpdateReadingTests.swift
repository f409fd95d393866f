import Diagnostics
import Formats
import Interchange
import Scheduling
import Testing
import WorkTime
import Workflow

@Suite("Reading updates")
struct UpdateReadingTests {
    private func reading(_ text: String, on date: String? = nil) -> UpdateReading {
        UpdateReading(SourceText(text, file: "news"), on: date.map { StatedInstant($0)! })
    }

    private static let yaml = """
        update: Launch / 上市
        on: 2026-02-06
        progress:
          ideas: {started: 2026-01-26, finished: 2026-02-03}
          确认/1: {started: 2026-02-04, remaining: 3d}
          layouts: {started: 2026-02-04 13:00, complete: 25.5%, suspended: 2026-02-05, resumes: 2026-02-09}
        rounds: {确认: 3}
        """

    private static let csv = """
        id,started,finished,remaining,complete,suspended,resumes,rounds
        ideas,2026-01-26,2026-02-03,,,,,
        确认/1,2026-02-04,,3d,,,,
        layouts,2026-02-04 13:00,,,25.5%,2026-02-05,2026-02-09,
        确认,,,,,,,3
        """

    @Test("a table says the same as the file that people write")
    func same() throws {
        let (written, table) = (reading(Self.yaml), reading(Self.csv, on: "2026-02-06"))
        #expect(written.findings.inReadingOrder.isEmpty && table.findings.inReadingOrder.isEmpty)
        let update = try #require(written.update)
        #expect(update.progress.map(\.id.value) == ["ideas", "确认/1", "layouts"])
        #expect(update.progress[2].progress.complete?.value == 2_550)
        #expect(try #require(table.update).saysTheSame(as: update))
        #expect(written.plan?.value == "Launch / 上市" && table.plan == nil)
    }

    @Test("the date on the command line goes before that of the file")
    func date() {
        #expect(reading(Self.yaml, on: "2026-02-07").update?.date.value == StatedInstant("2026-02-07"))
        #expect(reading(Self.yaml).update?.date.value == StatedInstant("2026-02-06"))
    }

    @Test("every fault of writing at once, with its place")
    func faults() {
        let written = reading(
            """
            updat: Launch
            progress:
              ideas: {start: 2026-01-26, finished: 2026-02-30}
              layouts: [1, 2]
            rounds: {ok: many}
            """)
        #expect(written.update == nil)
        #expect(
            written.findings.inReadingOrder.map { "\($0.id) \($0.place?.line ?? 0)" } == [
                "plan.unknown-key 1", "plan.unknown-key 3", "plan.bad-date 3", "plan.wrong-kind 4", "plan.bad-number 5",
            ])
        let table = reading("id,finished,round\n,2026-02-01,\nideas,soon,2\n", on: "2026-02-06")
        #expect(
            table.findings.inReadingOrder.map { "\($0.id) \($0.place?.line ?? 0)" } == [
                "csv.unknown-column 1", "plan.no-id 2", "plan.bad-date 3",
            ])
    }

    @Test("nothing, and nothing but progress, say of which day they are not")
    func withoutDate() {
        #expect(reading("").findings.inReadingOrder.map(\.id) == ["plan.empty"])
        #expect(
            reading("progress: {ideas: {started: 2026-01-26}}").findings.inReadingOrder.map(\.id) == [
                "plan.update-without-date"
            ])
        #expect(reading(Self.csv).findings.inReadingOrder.map(\.id) == ["plan.update-without-date"])
    }
}
