import Foundation
import Testing

@Suite("headroom plan new")
struct PlanNewCommandTests {
    private let folder = try! TemporaryFolder()

    @Test("composes a plan for given dates, and says on standard error whether it can be kept")
    func composes() throws {
        let run = try CommandRun(
            "plan", "new", "campaign", "--start", "2026-01-05", "--on-air", "2026-05-18", "--markets",
            "mainland,hong-kong",
            "--vehicles", "tv,online", "--size", "small", "--name", "Tea launch / 新茶上市", "-o", "茶.yaml", in: folder.url)
        #expect(run.status == 0 && run.output == "")
        #expect(run.errors.hasPrefix("It can be kept: promised for 2026-05-17"))
        #expect(run.errors.split(separator: "\n").count == 2)
        let plan = try CommandRun("plan", "茶.yaml", "--strict", in: folder.url)
        #expect(plan.status == 0 && plan.errors == "" && plan.output.hasPrefix("Tea launch"))
        let again = try CommandRun(
            "plan", "new", "campaign", "--on-air", "2026-05-18", "-o", "茶.yaml", in: folder.url)
        #expect(again.status == 73 && again.errors.contains("--force"))
    }

    @Test("says that dates cannot be kept, and is silent about what can under --quiet")
    func verdicts() throws {
        let late = try CommandRun(
            "plan", "new", "campaign", "--start", "2026-04-01", "--on-air", "2026-05-18", in: folder.url)
        #expect(late.status == 0 && late.errors.hasPrefix("It cannot be kept") && late.errors.contains("days late"))
        let quiet = try CommandRun("plan", "new", "media", "--on-air", "2026-05-18", "--quiet", in: folder.url)
        #expect(quiet.status == 0 && quiet.errors == "" && quiet.output.contains("# chosen: 10d before"))
    }

    @Test(
        "wrong options are wrong usage, with what would be right",
        arguments: [
            (["campaign", "--start", "2026-01-05"], "--start needs the air date too"),
            (["campaign", "--markets", "mainland"], "--markets needs the air date too"),
            (["campaign", "--start", "2026-05-18", "--on-air", "2026-05-18"], "is not after --start"),
            (["campaign", "--on-air", "18.5.2026"], "is not a date"),
            (["campaign", "--on-air", "2026-05-18", "--markets", "mainlnd"], "did you mean “mainland”?"),
            (["campaign", "--on-air", "2026-05-18", "--vehicles", "outdor"], "did you mean “outdoor”?"),
            (["campaign", "--on-air", "2026-05-18", "--procedures", "media,creativ"], "did you mean “creative”?"),
            (["campaign", "--on-air", "2026-05-18", "--procedures", ","], "--procedures names nothing"),
            (["campaign", "--on-air", "2026-05-18", "--size", "huge"], "is not a size of job"),
            (["campaign", "--on-air", "2026-05-18", "--margin", "-3d"], "--margin"),
            (
                ["campaign", "--on-air", "2026-05-18", "--start", "2026-01-05", "--margin", "3d"],
                "leave one of them out"
            ),
            (["media", "--on-air", "2026-05-18", "--procedures", "media"], "is one procedure by itself"),
            (["campain"], "did you mean campaign?"), (["campaign", "creative"], "one word too many"),
            (["procedure"], "name the procedure"), (["procedure", "creativ"], "did you mean creative?"),
            (["procedure", "creative", "--on-air", "2026-05-18"], "a procedure is printed as it is"),
        ])
    func wrongUsage(arguments: [String], message: String) throws {
        let run = try CommandRun(["plan", "new"] + arguments, in: folder.url)
        #expect(run.status == 64 && run.output == "", "\(arguments)")
        #expect(run.errors.contains(message), "\(run.errors)")
    }

    @Test("prints a procedure, takes it back changed, and refuses one with faults")
    func procedures() throws {
        let printed = try CommandRun("plan", "new", "procedure", "creative", "-o", "mine.yaml", in: folder.url)
        #expect(printed.status == 0)
        var text = try String(contentsOf: folder.url.appending(path: "mine.yaml"), encoding: .utf8)
        text = text.replacing("medium: 6d, large: 10d", with: "medium: 9d, large: 12d")
        try folder.write(text, to: "mine.yaml")
        let options = ["plan", "new", "campaign", "--on-air", "2026-05-18", "--procedure-file", "mine.yaml"]
        let run = try CommandRun(options, in: folder.url)
        #expect(run.status == 0 && run.output.contains("Initial ideas / 初步创意, lane: creative, duration: 9d"))
        try folder.write(text.replacing("reviewer: client", with: "reviewr: client"), to: "mine.yaml")
        let wrong = try CommandRun(options, in: folder.url)
        #expect(wrong.status == 65 && wrong.output == "" && wrong.errors.contains("mine.yaml:"))
    }

    @Test(
        "a template alone is the same file as ever",
        arguments: ["campaign", "creative", "general", "media", "research"])
    func templates(name: String) throws {
        let run = try CommandRun("plan", "new", name, in: folder.url)
        let seed = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().appending(path: "seeds/plans/\(name).yaml")
        #expect(try run.output == String(contentsOf: seed, encoding: .utf8) && run.errors == "")
    }
}
