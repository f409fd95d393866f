import ArgumentParser
import Headroom

struct CostTaxCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "tax",
        abstract: "Taxes and fees on what was received and paid for media, by the rules of a day.")

    @Option(help: ArgumentHelp("What was received, tax included.", valueName: "amount"))
    var receipts: String

    @Option(
        help: ArgumentHelp(
            "What was paid to publishers and other agencies, tax included. Default: nothing.", valueName: "amount"))
    var media = "0"

    @Option(
        help: ArgumentHelp("The day whose rules hold, such as 2026-11-30.", valueName: "date"),
        transform: CommandDates.day)
    var on: CivilDay

    @Option(help: ArgumentHelp("The table of taxes that comes with the program.", valueName: "name"))
    var place = "china"

    @Option(help: ArgumentHelp("A table of your own, as YAML.", valueName: "file"))
    var table: String?

    @Option(
        help: ArgumentHelp("The currency of both amounts.", valueName: "code"), transform: CostForecastCommand.currency)
    var currency: Currency = .cny

    @OptionGroup var options: CommonOptions

    func validate() throws { _ = try amounts() }

    func run() throws {
        let (receipts, payments) = try amounts()
        try options.deliver {
            try Answer.tax(
                of: TaxRequest(
                    receipts: receipts, payments: payments, day: on, place: place,
                    file: table.map(InputFile.init(reading:))))
        }
    }

    // MARK: Values

    private func amounts() throws -> (receipts: Money, payments: Money) {
        (try amount(receipts, of: "--receipts"), try amount(media, of: "--media"))
    }

    /// A plain amount of zero or more.
    private func amount(_ text: String, of option: String) throws -> Money {
        do throws(AmountFault) {
            let amount = try Money(text, currency)
            if !amount.isNegative { return amount }
        } catch {
            throw ValidationError("\(option): “\(text)” \(error); \(error.advice)")
        }
        throw ValidationError("\(option): “\(text)” is below zero")
    }
}
