import Diagnostics
import Foundation
import Interchange
import Scheduling
import Testing

@Suite("Microsoft Project: files that came, and may come")
struct MSPDICorpusTests {
    private func findings(_ bytes: [UInt8], _ name: String) -> [Finding] {
        do throws(Rejection) {
            let reading = try PlanReader.read(bytes, file: name)
            return try Project(checking: reading.draft, calendars: Stage.calendars, findings: reading.findings).findings
        } catch {
            return error.findings
        }
    }

    @Test("each file makes the findings that are recorded for it", arguments: CorpusFile.all(of: "mspdi"))
    func replay(_ file: CorpusFile) throws {
        let findings = try findings(file.bytes, file.name)
        try file.check(findings)
        if file.name.hasPrefix("good-") { #expect(findings.allSatisfy { $0.severity == .note }) }
    }

    @Test("findings of reading name their line and show it", arguments: CorpusFile.all(of: "mspdi"))
    func places(_ file: CorpusFile) throws {
        let reading = MSPDIFile.read(try file.bytes, file: file.name)
        for finding in reading.findings.inReadingOrder {
            #expect(finding.place?.file == file.name)
            #expect(finding.excerpt != nil, "\(finding)")
        }
    }

    @Test(
        "no change of a file makes reading, checking, scheduling or writing trap",
        arguments: CorpusFile.all(of: "mspdi"))
    func mutations(_ file: CorpusFile) throws {
        var mutations = Mutations(seed: 5)
        let alphabet = Array("<>/&\"'=0123456789-:TPHMS .\n".utf8) + [0, 0xFF, 0xC3]
        let bytes = try file.bytes
        for _ in 0..<60 {
            let changed = mutations.change(bytes, with: alphabet)
            guard let reading = try? PlanReader.read(changed, file: file.name),
                let project = try? Project(
                    checking: reading.draft, calendars: Stage.calendars, findings: reading.findings)
            else { continue }
            let written = MSPDIFile.write(project.schedule())
            #expect(!MSPDIFile.read(written.bytes, file: "again.xml").findings.hasErrors)
        }
    }

    @Test("numbers changed at random are read or refused")
    func randomNumbers() throws {
        let good = try #require(CorpusFile.all(of: "mspdi").first { $0.name == "good-plan.xml" })
        let text = String(decoding: try good.bytes, as: UTF8.self)
        var state: UInt64 = 9
        for _ in 0..<200 {
            let changed = text.replacing(/[0-9]+/) { match -> String in
                state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
                guard state >> 60 == 0 else { return String(match.output) }
                return ["0", "1", "-1", "99", "2147483648", "999999999999999999999", "-65535"][Int(state >> 33) % 7]
            }
            guard let reading = try? PlanReader.read(Array(changed.utf8), file: "t.xml"),
                let project = try? Project(
                    checking: reading.draft, calendars: Stage.calendars, findings: reading.findings)
            else { continue }
            _ = MSPDIFile.write(project.schedule())
        }
    }
}
