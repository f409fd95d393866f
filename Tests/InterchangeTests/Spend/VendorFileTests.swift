import Diagnostics
import Foundation
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
            Ledger(2018, "7957346552.02", "7957346552.02", details: 13_837, vouchers: 12_870, others: 1_200),
            Ledger(2019, "2717545211.56", "2717545211.57", details: 7_625, vouchers: 6_899, others: 1_240),
        ])
    func comsoc(ledger: Ledger) throws {
        try expect(Datasets.path("media/mx_comsoc_\(ledger.year).csv.gz"), ledger)
    }

    /// A year of COMSOC as Python's `csv` and `decimal` count it: lines with a Costo, with an Importe, with neither.
    struct Ledger: Sendable {
        let year: Int
        let spend: String
        let control: String
        let details: Int
        let vouchers: Int
        let others: Int

        init(_ year: Int, _ spend: String, _ control: String, details: Int, vouchers: Int, others: Int) {
            self.year = year
            self.spend = spend
            self.control = control
            self.details = details
            self.vouchers = vouchers
            self.others = others
        }
    }

    @Test(
        "also where a second sheet has other columns, and where a row is voucher and detail at once",
        .enabled(if: Datasets.exists(Datasets.shared("media/mx_comsoc_2020.csv.gz"))),
        arguments: [
            Ledger(2020, "1873414598.47", "1873414598.47", details: 5_784, vouchers: 5_021, others: 918),
            Ledger(2021, "1988405871.74", "1988405871.73", details: 6_395, vouchers: 5_533, others: 887),
        ])
    func laterComsoc(ledger: Ledger) throws {
        try expect(Datasets.shared("media/mx_comsoc_\(ledger.year).csv.gz"), ledger)
    }

    private func expect(_ path: String, _ ledger: Ledger) throws {
        let delivery = try MonthFile(path, layout: "comsoc").reading.delivery
        #expect(delivery.spend.amount == ledger.spend && delivery.rows == ledger.details)
        #expect(delivery.control?.total.amount == ledger.control && delivery.control?.rows == ledger.vouchers)
        #expect(delivery.skippedLines == ledger.others)
        #expect(delivery.months.map(\.month.year).allSatisfy { $0 == ledger.year })
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

    /// Rows and sums of files of the shared data, as another program (Python's `decimal`, amounts rounded half to even)
    /// adds them up.
    static let sums: [(file: String, layout: String, rows: Int, spend: String)] = [
        ("us_google_political_geo_d1_2018-08", "google-political-districts", 436, "7318700.00"),
        ("us_google_political_geo_d2_2018-09", "google-political-districts", 436, "15672100.00"),
        ("us_google_political_geo_d3_2019-06", "google-political-geo", 500, "97149500.00"),
        ("es_basque_campaigns", "basque-campaigns", 15_056, "62202232.77"),
        ("at_medientransparenz_2012q3", "medientransparenz", 1_992, "37256582.14"),
        ("sim_meridian_geo_all_channels", "meridian-geo", 23_704, "219492402.20"),
        ("sim_robyn_weekly", "robyn-weekly", 541, "14529098.43"),
        ("real_mmm_retail_weekly", "retail-weekly", 2_069, "490923967.97"),
    ]

    @Test(
        "every other publisher's file adds up to the sum of another program, each through the layout that fits it alone",
        .enabled(if: Datasets.exists(Datasets.shared("media"))), arguments: sums)
    func publishers(file: String, layout: String, rows: Int, spend: String) throws {
        let path = Datasets.shared("media/\(file).csv.gz")
        let delivery = try MonthFile(path, layout: layout).reading.delivery
        #expect(delivery.rows == rows)
        #expect(delivery.spend.amount == spend)
        let layouts = try LayoutFileTests.names.map { try MonthFile.layout($0) }
        #expect(try Layout.fitting(path, among: layouts).map(\.name) == [layout])
    }

    @Test(
        "the sums of wide files stand in their columns too",
        .enabled(if: Datasets.exists(Datasets.shared("media"))))
    func channels() throws {
        let robyn = try MonthFile(Datasets.shared("media/sim_robyn_weekly.csv.gz"), layout: "robyn-weekly")
        let media = try robyn.cube(by: [.medium])
        #expect(media.names(in: .medium) == ["Facebook", "Out of home", "Print", "Search", "Television"])
        #expect(media.spend == [44_629_682, 898_933_170, 77_555_549, 123_042_666, 308_748_776])
        #expect(media.rows == [101, 85, 87, 176, 92])
        let retail = try MonthFile(Datasets.shared("media/real_mmm_retail_weekly.csv.gz"), layout: "retail-weekly")
        let search = try retail.cube(by: [.medium])
        #expect(search.names(in: .medium).firstIndex(of: "Search").map { search.spend[$0] } == 13_086_197_162)
    }

    /// 92 campaigns differ by more than a cent and 7 by exactly one. Who compares binary fractions finds that 4 of those
    /// 7 differ by more than 0.01, and so counts 96.
    @Test(
        "Basque campaigns that do not add up are found, each of them, the 96 of binary fractions among them",
        .enabled(if: Datasets.exists(Datasets.shared("media"))), arguments: [("0", 99), ("0.01", 92)])
    func basqueParts(tolerance: String, count: Int) throws {
        let seed = try String(contentsOfFile: Datasets.seed("layouts/basque-campaigns.yaml"), encoding: .utf8)
        let text = seed.replacing("campaign_euros}", with: "campaign_euros, tolerance: \(tolerance)}")
        let layout = try LayoutFile.read(SourceText(text, file: "basque.yaml"))
        let path = Datasets.shared("media/es_basque_campaigns.csv.gz")
        let findings = try MonthFile(path, layout: layout).reading.findings
        let wrong = findings.filter { $0.id == "spend.parts-total" }
        #expect(wrong.count == count)
        #expect(findings.contains { $0.message.hasPrefix("\(count) of 1410 groups") })
        let amounts = wrong.map { $0.message.matches(of: /(-?[0-9.]+) EUR/).compactMap { Double($0.1) } }
        #expect(amounts.count { abs($0[0] - $0[1]) > 0.01 } == (tolerance == "0" ? 96 : 92))
    }
}
