import ArgumentParser
import Headroom

struct CostPostCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "post",
        abstract: "Post orders, work, invoices and payments to the books of a job, all or none.",
        discussion: """
            CSV, or a sheet of an Excel workbook, with the columns id, date, kind, line, order, party, amount, currency, tax, book_amount, rate, rate_date, \
            rate_source, due, settles, percent, units, milestone and memo, most of which may be left out. The same file \
            again changes nothing; a document that has changed is refused, and says what changed.
            """)

    @Argument(help: "Tables of events; - for standard input.")
    var files: [String]

    @Option(help: ArgumentHelp("Whose events these are. Default: the column job.", valueName: "id"))
    var job: String?

    @Option(
        help: ArgumentHelp("The currency of the books, where no estimate says it.", valueName: "code"),
        transform: CostForecastCommand.currency)
    var currency: Currency?

    @Option(
        help: ArgumentHelp("The day of posting. Default: that of the last event.", valueName: "date"),
        transform: CommandDates.day)
    var on: CivilDay?

    @OptionGroup var store: StoreOption
    @OptionGroup var options: CommonOptions

    func validate() throws {
        guard files.count(where: { $0 == "-" }) < 2 else {
            throw ValidationError("standard input can only be read once")
        }
    }

    func run() throws {
        try options.deliver {
            try Answer.costPost(
                files.map { try InputFile(reading: $0) }, job: job.map { JobID($0) }, currency: currency,
                on: on, in: store.path)
        }
    }
}
