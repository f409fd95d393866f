import Diagnostics
import Interchange
import MediaSpend
import Monetary
import Testing
import WorkTime

@Suite("Files of real publishers")
struct VendorFileTests {
    @Test(
        "a COMSOC year adds up to its details, and its vouchers agree",
        arguments: [
            (2018, "7957346552.02", "7957346552.02"), (2019, "2717545211.56", "2717545211.57"),
        ])
    func comsoc(year: Int, spend: String, control: String) throws {
        try expect(Datasets.path("media/mx_comsoc_\(year).csv.gz"), year, spend: spend, control: control)
    }

    @Test(
        "also where a second sheet has other columns, and where a row is voucher and detail at once",
        .enabled(if: Datasets.exists(Datasets.shared("media/mx_comsoc_2020.csv.gz"))),
        arguments: [
            (2020, "1873414598.47", "1873414598.47"), (2021, "1988405871.74", "1988405871.73"),
        ])
    func laterComsoc(year: Int, spend: String, control: String) throws {
        try expect(Datasets.shared("media/mx_comsoc_\(year).csv.gz"), year, spend: spend, control: control)
    }

    private func expect(_ path: String, _ year: Int, spend: String, control: String) throws {
        let delivery = try MonthFile(path, layout: "comsoc").reading.delivery
        #expect(delivery.spend.amount == spend)
        #expect(delivery.control?.total.amount == control)
        #expect(delivery.months.map(\.month.year).allSatisfy { $0 == year })
        #expect(!delivery.countsInsertions)
    }

    @Test(
        "the three Google deliveries read with every row, in dollars only",
        arguments: [
            ("d1_2018-08", 1_659, 6_437_100), ("d2_2018-09", 2_823, 14_435_300), ("d3_2019-06", 10_830, 92_595_300),
        ])
    func google(name: String, rows: Int, dollars: Int64) throws {
        let file = try MonthFile(
            Datasets.path("media/us_google_political_weekly_\(name).csv.gz"), layout: "google-political-weekly")
        #expect(file.reading.delivery.rows == rows)
        #expect(file.reading.delivery.spend.minorUnits == dollars * 100)
        #expect(file.reading.delivery.countsInsertions == false)
        let ignored = file.reading.findings.contains {
            $0.id == "spend.unread-columns" && $0.message.contains("Spend_EUR")
        }
        #expect(ignored == (name == "d3_2019-06"))
    }
}
