import Diagnostics
import Foundation
import Interchange
import MediaSpend
import Monetary
import Testing
import WorkTime

@Suite("Reading month files")
struct MonthFileTests {
    /// A layout of few columns, with more lines put in.
    static func layout(_ more: String = "", columns: String = "", currency: String = "currency: CNY") throws -> Layout {
        try LayoutFile.read(
            SourceText(
                """
                name: vendor
                basis: net
                \(currency)
                month: {column: month}
                columns:
                  category: {constant: Beer}
                  brand: brand
                  medium: {column: medium, optional: yes}
                  spend: spend
                \(columns)
                \(more)
                """, file: "vendor.yaml"))
    }

    @Test(
        "amounts are read as the layout says they are written",
        arguments: [
            ("", "1234.50", "1234.50"), ("", "-3", "-3.00"), ("", "(3.10)", "-3.10"),
            ("decimal: comma\ngrouping: point", "1.234,50", "1234.50"), ("grouping: comma", "\"1,234.50\"", "1234.50"),
            ("unit: thousands", "1.2345", "1234.50"), ("unit: 万元", "12", "120000.00"),
            ("surplus decimals: zeros dropped", "1.5000", "1.50"), ("surplus decimals: rounded", "1.005", "1.00"),
        ])
    func amounts(style: String, text: String, amount: String) throws {
        let delimiter = style.contains("comma\n") ? ";" : ","
        let layout = try Self.layout(style + (delimiter == ";" ? "\ndelimiter: semicolon" : ""))
        let header = ["month", "brand", "medium", "spend"].joined(separator: delimiter)
        let row = ["2025-12", "Ales", "TV", text].joined(separator: delimiter)
        let file = try MonthFile(text: "\(header)\n\(row)\n", layout: layout)
        #expect(file.reading.delivery.spend.amount == amount)
    }

    @Test("columns are found by name in any order and case; those of nobody are named in a note")
    func columns() throws {
        let file = try MonthFile(
            text: "Spend,note,BRAND,Month,extra\n5.00,x,Ales,2025-12,y\n", layout: Self.layout())
        #expect(file.reading.delivery.spend.amount == "5.00")
        #expect(file.reading.findings.map(\.id) == ["spend.unread-columns"])
        #expect(file.reading.findings[0].message == "2 columns are not read: note, extra")
    }

    @Test("a name that is wrapped in its header is the same column")
    func wrappedNames() throws {
        let layout = try Self.layout(columns: "  region: Home market")
        let file = try MonthFile(
            text: "month,brand,medium,spend,\"Home\n  market\"\n2025-12,A,TV,1,North\n", layout: layout)
        #expect(try file.cube(by: [.region]).names(in: .region) == ["North"])
    }

    @Test("names are told apart by their key, and leading zeros are dropped where the layout says so")
    func keys() throws {
        let layout = try Self.layout(columns: "  advertiser: {column: name, key: code, leading zeros: dropped}")
        let file = try MonthFile(
            text: #"""
                month,brand,medium,spend,name,code
                2025-12,A,TV,1.00,INPI,00625
                2025-12,A,TV,2.00,"Instituto ""INPI"" del Estado",625
                2025-12,A,TV,4.00,INPI,0625
                """#, layout: layout)
        let cube = try file.cube(by: [.advertiser])
        #expect(cube.names(in: .advertiser) == ["INPI"])
        #expect(cube.spend == [700])
        #expect(file.reading.findings.contains { $0.id == "spend.variant-names" })
    }

    @Test("a name without a key stands for itself")
    func missingKey() throws {
        let layout = try Self.layout(columns: "  advertiser: {column: name, key: code}")
        let file = try MonthFile(
            text: "month,brand,medium,spend,name,code\n2025-12,A,TV,1.00,INPI,\n2025-12,A,TV,2.00,,\n", layout: layout)
        #expect(try file.cube(by: [.advertiser]).names(in: .advertiser) == ["", "INPI"])
    }

    @Test("rows that the layout leaves out are counted and not added, whatever else they hold")
    func conditions() throws {
        let layout = try Self.layout("rows: {only: {kind: \"2\"}}")
        let file = try MonthFile(
            text: """
                month,brand,medium,spend,kind
                2025-12,A,TV,1.00,2
                2025-12,A,TV,9.00,4
                2025-99,A,TV,subsidy,4
                2025-12,A,TV,,4
                """, layout: layout)
        #expect(file.reading.delivery.spend.amount == "1.00")
        #expect(file.reading.delivery.filteredRows == 3)
    }

    @Test("nameless columns at the end of the header need not be filled, and may be")
    func namelessColumns() throws {
        let file = try MonthFile(
            text: "month,brand,medium,spend,,\n2025-12,A,TV,1.00\n2025-12,A,TV,2.00,,x\n", layout: Self.layout())
        #expect(file.reading.delivery.spend.amount == "3.00")
    }

    @Test("heads, totals and wrapped texts between rows are passed over, and a header may change the columns")
    func furniture() throws {
        let layout = try Self.layout("rows: {control: voucher, others: skipped}")
        let file = try MonthFile(
            text: """
                Ministry of Ales,,,,
                month,brand,medium,spend,voucher
                2025-12,A,TV,,7.00
                2025-12,A,TV,5.00,
                wrapped text,,,,
                2025-12,A,TV,2.00,
                ,TOTAL:,7.00,,
                month,brand,code,medium,spend,voucher
                2025-12,B,9,TV,,3.00
                2025-12,B,9,TV,3.00,
                ,,,,,voucher
                """, layout: layout)
        let delivery = file.reading.delivery
        #expect(delivery.spend.amount == "10.00" && delivery.rows == 3)
        #expect(delivery.control == Delivery.ControlTotal(column: "voucher", total: delivery.spend, rows: 2))
        #expect(delivery.skippedLines == 4)
        #expect(try file.cube(by: [.brand]).spend == [700, 300])
    }

    @Test("vouchers that do not agree with their details are a warning")
    func controlTotals() throws {
        let layout = try Self.layout("rows: {control: voucher, others: skipped, tolerance: 0.01}")
        func severity(_ voucher: String) throws -> Severity? {
            let text = "month,brand,medium,spend,voucher\n2025-12,A,TV,,\(voucher)\n2025-12,A,TV,5.00,\n"
            return try MonthFile(text: text, layout: layout).reading.findings.first { $0.id == "spend.control-total" }?
                .severity
        }
        #expect(try severity("5.00") == .note)
        #expect(try severity("5.01") == .note)
        #expect(try severity("5.02") == .warning)
    }

    @Test("months that are numbers are of the year in the file's name, or of the year that is said")
    func years() throws {
        let layout = try LayoutFile.read(
            SourceText(
                """
                name: ledger
                basis: net
                currency: MXN
                month: {column: month, rule: month number}
                columns: {category: {constant: All}, brand: brand, medium: {constant: All}, spend: spend}
                """, file: "ledger.yaml"))
        let bytes = Array("month,brand,spend\n3,A,1.00\n".utf8)
        let named = try MonthFile(bytes: bytes, layout: layout, name: "ledger_2018.csv")
        #expect(named.reading.delivery.months.map(\.month.description) == ["2018-03"])
        let said = try MonthFile(bytes: bytes, layout: layout, name: "ledger_2018.csv", year: 2019)
        #expect(said.reading.delivery.months.map(\.month.description) == ["2019-03"])
        let unknown = #expect(throws: Rejection.self) { try MonthFile(bytes: bytes, layout: layout) }
        #expect(unknown?.findings.map(\.id) == ["spend.unknown-year"])
    }

    @Test("rows beyond one chunk come in several, in the order of the file")
    func chunks() throws {
        let count = OccurrenceChunk.capacity + 10
        let rows = (0..<count).map { "2025-12,brand \($0 % 100),TV,\($0).00" }.joined(separator: "\n")
        let file = try MonthFile(text: "month,brand,medium,spend\n\(rows)\n", layout: Self.layout())
        #expect(file.chunks.count > 1 && file.chunks.allSatisfy { $0.count <= OccurrenceChunk.capacity })
        #expect(file.chunks.flatMap(\.spend) == (0..<count).map { Int64($0) * 100 })
    }

    @Test("the digest tells the contents and the layout, not the packing or the name")
    func digests() throws {
        let text = "month,brand,medium,spend\n2025-12,A,TV,1.00\n"
        let plain = try MonthFile(text: text, layout: Self.layout()).reading.delivery
        let again = try MonthFile(text: text, layout: Self.layout(), name: "other.csv").reading.delivery
        let packed = try MonthFile(bytes: Packed.gzip(text), layout: Self.layout(), name: "a.gz").reading.delivery
        #expect(Set([plain.digest, again.digest, packed.digest]).count == 1)
        let other = try MonthFile(text: text + "\n", layout: Self.layout()).reading.delivery
        let thousands = try MonthFile(text: text, layout: Self.layout("unit: thousands")).reading.delivery
        #expect(Set([plain.digest, other.digest, thousands.digest]).count == 3)
    }
}
