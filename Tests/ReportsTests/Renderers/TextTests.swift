import Testing

@testable import Reports

@Suite("The text form")
struct TextTests {
    @Test("colours words only when asked, and colour changes nothing else")
    func colour() throws {
        for language in Language.allCases {
            let plain = try sampleReport(language).rendered(as: .text()).text
            let coloured = try sampleReport(language).rendered(as: .text(isColoured: true)).text
            #expect(!plain.contains("\u{1B}"))
            #expect(coloured.contains("\u{1B}[31m"))
            #expect(withoutEscapes(coloured) == plain)
        }
    }

    @Test("keeps to its width", arguments: [40, 60, 80, 132], Language.allCases)
    func width(width: Int, language: Language) throws {
        for line in try sampleReport(language, activities: 40).rendered(as: .text(width: width)).text.split(
            separator: "\n")
        {
            #expect(String(line).columns <= width, "\(line)")
        }
    }

    @Test("shortens texts first to a legible length, then leaves out the least important columns, never the essential")
    func tableLayout() {
        let columns = [
            Column("Name"), Column("Lane", importance: .useful), Column("Start", .date),
            Column("Remark", importance: .extra), Column("Float", .integer),
        ]
        let row = [
            Cell("A name of thirty-two characters."), Cell("Account service"), Cell("Mon 12 Jan 2026"),
            Cell("in writing, please"), Cell("1,234"),
        ]
        let table = Table("t", title: "T", columns: columns, rows: [row])
        func shown(_ width: Int) -> [Int] { TableLayout(table, width: width, mark: \.text).columns.map(\.index) }
        #expect(shown(120) == [0, 1, 2, 3, 4])
        #expect(shown(70) == [0, 1, 2, 3, 4])
        #expect(shown(69) == [0, 1, 2, 4])
        #expect(shown(50) == [0, 2, 4])
        #expect(shown(20) == [0, 2, 4])
        for width in 20...120 {
            let layout = TableLayout(table, width: width, mark: \.text).columns
            #expect(layout.map(\.width).reduce(0, +) + 2 * (layout.count - 1) <= width)
        }
    }

    @Test("a text that its column cannot hold goes on below, on six lines at most; a number is never broken")
    func longTexts() throws {
        let words = (1...40).map { "word\($0)" }
        let table = Table(
            "t", title: "T", columns: [Column("Name"), Column("Spend", .money)],
            rows: [
                [Cell("a text of more than thirty columns goes on"), Cell("1,234.50")],
                [Cell(words.joined(separator: " ")), Cell("9.00")],
            ])
        let report = Report(
            kind: "test", language: .english, title: "T", headline: .init([]), sections: [Section("T", [.table(table)])]
        )
        let lines = try report.rendered(as: .text(width: 40)).text.split(separator: "\n").suffix(8).map(String.init)
        #expect(
            lines.prefix(3) == [
                "a text of more than thirty      1,234.50", "columns goes on",
                "word1 word2 word3 word4 word5       9.00",
            ])
        #expect(lines.last == "word23 word24 word25 word26…")
        #expect(lines.allSatisfy { $0.columns <= 40 })
    }

    @Test("draws bars to either side of zero in proportion")
    func bars() throws {
        let chart = BarChart(
            "Movers", summary: "", unit: .number,
            bars: [.init("up", 30, text: "+30"), .init("down", -10, text: "−10"), .init("none", nil, text: "n/a")])
        let report = Report(
            kind: "test", language: .english, title: "T", headline: .init([]),
            sections: [Section("S", [.chart(.bar(chart))])])
        let lines = try report.rendered(as: .text(width: 56)).text.split(separator: "\n").suffix(3)
        let (left, right) = (String(repeating: "█", count: 11), String(repeating: "█", count: 33))
        let expected: [Substring] = [
            "up    +30  \(String(repeating: " ", count: 11))│\(right)", "down  −10  \(left)│", "none  n/a",
        ]
        #expect(Array(lines) == expected)
    }

    private func withoutEscapes(_ text: String) -> String {
        var plain = ""
        var isEscape = false
        for character in text {
            if character == "\u{1B}" { isEscape = true }
            if !isEscape { plain.append(character) }
            if character == "m" { isEscape = false }
        }
        return plain
    }
}
