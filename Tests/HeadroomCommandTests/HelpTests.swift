import Foundation
import Testing

@Suite("headroom help")
struct HelpTests {
    private let folder = try! TemporaryFolder()

    /// The commands that a help text lists, by their indented first words.
    private func commands(in help: String) -> [String] {
        guard let list = help.components(separatedBy: "SUBCOMMANDS:").last, list != help else { return [] }
        return list.split(separator: "\n").compactMap { line in
            guard line.hasPrefix("  "), !line.hasPrefix("   "), let word = line.split(separator: " ").first else {
                return nil
            }
            return word == "See" ? nil : String(word)
        }
    }

    @Test("every group is in the manual page")
    func manualPage() throws {
        let page = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().appending(path: "docs/headroom.1")
        let manual = try String(contentsOf: page, encoding: .utf8)
        let groups = commands(in: try CommandRun("--help", in: folder.url).output)
        #expect(groups.contains("plan"))
        for group in groups where group != "help" {
            #expect(manual.contains(group), "\(group)")
            for command in commands(in: try CommandRun(group, "--help", in: folder.url).output) where command != "help"
            {
                #expect(manual.contains(command) || command == "schedule", "\(group) \(command)")
            }
        }
    }

    @Test("the version is one line")
    func version() throws {
        let run = try CommandRun("--version", in: folder.url)
        #expect(run.status == 0)
        #expect(run.output.split(separator: "\n").count == 1)
    }
}
