import MediaSpend
import Monetary
import Testing
import WorkTime

@Suite("Cuts of one's own")
struct CrossTableTests {
    private let sketch = """
        A 2025-01 60.00 medium=TV
        A 2025-02 20.00 medium=Radio
        B 2025-01 15.00 medium=TV
        B 2025-01 5.00 medium=Online
        C 2025-02 100.00 medium=TV
        """

    private func table(_ rows: [SpendDimension], across column: SpendDimension? = nil, limit: Int = 20) throws
        -> CrossTable
    {
        let cube = try SpendSketch(sketch).cube(by: rows + [column].compactMap(\.self))
        return CrossTable(cube, rows: rows, across: column, limit: limit)
    }

    @Test("rows come by spend, columns too, and parts go down and across")
    func byHand() throws {
        let table = try table([.brand], across: .medium)
        #expect(table.columns == ["TV", "Radio", "Online"])
        #expect(table.rows.map(\.names) == [["C"], ["A"], ["B"]])
        #expect(table.rows[1].cells == (try ["60.00", "20.00", "0.00"].map(yuan)))
        #expect(table.totals.cells == (try ["175.00", "20.00", "5.00"].map(yuan)))
        #expect(table.down(table.rows[1], at: 0) == .value(60.0 / 175))
        #expect(table.across(table.rows[1], at: 0) == .value(0.75))
        #expect(table.down(table.rows[0]) == .value(0.5))
    }

    @Test("months stand in their order")
    func months() throws {
        #expect(try table([.brand], across: .month).columns == ["2025-01", "2025-02"])
        #expect(try table([.month]).rows.map(\.names) == [["2025-01"], ["2025-02"]])
    }

    @Test("what is not listed is one row, and the table adds up")
    func rest() throws {
        let text = (0..<40).map { "B\($0) 2025-01 \(100 + $0).00 medium=M\($0 % 20)" }.joined(separator: "\n")
        let cube = try SpendSketch(text).cube(by: [.brand, .medium])
        let table = CrossTable(cube, rows: [.brand], across: .medium, limit: 10)
        #expect(table.rows.count == 10)
        #expect(table.otherRows == 30)
        #expect(table.columns.count == 8)
        #expect(table.otherColumns == 12)
        let rest = try #require(table.rest)
        for place in table.totals.cells.indices {
            let sum = (table.rows + [rest]).reduce(0) { $0 + $1.cells[place].minorUnits }
            #expect(sum == table.totals.cells[place].minorUnits)
        }
        for row in table.rows + [rest, table.totals] {
            #expect(row.cells.reduce(0) { $0 + $1.minorUnits } == row.total.minorUnits)
        }
        #expect(table.totals.total.minorUnits == cube.totalSpend)
    }

    @Test("nothing divided by nothing is no part")
    func empty() throws {
        let cube = try SpendSketch("A 2025-01 0.00").cube(by: [.brand, .medium])
        let table = CrossTable(cube, rows: [.brand], across: .medium)
        #expect(table.rows.count == 1)
        #expect(table.down(table.rows[0], at: 0) == .absent(.emptyWhole))
        #expect(CrossTable(try SpendSketch("").cube(by: [.brand]), rows: [.brand]).rows.isEmpty)
    }
}
