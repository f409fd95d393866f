import ArgumentParser
import Headroom

struct SpendStores: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "stores",
        abstract: "The monthly paper on store checks: distribution, stock, shelf, prices, promotions.",
        discussion: """
            Reads what field staff wrote, one row a store, date and product, as CSV (packed with gzip or not) or as a sheet of \
            an Excel workbook. The columns store, date, brand and product (门店, 日期, 品牌, 产品) are needed; category, size, \
            price, facings, promotion, stock-out, handled, photo, region, format and turnover may be there.
            """)

    @Argument(help: "The visits; - for standard input.")
    var file: String

    @Option(help: ArgumentHelp("The month, such as 2025-12.", valueName: "month"), transform: SpendReport.month)
    var month: CivilMonth

    @Option(help: "The client's brand.")
    var brand: String?

    @Option(help: "One category; without it all of them.")
    var category: String?

    @Option(
        name: .customLong("stores"),
        help: ArgumentHelp(
            "The stores that should be visited, a table with the columns store, region, format and turnover; without it those that were visited so far.",
            valueName: "file"))
    var list: String?

    @Option(
        help: ArgumentHelp("The currency of all prices.", valueName: "code"), transform: CostForecastCommand.currency)
    var currency: Currency = .cny

    @OptionGroup var options: CommonOptions

    func run() throws {
        try options.deliver {
            try Answer.storeChecks(
                on: StoreCheckQuestion(
                    InputFile(reading: file), list: list.map(InputFile.init(reading:)), month: month, brand: brand,
                    category: category, currency: currency))
        }
    }
}
