import Diagnostics
import Interchange
import Scheduling
import Testing
import WorkTime
import Workflow

@Suite("Buffers of a plan file")
struct BufferWritingTests {
    private func project(_ buffers: String) throws -> Project {
        let text = """
            plan: Launch
            start: 2026-01-05
            finish-by: 2026-03-13
            buffers: \(buffers)
            activities:
              film:     {duration: 8d, safe: 12d}
              dry:      {duration: 2ed, safe: 200%, after: film, deadline: 2026-02-27}
              delivery: {milestone: true, after: dry, deadline: 2026-03-03}
            """
        return try project(reading: text)
    }

    private func project(reading text: String) throws -> Project {
        let reading = NativePlan.read(SourceText(text, file: "t.yaml"))
        return try Project(
            checking: reading.draft, calendars: CalendarLibrary([.fiveDayWeek]), findings: reading.findings)
    }

    @Test(
        "what is written is read again as the same rules and the same buffers",
        arguments: [
            "yes", "3d", "cut-and-paste", "{}", "{before: delivery}", "{before: [finish-by 4h, dry, delivery 1.5w]}",
            "{size: 90m, joins: no}", "{safe: 212.5%, yellow: 5% 50%, red: 33.33% 66.67%}", "{before: []}",
        ])
    func roundTrip(buffers: String) throws {
        let project = try project(buffers)
        let written = String(decoding: NativePlan.write(project).bytes, as: UTF8.self)
        let again = try self.project(reading: written)
        #expect(again.bufferRules?.limits == project.bufferRules?.limits)
        #expect(again.bufferRules?.guardsJoins == project.bufferRules?.guardsJoins)
        #expect(again.schedule().buffers() == project.schedule().buffers(), "\(written)")
    }

    @Test("no buffers are asked for by no, and by a plan that does not speak of them")
    func none() throws {
        #expect(try project("no").bufferRules == nil)
        #expect(!String(decoding: NativePlan.write(try project("no")).bytes, as: UTF8.self).contains("buffers"))
    }

    @Test("other formats say that buffers are not kept", arguments: [PlanFormat.csv, .mspdi, .xer])
    func otherFormats(format: PlanFormat) throws {
        func isSaid(_ buffers: String) throws -> Bool {
            PlanWriter.write(try project(buffers).schedule(), as: format)?.findings.contains {
                $0.message.hasPrefix("buffers")
            } ?? false
        }
        #expect(try isSaid("yes") && !isSaid("no"))
    }
}
