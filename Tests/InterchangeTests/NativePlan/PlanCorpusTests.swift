import Diagnostics
import Formats
import Interchange
import Scheduling
import Testing

@Suite("Plans that came, and may come")
struct PlanCorpusTests {
    @Test(
        "each file makes the findings that are recorded for it, in reading and in checking",
        arguments: ["plan", "activity-list", "psplib", "xer"].flatMap(CorpusFile.all(of:)))
    func replay(_ file: CorpusFile) throws {
        let findings = Project.findings(try file.bytes, file: file.name)
        try file.check(findings)
        #expect(file.name.hasPrefix("good-") == !FindingList(findings).hasErrors)
    }

    @Test(
        "no change of a plan makes reading or checking trap",
        arguments: ["plan", "activity-list", "psplib", "xer"].flatMap(CorpusFile.all(of:)))
    func mutations(_ file: CorpusFile) throws {
        var mutations = Mutations(seed: 11)
        for _ in 0..<60 {
            let bytes = mutations.change(try file.bytes, with: Array("a:,;\"' \n\t[]{}-+0129/dwFSe.".utf8))
            let findings = Project.findings(String(decoding: bytes, as: UTF8.self), file: file.name)
            #expect(findings.allSatisfy { !$0.message.isEmpty && !$0.advice.isEmpty })
        }
    }
}
