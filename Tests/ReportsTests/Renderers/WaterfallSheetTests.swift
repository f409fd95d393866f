import Formats
import Foundation
import Monetary
import Testing

@testable import Reports

#if canImport(FoundationXML)
    import FoundationXML
#endif

@Suite("The sheet of a waterfall")
struct WaterfallSheetTests {
    private func waterfall(_ bars: [BarChart.Bar], _ title: String = "Parts") -> BarChart {
        BarChart(title, summary: "", unit: .money(currency: "CNY"), bars: bars)
    }

    private func parts(_ chart: BarChart, _ language: Language = .english) throws -> [String: String] {
        unzipped(try chartReport(.bar(chart), language).rendered(as: .xlsx).files[0].bytes)
    }

    private let steps: [BarChart.Bar] = [
        .init("volume", -30, start: 0, text: ""), .init("price", 45.5, start: -30, text: ""),
        .init("mix", -5.25, start: 15.5, text: ""), .init("change", 10.25, text: "", emphasis: .strong),
    ]

    // MARK: Pieces

    @Test("pieces cover a bar and nothing else, and stand at one another's ends, wherever the bar lies")
    func allBars() {
        for from in -3...3 {
            for to in -3...3 {
                let name: Comment = "from \(from) to \(to)"
                let pieces = Waterfall.Piece.allCases.filter { $0 != .total }.map { piece in
                    (piece, piece.part(from: Double(from), to: Double(to)))
                }
                let bar = (-3..<3).filter { min(from, to) <= $0 && $0 < max(from, to) }
                let drawn = stacked(pieces.map(\.1)).dropFirst(2).flatMap { begin, end in
                    (-3..<3).filter { begin <= Double($0) && Double($0) < end }
                }
                #expect(drawn.sorted() == bar, name)
                let kinds = pieces.dropFirst(2).filter { $0.1 != 0 }.map(\.0)
                let allowed: [Waterfall.Piece] = to > from ? [.rise, .riseBelowZero] : [.fall, .fallBelowZero]
                #expect(kinds.allSatisfy(allowed.contains), name)
            }
        }
    }

    /// Where spreadsheets draw a stack: what is above zero to one side, what is below it to the other.
    private func stacked(_ values: [Double]) -> [(Double, Double)] {
        var (low, high) = (0.0, 0.0)
        return values.map { value in
            if value < 0 {
                defer { low += value }
                return (low + value, low)
            }
            defer { high += value }
            return (high, high + value)
        }
    }

    @Test("formulas come to the values beside them", arguments: [-2, 0, 3], [-2, 0, 3])
    func formulas(from: Int, to: Int) throws {
        let step = Waterfall.Step(
            row: 0, from: Double(from), change: Double(to - from), isTotal: false, origin: nil)
        let row = [Cell(""), number(from), number(to), number(to - from)]
        let table = Table("t", title: "", columns: ["", "", "", ""].map { Column($0) }, rows: [row])
        let values = FormulaValue(
            Report(kind: "", language: .english, title: "", headline: .init([]), sections: []), in: table)
        let sheet = Waterfall(waterfall([]))
        #expect(try values.value(of: sheet.to(step)) == Rate(to))
        for piece in Waterfall.Piece.allCases {
            let computed = try values.value(of: sheet.formula(of: piece, step))
            #expect(computed == Rate(Int(piece.part(from: Double(from), to: Double(to)))), "\(piece)")
        }
    }

    private func number(_ value: Int) -> Cell { Cell(.integer(value), text: "") }

    // MARK: Cells

    @Test("each bar begins where the one above ends, and the total tells the last end")
    func liveCells() throws {
        let cells = writtenNumbers(try #require(try parts(waterfall(steps))["xl/worksheets/sheet2.xml"]))
        let expected: [(String, String?, Double)] = [
            ("B3", nil, 0), ("C3", "B3+D3", -30), ("D3", nil, -30), ("B4", "C3", -30), ("C4", "B4+D4", 15.5),
            ("D4", nil, 45.5), ("B5", "C4", 15.5), ("C5", "B5+D5", 10.25), ("D5", nil, -5.25), ("B6", nil, 0),
            ("C6", "B6+D6", 10.25), ("D6", "C5", 10.25), ("H6", "C6", 10.25),
            // Volume falls from zero.
            ("F3", "MIN(0,MAX(B3,C3))", 0), ("I3", "MAX(0,MAX(0,B3)-MAX(0,C3))", 0),
            ("K3", "MIN(0,MIN(0,C3)-MIN(0,B3))", -30),
            // Price passes zero: 15.5 above and 30 below.
            ("E4", "MAX(0,MIN(B4,C4))", 0), ("F4", "MIN(0,MAX(B4,C4))", 0),
            ("G4", "MAX(0,MAX(0,C4)-MAX(0,B4))", 15.5), ("J4", "MIN(0,MIN(0,B4)-MIN(0,C4))", -30),
            // Mix floats above zero.
            ("E5", "MAX(0,MIN(B5,C5))", 10.25), ("I5", "MAX(0,MAX(0,B5)-MAX(0,C5))", 5.25),
        ]
        for (place, formula, value) in expected {
            #expect(cells[place] == WrittenCell(formula: formula, value: value), "\(place)")
        }
        #expect(cells["H3"] == nil && cells["E6"] == nil)
    }

    @Test("bars that begin elsewhere are given as numbers, and sums in other last digits are still linked")
    func origins() throws {
        let bars: [BarChart.Bar] = [
            .init("before", 0.1, text: ""), .init("a", 0.2, start: 0.1, text: ""),
            .init("b", 1, start: 7, text: ""), .init("c", 1, start: 8, text: ""),
            .init("all", 0.3, text: ""), .init("d", 1, start: 0.1 + 0.2, text: ""),
        ]
        #expect(Waterfall(waterfall(bars)).steps.map(\.origin) == [nil, 0, nil, 2, nil, 4])
    }

    @Test(
        "headings say what the columns are",
        arguments: [
            (
                .english,
                [
                    "From (CNY)", "To (CNY)", "Change (CNY)", "Left empty", "Left empty below zero", "Rise",
                    "Total", "Fall", "Rise below zero", "Fall below zero",
                ]
            ),
            (
                .simplifiedChinese,
                ["起点（CNY）", "终点（CNY）", "变动额（CNY）", "留空", "留空（零以下）", "增加", "合计", "减少", "增加（零以下）", "减少（零以下）"]
            ),
        ] as [(Language, [String])])
    func headings(language: Language, expected: [String]) throws {
        let bytes = try chartReport(.bar(waterfall(steps)), language).rendered(as: .xlsx).files[0].bytes
        let sheet = try #require(Formats.Workbook.reading(bytes, file: "w.xlsx").workbook?.sheet(named: "Parts").sheet)
        #expect((1..<11).map { sheet.rows[1][$0] } == expected)
    }

    // MARK: Chart

    @Test("stacks an unseen piece, rises, falls and the total, in the colours of the picture")
    func chart() throws {
        let chart = try #require(try parts(waterfall(steps))["xl/charts/chart1.xml"])
        #expect(chart.contains("<c:grouping val=\"stacked\"/>") && chart.contains("<c:overlap val=\"100\"/>"))
        let series = chart.split(separator: "<c:ser>").dropFirst()
        #expect(series.count == 7)
        #expect(series.prefix(2).allSatisfy { $0.contains("<a:noFill/>") })
        let colours = series.dropFirst(2).map {
            $0.firstMatch(of: /srgbClr val="(\w+)"/).map { "#" + $0.1.lowercased() }
        }
        #expect(
            colours == [Palette.rising, Palette.leading, Palette.falling, Palette.rising, Palette.falling])
        #expect(deleted(chart) == ["0", "1", "5", "6"])
    }

    /// The entries of the legend that are not shown.
    private func deleted(_ chart: String) -> [String] {
        chart.matches(of: /<c:legendEntry><c:idx val="(\d+)"\/><c:delete val="1"\/>/).map { String($0.1) }
    }

    @Test("hides the same entries of the legend whether a program counts them from the first or from the last")
    func legend() throws {
        let all = Set(0..<7)
        for bars in [steps, Array(steps.dropLast()), [steps[3], steps[0]], [steps[1]]] {
            let hidden = Set(
                deleted(try #require(try parts(waterfall(bars))["xl/charts/chart1.xml"])).compactMap(Int.init))
            #expect(Set(hidden.map { 6 - $0 }) == hidden)
            #expect(all.subtracting(hidden).isSuperset(of: [2, 4]) && hidden.isSuperset(of: [0, 1, 5, 6]))
        }
    }

    @Test("rises where nothing falls have the colour that they have in the picture")
    func rises() throws {
        let rises = waterfall([.init("a", 1, start: 0, text: ""), .init("all", 1, text: "")])
        let chart = try #require(try parts(rises)["xl/charts/chart1.xml"])
        #expect(chart.contains(Palette.work.dropFirst().uppercased()))
    }

    // MARK: Odd bars

    @Test("a bar without a size has an empty row, and the next one goes on from the one before")
    func unknown() throws {
        let bars: [BarChart.Bar] = [
            .init("a", 2, start: 0, text: ""), .init("b", nil, start: 2, text: "n/a"),
            .init("c", .infinity, start: 2, text: ""), .init("d", 1, start: .nan, text: ""),
            .init("e", -6, start: 2, text: ""), .init("all", -4, text: ""),
        ]
        let cells = writtenNumbers(try #require(try parts(waterfall(bars))["xl/worksheets/sheet2.xml"]))
        for column in ["B", "C", "D", "E", "F"] {
            for row in 4...6 { #expect(cells["\(column)\(row)"] == nil) }
        }
        #expect(cells["B7"] == WrittenCell(formula: "C3", value: 2))
        #expect(cells["I7"]?.value == 2 && cells["K7"]?.value == -4)
        #expect(cells["D8"] == WrittenCell(formula: "C7", value: -4), "a total below zero")
    }

    @Test("five thousand bars, a single bar and bars all unknown are workbooks")
    func sizes() throws {
        let many = (0..<5_000).map { place in
            BarChart.Bar("bar \(place)", place.isMultiple(of: 2) ? 3 : -2, start: Double(place / 2), text: "")
        }
        let sheet = try #require(try parts(waterfall(many))["xl/worksheets/sheet2.xml"])
        #expect(writtenNumbers(sheet)["C5002"]?.formula == "B5002+D5002")
        #expect(try parts(waterfall([many[0]]))["xl/charts/chart1.xml"] != nil)
        let unknown = BarChart.Bar("?", nil, start: 0, text: "n/a")
        #expect(try parts(waterfall([unknown]))["xl/charts/chart1.xml"] != nil)
    }

    @Test("names never become formulas or markup", arguments: hostileNames)
    func names(name: String) throws {
        let bars = [BarChart.Bar(name, 2, start: 0, text: name), .init(name, 2, text: name)]
        for (path, text) in try parts(waterfall(bars, name)) where path.hasSuffix(".xml") {
            let parser = XMLParser(data: Data(text.utf8))
            #expect(parser.parse(), "\(path): \(String(describing: parser.parserError))")
            guard path.hasPrefix("xl/worksheets/") else { continue }
            for cell in writtenNumbers(text).values {
                #expect(cell.formula?.allSatisfy { "ABCDEMINX0123456789(),+-".contains($0) } ?? true)
            }
        }
    }
}
