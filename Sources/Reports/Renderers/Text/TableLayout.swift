/// Fits a table's columns into a line: two blanks apart, numbers and dates whole, texts narrowed, the least important
/// columns left out.
struct TableLayout {
    let columns: [(index: Int, width: Int)]

    /// A text column is not narrowed below this while a less important column can go instead.
    private static let legible = 14
    private static let gap = 2

    /// - Parameter mark: a cell's words as they will be written.
    init(_ table: Table, width: Int, mark: (Cell) -> String) {
        let rows = table.shownRows + [table.totals].compactMap(\.self)
        let natural = table.columns.indices.map { index in
            max(Self.headingWidth(of: table.columns[index]), rows.map { mark($0[index]).columns }.max() ?? 0, 1)
        }
        let isText = table.columns.map { $0.kind == .text }
        let least = natural.indices.map { isText[$0] ? min(natural[$0], Self.legible) : natural[$0] }

        var shown = Array(table.columns.indices)
        while Self.total(of: shown.map { least[$0] }) > width,
            let leastImportant = shown.filter({ table.columns[$0].importance != .essential }).min(by: {
                (table.columns[$0].importance, -$0) < (table.columns[$1].importance, -$1)
            })
        {
            shown.removeAll { $0 == leastImportant }
        }
        var widths = shown.map { natural[$0] }
        // First texts, then, when even the essential columns do not fit, whatever is widest.
        Self.shrink(&widths, to: width) { isText[shown[$0]] }
        Self.shrink(&widths, to: width) { _ in true }
        columns = zip(shown, widths).map { ($0, $1) }
    }

    private static func total(of widths: [Int]) -> Int { widths.reduce(0, +) + max(0, widths.count - 1) * gap }

    /// Takes one column after another from the widest that may shrink; none becomes narrower than four.
    private static func shrink(_ widths: inout [Int], to width: Int, where mayShrink: (Int) -> Bool) {
        while total(of: widths) > width,
            let widest = widths.indices.filter({ widths[$0] > 4 && mayShrink($0) }).max(by: { widths[$0] < widths[$1] })
        {
            widths[widest] -= 1
        }
    }

    /// Enough for the longest word of a heading, and for the whole in two lines.
    private static func headingWidth(of column: Column) -> Int {
        let heading = column.heading.printable
        if heading.columns <= 8 { return heading.columns }
        let words = heading.split(separator: " ").map { String($0) }
        let longest = words.map { $0.unicodeScalars.contains { $0.value >= 0x2E80 } ? 2 : $0.columns }.max() ?? 0
        return max(longest, min(heading.columns, (heading.columns + 3) / 2))
    }
}
