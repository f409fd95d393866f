import ArgumentParser
import Headroom

struct CostJournalCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "journal", abstract: "The books of a job as a journal in plain text, which hledger reads.")

    @Argument(help: "The job.")
    var job: String

    @Option(name: .shortAndLong, help: ArgumentHelp("Where to write it. Default: standard output.", valueName: "file"))
    var output: String?

    @Option(
        help: ArgumentHelp("Up to which day. Default: the last event.", valueName: "date"), transform: CommandDates.day)
    var through: CivilDay?

    @OptionGroup var store: StoreOption
    @OptionGroup var screen: ScreenOptions

    func run() throws {
        try screen.reportingFaults {
            let journal = try LedgerJournal(of: JobID(job), through: through, in: store.path)
            guard let output else { return try Terminal.printOutput(journal.text, terminator: "") }
            try OutputFile.write(journal.text.utf8, to: output)
            try Terminal.printOutput(output)
        }
    }
}
