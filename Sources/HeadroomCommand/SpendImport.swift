import ArgumentParser
import Headroom

struct SpendImport: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "import", abstract: "Store month files in the workspace, each whole or not at all.",
        discussion: """
            Each file is checked before it is stored: against the months before it, and against what it states of itself. A \
            check that blocks it leaves the workspace as it was, with exit status 1.
            """)

    @Argument(help: "CSV or TSV files, also packed with gzip, or workbooks (.xlsx); - for standard input.")
    var files: [String]

    @Option(
        help: ArgumentHelp(
            """
            How the files are to be read: \(Layout.seeds.map(\.name).joined(separator: ", ")), or the file of a \
            layout. Without it, the layout that fits the columns; where none does, one is proposed and nothing is stored.
            """, valueName: "name"))
    var layout: String?

    @Option(
        help: ArgumentHelp(
            "Store nothing; write a layout for the file here, to be looked at and used with --layout.",
            valueName: "file"))
    var propose: String?

    @Option(help: "The year of the files, where they state months only and their names do not tell.")
    var year: Int?

    @OptionGroup var checks: SpendGateOptions
    @OptionGroup var store: StoreOption
    @OptionGroup var options: CommonOptions

    func validate() throws {
        guard files.count == 1 || !files.contains("-") else {
            throw ValidationError("standard input can only be imported alone")
        }
        if propose != nil, files.count > 1 || files[0] == "-" || layout != nil {
            throw ValidationError("--propose looks at one file, and goes without --layout")
        }
    }

    func run() throws {
        if let propose { return try writeProposal(to: propose) }
        if layout == nil, !options.json { try showProposal() }
        var isBlocked = false
        try options.deliver {
            let answer = try Answer.spendImport(
                files, layout: layout, year: year, gate: checks.gate(), into: store.path, on: options.workers)
            isBlocked = answer.isNegative
            return answer
        }
        // Not only with --strict: what was asked for was not done.
        if isBlocked { throw ExitCode(1) }
    }

    private func writeProposal(to path: String) throws {
        try options.deliver {
            let proposed = try ProposedLayout(for: files[0])
            try proposed.write(to: path)
            return proposed.answer
        }
    }

    /// What is understood of the first file that no layout is known for; the import that follows refuses it.
    private func showProposal() throws {
        let proposed = try options.reportingFaults {
            // A file that is no table at all is refused by the import, with the reason.
            try ProposedLayout.firstUnknown(among: files).flatMap { try? ProposedLayout(for: $0) }
        }
        guard let proposed else { return }
        try options.reportingFaults {
            try options.printText(of: proposed.answer)
            try Terminal.printOutput("\n" + proposed.proposal.text, terminator: "")
        }
    }
}
