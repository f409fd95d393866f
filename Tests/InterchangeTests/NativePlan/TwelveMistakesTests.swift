import Diagnostics
import Interchange
import Scheduling
import Testing

@Suite("Twelve mistakes in one plan")
struct TwelveMistakesTests {
    @Test("one run finds them all, each with its place, its line and what to do")
    func all() throws {
        let file = try #require(CorpusFile.all(of: "plan").first { $0.name == "twelve-mistakes.yaml" })
        let findings = Project.findings(String(decoding: try file.bytes, as: UTF8.self), file: file.name)
        #expect(Set(findings.map(\.id)).count >= 12)
        for finding in findings {
            #expect(finding.place?.file == "twelve-mistakes.yaml", "\(finding)")
            #expect(finding.excerpt?.isEmpty == false, "\(finding)")
            #expect(!finding.advice.isEmpty, "\(finding)")
        }
        let lines = findings.compactMap { finding in finding.place.map { "\($0.line):\($0.column) \(finding.id)" } }
        #expect(
            lines == [
                "3:12 plan.bad-date", "4:11 plan.unknown-calendar", "6:36 calendar.bad-hours", "9:50 plan.unknown-lane",
                "10:50 plan.unknown-key", "11:40 plan.bad-duration", "11:58 plan.unknown-predecessor",
                "11:94 plan.bad-date", "12:40 plan.negative-duration", "13:50 plan.cycle", "13:59 plan.bad-link",
                "15:1 yaml.tab-indentation", "16:3 yaml.duplicate-key", "17:25 plan.wrong-kind",
                "17:59 plan.deadline-before-start",
            ])
    }

    @Test("the advice names what was probably meant")
    func advice() throws {
        let file = try #require(CorpusFile.all(of: "plan").first { $0.name == "twelve-mistakes.yaml" })
        let findings = Project.findings(String(decoding: try file.bytes, as: UTF8.self), file: file.name)
        let advice = Dictionary(findings.map { ($0.id, $0.advice) }) { _, last in last }
        #expect(advice["plan.unknown-calendar"]?.contains("“china”") == true)
        #expect(advice["plan.unknown-lane"]?.contains("“client”") == true)
        #expect(advice["plan.unknown-key"]?.contains("“duration”") == true)
        #expect(advice["plan.unknown-predecessor"]?.contains("“brief”") == true)
        #expect(advice["plan.bad-date"]?.contains("28") == true)
    }
}
