import Diagnostics
import Interchange
import MediaSpend
import Testing

@Suite("Wide month files")
struct WideFileTests {
    static func layout(_ more: String = "", columns: String = "tv: Television, web: {name: Online}") throws -> Layout {
        try LayoutFile.read(
            SourceText(
                """
                name: wide
                basis: net
                currency: CNY
                empty: [na, NA]
                month: {column: month}
                columns:
                  category: {constant: Beer}
                  brand: brand
                unpivot:
                  dimension: medium
                  columns: {\(columns)}
                  \(more)
                """, file: "wide.yaml"))
    }

    @Test("each column that states an amount is an occurrence; blanks, na and zeros are none")
    func unpivot() throws {
        let file = try MonthFile(
            text: "month,brand,tv,web\n2025-12,A,1.00,2.00\n2025-12,B,\"na\",NA\n2025-12,C,,0\n2025-11,A,0.0,-3.00\n",
            layout: Self.layout())
        let cube = try file.cube(by: [.month, .brand, .medium])
        #expect(cube.names(in: .medium) == ["Online", "Television"])
        #expect(cube.spend == [-300, 200, 100])
        #expect(file.reading.delivery.rows == 3)
        #expect(!file.reading.delivery.countsInsertions)
    }

    @Test("zeros are rows where the layout says so")
    func zeros() throws {
        let file = try MonthFile(
            text: "month,brand,tv,web\n2025-12,A,0,\n", layout: Self.layout("zeros: rows"))
        #expect(file.reading.delivery.rows == 1)
    }

    @Test("insertions are counted column by column")
    func insertions() throws {
        let columns = "tv: {name: Television, insertions: spots}, web: {name: Online, insertions: clicks}"
        let file = try MonthFile(
            text: "month,brand,tv,spots,web,clicks\n2025-12,A,5.00,10,2.00,300\n", layout: Self.layout(columns: columns)
        )
        let cube = try file.cube(by: [.medium])
        #expect(cube.insertions == [300, 10])
        #expect(file.reading.delivery.countsInsertions)
    }

    @Test("a fault in one column is told with its place, a header between rows is none")
    func faults() throws {
        let text = "month,brand,tv,web\n2025-12,A,1.00,x\nmonth,brand,tv,web\n2025-12,A,1.00\n2025-13,A,1,1\n"
        let rejection = #expect(throws: Rejection.self) { try MonthFile(text: text, layout: Self.layout()) }
        let places = rejection?.findings.filter { $0.severity == .error }.map {
            "\($0.id) \($0.place?.line ?? 0):\($0.place?.column ?? 0)"
        }
        #expect(places == ["spend.bad-amount 2:16", "spend.ragged-row 4:15", "spend.bad-month 5:1"])
    }

    @Test("turning columns into rows keeps the sum of every column")
    func law() throws {
        var generator = SystemRandomNumberGenerator()
        var text = "month,brand,tv,web\n"
        var sums: [Int64] = [0, 0]
        for row in 0..<500 {
            let amounts = (0..<2).map { _ in Int64.random(in: -1_000...1_000, using: &generator) }
            text += "2025-\(row % 3 + 10),B\(row % 7),\(amounts[0]),\(amounts[1])\n"
            for column in 0..<2 { sums[column] += amounts[column] * 100 }
        }
        let cube = try MonthFile(text: text, layout: Self.layout()).cube(by: [.medium])
        #expect(cube.spend == [sums[1], sums[0]])
    }
}
