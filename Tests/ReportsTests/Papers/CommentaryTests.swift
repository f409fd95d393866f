import MediaSpend
import Monetary
import Testing
import WorkTime

@testable import Reports

@Suite("Sentences bound to their figures")
struct CommentaryTests {
    /// Brands that come, go and vary by chance, in three categories and five media.
    private static func chance(_ seed: UInt64) -> SampleMarket {
        var state = seed
        func next(_ bound: Int64) -> Int64 {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int64(state >> 33) % bound
        }
        var market = SampleMarket("2024-10", "2025-12")
        for month in market.months {
            for brand in 0..<14 where next(5) > 0 {
                let medium = ["Television", "Radio", "Online", "Print", "Outdoor"][Int(next(5))]
                market.buy(
                    month.description,
                    "Brand \(["A", "B", "C", "D", "E", "F", "G", "H", "I", "J", "K", "L", "M", "N"][brand])",
                    medium, 1 + next(40), 500 + next(90_000) * Int64(1 + brand % 4),
                    category: ["Soda", "Tea", "Milk"][brand % 3])
            }
        }
        return market
    }

    /// Six brands in their first month: little to tell but how they divide it.
    private static var opening: SampleMarket {
        var market = SampleMarket("2025-12", "2025-12")
        for (place, brand) in ["A", "B", "C", "D", "E", "F"].enumerated() {
            market.buy("2025-12", brand, "Radio", 3, Int64(9_000 - place * 1_100))
        }
        return market
    }

    /// Sixty-four rivals none of which moves the client's share by a tenth of a point, and all of which do; or nobody does.
    private static func crowd(raising: Int64) -> SampleMarket {
        var market = SampleMarket("2025-11", "2025-12")
        for (month, raise) in [("2025-11", 0), ("2025-12", raising)] {
            market.buy(month, "Own", "Radio", 3, 90_000 + (raising == 0 && month == "2025-12" ? 9_000 : 0))
            for one in "ABCDEFGH" {
                for other in "ABCDEFGH" { market.buy(month, "\(one)\(other)", "Radio", 3, 10_000 + raise) }
            }
        }
        return market
    }

    private static let cases: [(market: SampleMarket, client: String?)] = [
        (.soda, "清泉"), (.soda, nil), (.drinks, nil), (chance(1), "Brand C"), (chance(2), nil), (chance(3), "Brand N"),
        (opening, nil), (crowd(raising: 300), "Own"), (crowd(raising: 0), "Own"),
    ]

    private func papers() throws -> [(paper: SpendReportPaper, raw: RawFigures)] {
        try Self.cases.map { market, client in
            let analysis = try market.analysis("2025-12", client: client)
            return (SpendReportPaper(analysis: analysis), RawFigures(market: market, client: client))
        }
    }

    @Test("every figure is what the purchases add up to, by another path")
    func recomputed() throws {
        var counted: [StatedFigure.Measure: Int] = [:]
        for (paper, raw) in try papers() {
            for line in paper.commentary(in: .english) {
                for figure in line.figures {
                    guard let expected = raw.value(of: figure) else { continue }
                    counted[figure.measure, default: 0] += 1
                    #expect(isClose(figure.value, expected), "\(line.text): \(figure) is not \(expected)")
                }
                expectCoherent(line, paper.analysis)
            }
        }
        // What is never stated would be a sentence that nobody checked.
        for measure in StatedFigure.Measure.allCases {
            guard
                ![.usual, .excess, .weight, .expected, .low80, .high80, .expectedGrowth, .deviation].contains(measure)
            else {
                continue
            }
            #expect(counted[measure] != nil, "no sentence states a figure of \(measure)")
        }
    }

    private func isClose(_ value: StatedFigure.Value, _ expected: Double) -> Bool {
        switch value {
        // The parts of a change are rounded to fen category by category.
        case .money(let money): (Double(money.minorUnits) - expected).magnitude <= 4
        case .fraction(let value), .number(let value): (value - expected).magnitude <= 1e-9 * max(1, expected.magnitude)
        case .count(let count): Double(count) == expected
        }
    }

    /// What a model made agrees with what is beside it.
    private func expectCoherent(_ line: Commentary, _ analysis: MonthlyAnalysis) {
        func amount(_ measure: StatedFigure.Measure) -> Int64? {
            line.figures.lazy.compactMap { figure in
                guard figure.measure == measure, case .money(let money) = figure.value else { return nil }
                return money.minorUnits
            }.first
        }
        if let usual = amount(.usual), let excess = amount(.excess), let burst = analysis.bursts.lines.first {
            #expect(usual + excess == burst.spend.minorUnits)
        }
        if let low = amount(.low80), let expected = amount(.expected), let high = amount(.high80),
            let outlook = analysis.outlook.value
        {
            #expect(low <= expected && expected <= high)
            let brands = outlook.lines(of: .brand).filter { $0.subject != .named(analysis.client ?? "", .brand) }
            #expect(expected == brands.reduce(0) { $0 + $1.expected[0].minorUnits })
        }
        let effects = line.figures.filter { $0.measure == .shareEffect }.compactMap(fraction)
        if let change = line.figures.first(where: { $0.measure == .shareChange }).flatMap(fraction), !effects.isEmpty {
            // What is left of the rivals is stated unless it rounds to nothing.
            let isWhole = line.figures.contains { $0.measure == .shareEffect && !$0.without.isEmpty }
            #expect((effects.reduce(0, +) - change).magnitude < (isWhole ? 1e-12 : 0.000_5))
        }
    }

    private func fraction(_ figure: StatedFigure) -> Double? {
        if case .fraction(let value) = figure.value { value } else { nil }
    }

    @Test("every number in the words is one of the figures, or a date", arguments: Language.allCases)
    func bound(language: Language) throws {
        let book = Phrasebook(language)
        for (paper, _) in try papers() {
            for line in paper.commentary(in: language) {
                var words = line.text
                for word in constants(book, paper.analysis) { words = words.replacingAll(word, with: "·") }
                var end = 0
                for figure in line.figures {
                    // In English they come in the order of the figures; what was found stays behind as a dot.
                    let rest = language == .english ? words.index(words.startIndex, offsetBy: end) : words.startIndex
                    let places = forms(of: figure, book).compactMap { words.place(of: $0, from: rest) }
                    let said = language == .english ? places.min { $0.lowerBound < $1.lowerBound } : places.first
                    #expect(said != nil, "“\(line.text)” does not say \(figure)")
                    guard let said else { continue }
                    end = words.distance(from: words.startIndex, to: said.lowerBound)
                    words = words.replacing(said, with: "·")
                }
                let isSpent = !words.contains { $0.isASCII && $0.isNumber }
                #expect(isSpent, "“\(line.text)” says more than its figures: \(words)")
            }
        }
    }

    /// Numbers that are no figures: months, and the confidence of a range.
    private func constants(_ book: Phrasebook, _ analysis: MonthlyAnalysis) -> [String] {
        let months = (-24...6).map { book.month(analysis.month.advanced(by: $0)) }.sorted { $0.count > $1.count }
        return months + ["8 of 10", "80%预测区间", "此前12个月", "HHI"]
    }

    /// How a figure may be said, the longest first.
    private func forms(of figure: StatedFigure, _ book: Phrasebook) -> [String] {
        switch figure.value {
        case .money(let money):
            let size = Money(minorUnits: Int64(money.minorUnits.magnitude), money.currency)
            return [book.roundMoney(money, signed: true), book.roundMoney(money), book.roundMoney(size)]
        case .count(let count): return [book.integer(count)] + (count == 1 ? ["One"] : [])
        case .number(let value):
            return [book.number(value, decimals: 1), book.number(value, decimals: 0)]
        case .fraction(let value):
            // Shares that are shown so that they add up to 100 % may be rounded the other way.
            let shares = figure.measure == .share ? [book.percent(value - 0.001), book.percent(value + 0.001)] : []
            return [
                book.points(value), book.percent(value, signed: true), book.percent(value),
                book.percent(value.magnitude), book.number(value + 1, decimals: 0),
            ] + shares
        }
    }

    @Test("rivals that each moved little are named together, and those that moved nothing not at all")
    func crowds() throws {
        let crowd = SpendReportPaper(analysis: try Self.crowd(raising: 300).analysis("2025-12", client: "Own"))
        let texts = crowd.commentary(in: .english).map(\.text)
        #expect(texts.contains { $0.contains("all rivals −0.3 pp") })
        #expect(crowd.commentary(in: .simplifiedChinese).contains { $0.text.contains("竞争品牌合计贡献−0.3个百分点") })
        let alone = SpendReportPaper(analysis: try Self.crowd(raising: 0).analysis("2025-12", client: "Own"))
        #expect(
            !alone.commentary(in: .english).contains {
                $0.text.contains("rivals +0.0") || $0.text.contains("rivals 0.0")
            })
    }

    @Test("the weightiest come first, and each is shown by a table of the paper")
    func weight() throws {
        for (paper, _) in try papers() {
            let report = paper.report(in: .english)
            let lines = paper.commentary(in: .english).dropFirst(report.headline.sentences.count)
            #expect(zip(lines, lines.dropFirst()).allSatisfy { $0.weight >= $1.weight })
            for line in lines where line.table != nil {
                #expect(report.tables.contains { $0.id == line.table }, "\(line.text): \(line.table ?? "none")")
            }
            for line in lines { #expect(line.figures.isEmpty == (line.table == nil)) }
        }
    }

    @Test("both languages say the same things in the same order")
    func languages() throws {
        for (paper, _) in try papers() {
            let (english, chinese) = (paper.commentary(in: .english), paper.commentary(in: .simplifiedChinese))
            #expect(english.map(\.figures) == chinese.map(\.figures))
            #expect(english.map(\.table) == chinese.map(\.table))
        }
    }
}

extension String {
    fileprivate func replacingAll(_ part: String, with other: String) -> String {
        split(separator: part, omittingEmptySubsequences: false).joined(separator: other)
    }

    /// Where a number stands by itself, not within a longer one.
    fileprivate func place(of said: String, from start: Index) -> Range<Index>? {
        ranges(of: said).first { range in
            guard range.lowerBound >= start else { return false }
            let before = self[..<range.lowerBound].suffix(1)
            let after = self[range.upperBound...].prefix(2)
            let continues = before.contains { $0.isNumber || $0 == "." || $0 == "," }
            let goesOn =
                after.first?.isNumber == true || (".,".contains(after.prefix(1)) && after.last?.isNumber == true)
            return !continues && !(goesOn && after.count > 0)
        }
    }

    fileprivate func replacing(_ range: Range<Index>, with other: String) -> String {
        self[..<range.lowerBound] + other + self[range.upperBound...]
    }
}
