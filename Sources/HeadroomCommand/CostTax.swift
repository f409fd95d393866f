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

    @Option(help: ArgumentHelp("The day whose rules hold, such as 2026-11-30.", valueName: "date"), transform: day)
    var on: CivilDay

    @Option(help: ArgumentHelp("The table of taxes that comes with the program.", valueName: "name"))
    var place = "china"

    @Option(help: ArgumentHelp("A table of your own, as YAML.", valueName: "file"))
    var table: String?

    @Option(help: ArgumentHelp("The currency of both amounts.", valueName: "code"))
    var currency = "CNY"

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
        let currency: Currency
        do throws(MonetaryFault) {
            currency = try Currency(self.currency)
        } catch {
            throw ValidationError("--currency: \(error)")
        }
        return (try amount(receipts, currency, of: "--receipts"), try amount(media, currency, of: "--media"))
    }

    /// A plain amount of zero or more.
    private func amount(_ text: String, _ currency: Currency, of option: String) throws -> Money {
        do throws(AmountFault) {
            let amount = try Money(text, currency)
            if !amount.isNegative { return amount }
        } catch {
            throw ValidationError("\(option): “\(text)” \(error); \(error.advice)")
        }
        throw ValidationError("\(option): “\(text)” is below zero")
    }

    private static func day(_ text: String) throws -> CivilDay {
        guard let day = CivilDay(text) else { throw ValidationError("“\(text)” is not a date; write 2026-11-30") }
        return day
    }
}
