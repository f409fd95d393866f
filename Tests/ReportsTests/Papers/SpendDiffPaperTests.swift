import MediaSpend
import Monetary
import Reports
import Testing
import WorkTime

@Suite("Papers on deliveries")
struct SpendDiffPaperTests {
    /// Rows written as brand, month, vehicle, yuan, category.
    private func cube(_ lines: [(String, String, String, Int64, String)], label: String) throws -> Cube {
        var names = Vocabulary()
        var chunk = OccurrenceChunk()
        for (brand, month, vehicle, yuan, category) in lines {
            var row = Occurrence(insertions: 2, spend: yuan * 100)
            row[.month] = CalendarCode.of(monthNamed(month))
            row[.brand] = names[.brand].code(for: brand)
            row[.vehicle] = names[.vehicle].code(for: vehicle)
            row[.category] = names[.category].code(for: category)
            row[.medium] = names[.medium].code(for: "TV")
            chunk.append(row)
        }
        names[.brand].relabel(names[.brand].code(for: "清泉"), label)
        let market = MarketData(
            source: "occurrences", currency: .cny, basis: .rateCard, months: Set(lines.map { monthNamed($0.1) }),
            countsInsertions: true)
        var builder = CubeBuilder(by: SpendDimension.allCases)
        builder.update(with: chunk)
        return try builder.finish(names, of: market)
    }

    private func comparison() throws -> DeliveryComparison {
        let old = try cube(
            [
                ("清泉", "2025-11", "Channel 1", 1_200, "Soda"), ("Nova", "2025-11", "Channel 1", 800, "Soda"),
                ("Cascade", "2025-11", "Channel 2", 500, "Soda"), ("Cascade", "2025-12", "Channel 2", 700, "Soda"),
                ("Bezo", "2025-12", "Channel 2", 900, "Soda"), ("Opal", "2025-12", "Channel 3", 100, "Soda"),
                ("Opal", "2025-12", "Channel 4", 200, "Soda"), ("Opal", "2025-12", "Channel 5", 300, "Soda"),
            ], label: "清泉饮品")
        let new = try cube(
            [
                ("清泉", "2025-11", "Channel 1", 1_200, "Soda"), ("Nova", "2025-11", "Channel 1", 950, "Soda"),
                ("Cascada", "2025-11", "Channel 2", 500, "Soda"), ("Cascada", "2025-12", "Channel 2", 700, "Soda"),
                ("Opal", "2025-12", "Channel 3", 100, "Water"), ("Opal", "2025-12", "Channel 4", 200, "Water"),
                ("Opal", "2025-12", "Channel 5", 300, "Water"), ("Late", "2025-11", "Channel 1", 60, "Soda"),
                ("Nova", "2026-01", "Channel 1", 1_000, "Soda"),
            ], label: "清泉")
        return DeliveryComparison(from: old, to: new, by: RowIdentity())
    }

    @Test("an import of many files says in one sentence what they brought, and of few what each did")
    func manyFiles() {
        func sentences(_ count: Int, _ language: Language = .english) -> [String] {
            let lines = (1...count).map { SpendImportPaper.Line(delivery("\($0).csv"), isNew: true) }
            return SpendImportPaper(lines, workspace: "w").report(in: language).headline.sentences
        }
        #expect(sentences(5).count == 5)
        #expect(
            sentences(6) == ["6 files brought 7,200 rows of Dec 2025 with a spend of CNY 7,407,402.00."])
        #expect(sentences(6, .simplifiedChinese).count == 1)
        let lines = (1...6).map { SpendImportPaper.Line(delivery("\($0).csv"), isNew: $0 > 1) }
        #expect(SpendImportPaper(lines, workspace: "w").report(in: .english).headline.sentences.count == 6)
    }

    private func delivery(_ file: String) -> Delivery {
        Delivery(
            source: "occurrences", file: file, digest: ContentDigest(of: file), currency: .cny, basis: .rateCard,
            countsInsertions: true,
            months: [
                Delivery.MonthTotal(
                    month: monthNamed("2025-12"), rows: 1_200, insertions: 2_400,
                    spend: Money(minorUnits: 1_234_567_00, .cny))
            ])
    }

    /// One issue of each rule.
    private var report: QualityReport {
        let cases = [
            QualityIssue.Case(["Channel 1", "Prime", "30"], amount: 900_000, usual: 300_000),
            QualityIssue.Case(["频道2"], amount: 5_000, usual: 1_000),
        ]
        let issues = QualityRule.allCases.filter { !$0.isAlwaysRefused }.map { rule in
            QualityIssue(
                rule, rule == .unitPrice || rule == .controlTotal ? .blocked : rule == .newOwner ? .note : .warning,
                month: rule.isFoundByReader || rule == .columnsChanged ? nil : monthNamed("2025-12"),
                count: rule == .unitPrice ? 9 : 2,
                cases: rule == .columnsChanged
                    ? [.init(["+", "rating"]), .init(["-", "region"])]
                    : rule == .missingDays || rule == .partialMonth
                        ? [.init(["2025-12-20"]), .init(["2025-12-21"])] : cases,
                amount: 123_456_700, usual: 45_600_000, measure: 0.123)
        }
        return QualityReport(
            issues, accepting: [QualityAcceptance(.controlTotal, by: "李娜", because: "vendor confirmed by phone")])
    }

    @Test("the difference of two deliveries reads as it was read and kept, in both languages")
    func diff() throws {
        try expectGolden(SpendDiffPaper(try comparison(), old: "2025-12.csv", new: "2025-12b.csv"), "spend-diff")
    }

    @Test("the checks of stored deliveries, and those without any, are kept as they were read")
    func checks() throws {
        let lines = [
            SpendChecksPaper.Line(1, delivery("2025-11.csv"), nil),
            SpendChecksPaper.Line(2, delivery("2025-12.csv"), report),
            SpendChecksPaper.Line(3, delivery("2026-01.csv"), QualityReport([])),
        ]
        try expectGolden(SpendChecksPaper(lines, workspace: "headroom.sqlite"), "spend-checks")
    }

    @Test("an import that is blocked, and one that delivers months anew, are kept as they were read")
    func imports() throws {
        try expectGolden(
            SpendImportPaper(
                [
                    SpendImportPaper.Line(delivery("2025-12.csv"), .blocked, quality: report),
                    SpendImportPaper.Line(delivery("2026-01.csv"), .notStored),
                ], workspace: "headroom.sqlite"), "spend-import-blocked")
        try expectGolden(
            SpendImportPaper(
                [SpendImportPaper.Line(delivery("2025-12b.csv"), .stored, comparison: try comparison())],
                workspace: "headroom.sqlite"), "spend-import-reissued")
    }

    @Test("nothing changed is good news, said once")
    func unchanged() throws {
        let same = try cube([("清泉", "2025-11", "Channel 1", 1_200, "Soda")], label: "清泉")
        let report = SpendDiffPaper(
            DeliveryComparison(from: same, to: same, by: RowIdentity()), old: "a", new: "b"
        ).report(in: .english)
        #expect(
            report.headline.sentences == [
                "The old row stands as it was.",
                "The spend of the periods delivered before stays at CNY 1,200.00.",
            ])
        #expect(report.headline.tone == .good)
    }

    @Test("a report names the delivery of each month where they are known")
    func origins() throws {
        let analysis = try SampleMarket.soda.analysis("2025-12")
        let origins = [
            MonthOrigin(month: monthNamed("2025-11"), delivery: 3, file: "11b.csv", isRestated: true),
            MonthOrigin(month: monthNamed("2025-12"), delivery: 2, file: "12.csv", isRestated: false),
        ]
        let report = SpendReportPaper(analysis: analysis, origins: origins).report(in: .english)
        let table = try #require(report.tables.first { $0.id == "deliveries" })
        #expect(
            table.rows.map { row in row.map { $0.text } } == [
                ["Nov 2025", "3", "11b.csv", "yes"], ["Dec 2025", "2", "12.csv", ""],
            ])
        #expect(!SpendReportPaper(analysis: analysis).report(in: .english).tables.contains { $0.id == "deliveries" })
    }
}

private func monthNamed(_ text: String) -> CivilMonth { CivilMonth(text) ?? CivilMonth(of: .earliest) }
