import Diagnostics
import Interchange
import Scheduling
import Testing
import Workflow

/// Procedure files: one text for three sizes of job.
@Suite("Procedure files")
struct ProcedureFileTests {
    private func read(_ text: String) -> ProcedureReading { ProcedureFile.read(SourceText(text, file: "my.yaml")) }

    private func faults(_ text: String) -> [String] {
        read(text).findings.inReadingOrder.map { "\($0.place?.line ?? 0):\($0.place?.column ?? 0) \($0.id)" }
    }

    private static let frame = "procedure: creative\nlanes: {client: Client / 客户, creative: Creative}\nsteps:\n"

    @Test("what depends on the size of the job is that of the size, in a step and in its gate")
    func sizes() throws {
        let reading = read(
            Self.frame + """
                  ideas: {lane: creative, duration: {small: 1d, medium: 2d, large: 2w}}
                  ok: {lane: client, after: ideas, gate: {reviewer: client, answer: 1d, rounds: {small: 1, medium: 2, large: 3}, rework: ideas 1d}}
                """)
        #expect(reading.findings.inReadingOrder == [])
        let steps = JobSize.allCases.compactMap { reading[$0]?.steps }
        #expect(steps.map { $0[0].activity.duration?.value } == [.days(1), .days(2), .weeks(2)])
        #expect(steps.map { $0[1].gate?.rounds.value } == [1, 2, 3])
        #expect(steps.allSatisfy { $0[1].activity.isMilestone })
    }

    @Test("a step says which procedures it joins, for each market, what it meets and what the air date is to it")
    func extras() throws {
        let reading = read(
            Self.frame + """
                  ads: {duration: 1d, joins: {research: [report, tables FS+1d], media: forms}, per: market, meets: material, air: before}
                """)
        let step = try #require(reading[.medium]?.steps.first)
        #expect(
            step.joins.map { "\($0.procedure.value) \($0.link.value)" } == [
                "research report", "research tables FS+1d", "media forms",
            ])
        #expect(step.isPerMarket && step.meets == .material && step.air == .before)
    }

    @Test(
        "each fault is found once, with its place",
        arguments: [
            ("", ["1:1 procedure.empty"]),
            ("steps: {a: {duration: 1d}}", ["1:1 procedure.no-name"]),
            ("procedure: x", ["1:1 procedure.no-steps"]),
            ("procedure: x\nsteps: {a: {durration: 1d}}", ["2:13 procedure.unknown-key"]),
            ("procedure: x\nsteps: {a: {duration: 1}}", ["2:23 plan.bad-duration"]),
            ("procedure: x\nsteps: {a: {duration: {small: 1d, large: 2d}}}", ["2:24 procedure.missing-size"]),
            (
                "procedure: x\nsteps: {a: {duration: {small: 1d, meduim: 2d, large: 2d}}}",
                ["2:24 procedure.missing-size", "2:35 procedure.unknown-key"]
            ),
            ("procedure: x\nsteps: {a: {duration: 1d, meets: cancellation}}", ["2:34 plan.unknown-word"]),
            ("procedure: x\nsteps: {a: {duration: 1d, per: month}}", ["2:32 plan.unknown-word"]),
            ("procedure: x\nsteps: {a: {duration: 1d, joins: {media: {b: c}}}}", ["2:42 procedure.wrong-kind"]),
            (
                "procedure: x\nsteps: {a: {gate: {answer: 1 week}}}",
                ["2:28 plan.bad-duration", "2:28 plan.bad-duration"]
            ),
            ("procedure: x\nsteps: 3", ["2:8 procedure.wrong-kind"]),
            ("- a", ["1:1 procedure.wrong-kind"]),
        ])
    func faults(text: String, expected: [String]) {
        #expect(faults(text) == expected, "\(text)")
    }

    @Test("the seeds are read without a finding, for every size", arguments: Stage.seeds("procedures").map(\.file))
    func seeds(file: String) throws {
        let source = try #require(Stage.seeds("procedures").first { $0.file == file })
        let reading = ProcedureFile.read(source)
        #expect(reading.findings.inReadingOrder == [])
        let counts = JobSize.allCases.compactMap { reading[$0]?.steps.count }
        #expect(Set(counts).count == 1 && counts.count == 3 && counts[0] >= 12)
        for step in reading[.medium]?.steps ?? [] { #expect(step.activity.name?.chinese != nil, "\(step.activity.id)") }
    }
}
