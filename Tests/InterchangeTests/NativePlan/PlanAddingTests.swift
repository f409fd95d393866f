import Diagnostics
import Interchange
import Scheduling
import Testing

/// Activities are added to a plan's own text: whatever else stands in it stays as it was.
@Suite("Adding to a plan file")
struct PlanAddingTests {
    private static let actions = [
        ActivityDraft(
            id: Located("send"), name: "Send it / 发送", lane: Located("client"), duration: Located(.days(1)),
            predecessors: [Located(LinkDraft(to: "a"))]),
        ActivityDraft(id: Located("quotation"), duration: Located(.days(2))),
    ]

    private func added(to text: String) -> String? {
        NativePlan.adding(Self.actions, under: "Review", to: SourceText(text, file: "p.yaml"))
    }

    @Test("behind the last activity, before what follows and its comments")
    func inTheMiddle() {
        let text = """
            plan: x    # mine
            activities:
              # first
              a: {duration: 1d}   # keep
              b:
                duration: 2d
              # about nothing

            # the vehicles
            vehicles: {}
            """
        #expect(
            added(to: text) == """
                plan: x    # mine
                activities:
                  # first
                  a: {duration: 1d}   # keep
                  b:
                    duration: 2d
                  # about nothing

                  # Review
                  send:      {name: Send it / 发送, lane: client, duration: 1d, after: a}
                  quotation: {duration: 2d}

                # the vehicles
                vehicles: {}
                """)
    }

    @Test("at the end of the file, with or without an end of its last line", arguments: ["", "\n", "\n\n"])
    func atTheEnd(ending: String) {
        let expected =
            "activities:\n a: {duration: 1d}\n\n # Review\n send:      {name: Send it / 发送, lane: client, duration: 1d, after: a}\n quotation: {duration: 2d}\n"
        #expect(added(to: "activities:\n a: {duration: 1d}" + ending)?.hasPrefix(expected) == true)
    }

    @Test("a heading of several lines stays a comment of one")
    func heading() throws {
        let source = SourceText("activities:\n  a: {duration: 1d}\n", file: "p.yaml")
        let text = try #require(NativePlan.adding(Self.actions, under: "x\n  evil: {duration: 1d}\u{7}", to: source))
        #expect(NativePlan.read(SourceText(text, file: "p.yaml")).draft.activities.count == 3)
    }

    @Test("lines end as those of the file do")
    func lineEndings() throws {
        let text = try #require(added(to: "activities:\r\n  a: {duration: 1d}\r\nlanes: [client]\r\n"))
        let lines = text.utf8.split(separator: UInt8(ascii: "\n")).map { $0.last }
        #expect(lines.allSatisfy { $0 == UInt8(ascii: "\r") } && lines.count == 7)
    }

    @Test("as elements of a list where the plan has one")
    func list() throws {
        let text = try #require(added(to: "activities:\n  - {id: a, duration: 1d}\n"))
        #expect(
            text.hasSuffix(
                "\n\n  # Review\n  - {id: send, name: Send it / 发送, lane: client, duration: 1d, after: a}\n  - {id: quotation, duration: 2d}\n"
            ))
        let reading = NativePlan.read(SourceText("plan: x\nlanes: [client]\n" + text, file: "p.yaml"))
        #expect(reading.findings.inReadingOrder == [] && reading.draft.activities.count == 3)
    }

    @Test(
        "not where activities stand in braces on one line, or there are none",
        arguments: [
            "activities: {a: {duration: 1d}}\n", "plan: x\n", "activities:\n", "- a\n", "",
        ])
    func nowhere(text: String) { #expect(added(to: text) == nil) }

    @Test("the seeds with an action more are the seeds and the action", arguments: Stage.seeds("plans").map(\.file))
    func seeds(file: String) throws {
        let source = try #require(Stage.seeds("plans").first { $0.file == file })
        let action = ActivityDraft(id: Located("send"), duration: Located(.days(1)))
        let text = try #require(NativePlan.adding([action], under: "Review", to: source))
        let (old, new) = (NativePlan.read(source), NativePlan.read(SourceText(text, file: file)))
        #expect(new.findings.inReadingOrder == [])
        #expect(new.draft.activities.map(\.id.value) == old.draft.activities.map(\.id.value) + ["send"])
        #expect(
            text.split(separator: "\n").filter { source.text.contains($0) }.count
                == source.text.split(separator: "\n").count)
    }
}
