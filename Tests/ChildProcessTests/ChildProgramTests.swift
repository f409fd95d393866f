import ChildProcess
import Foundation
import Testing

@Suite("Other programs", .serialized)
struct ChildProgramTests {
    private func run(_ script: String, environment: [String: String] = ["PATH": "/usr/bin:/bin"]) throws -> (
        end: ChildProgram.End, output: String
    ) {
        var output: [UInt8] = []
        let program = ChildProgram("/bin/sh", ["-c", script], environment: environment, in: "/")
        let end = try program.run { output += $0 }
        return (end, String(decoding: output, as: UTF8.self))
    }

    @Test("what a program writes on either stream arrives, and its status is told")
    func output() throws {
        let run = try run("echo one; echo two >&2; exit 3")
        #expect(run.end == .exited(3))
        #expect(run.output == "one\ntwo\n")
    }

    @Test("a megabyte arrives whole")
    func longOutput() throws {
        #expect(try run("head -c 1000000 /dev/zero").output.utf8.count == 1_000_000)
    }

    @Test("it has the variables that it was given, its folder, and nothing on standard input")
    func surroundings() throws {
        let run = try run(
            "pwd; echo $WORD; cat; env | grep -c .", environment: ["WORD": "a b", "PATH": "/usr/bin:/bin"])
        #expect(run.output.hasPrefix("/\na b\n"))
    }

    @Test("arguments arrive as they are")
    func arguments() throws {
        var output: [UInt8] = []
        let program = ChildProgram(
            "/usr/bin/printf", ["%s|", "a b", "$(id)", "\";'", "汉"], environment: [:], in: "/tmp")
        #expect(try program.run { output += $0 } == .exited(0))
        #expect(String(decoding: output, as: UTF8.self) == "a b|$(id)|\";'|汉|")
    }

    @Test("a signal that ends it is told")
    func killed() throws { #expect(try run("kill -9 $$").end == .killed(9)) }

    @Test("a program that is not there cannot be started")
    func missing() {
        #expect(throws: ChildProgram.StartFault.self) {
            _ = try ChildProgram("/nowhere/at-all", [], environment: [:], in: "/").run { _ in }
        }
    }

    @Test("what it left behind in its group is ended with it")
    func leftovers() throws {
        let run = try run("sleep 300 & echo $!")
        #expect(run.end == .exited(0))
        let process = try #require(pid_t(run.output.trimmingCharacters(in: .whitespacesAndNewlines)))
        var isGone = false
        for _ in 0..<100 where !isGone {
            // A child of nobody is cleared away by the system, or stays as a name without a program.
            let state = (try? String(contentsOfFile: "/proc/\(process)/stat", encoding: .utf8)) ?? ""
            isGone = state.isEmpty || state.contains(") Z ")
            if !isGone { usleep(50_000) }
        }
        #expect(isGone)
    }
}
