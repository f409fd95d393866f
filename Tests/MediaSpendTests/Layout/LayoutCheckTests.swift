import Diagnostics
import MediaSpend
import Monetary
import Testing
import WorkTime

@Suite("Checking a layout")
struct LayoutCheckTests {
    /// A layout with which nothing is wrong.
    static var sound: LayoutDraft {
        var draft = LayoutDraft()
        draft.name = Located("vendor")
        draft.currency = Located("CNY")
        draft.basis = Located("net")
        draft.month = LayoutDraft.MonthDraft(column: Located("month"))
        draft.columns = ["category", "brand", "medium", "spend"].map {
            (name: Located($0), source: LayoutDraft.ColumnDraft(column: Located($0)))
        }
        return draft
    }

    func findings(_ change: (inout LayoutDraft) -> Void) -> [Finding] {
        var draft = Self.sound
        change(&draft)
        var findings = FindingList()
        let layout = Layout(checking: draft, findings: &findings)
        #expect((layout == nil) == findings.hasErrors)
        return findings.inReadingOrder
    }

    @Test("a sound draft makes a layout, with the usual words where nothing is said")
    func soundLayout() throws {
        var findings = FindingList()
        let layout = try #require(Layout(checking: Self.sound, findings: &findings))
        #expect(layout.encoding == .utf8 && layout.delimiter == .comma && layout.month.kind == .month)
        #expect(layout.dates == [.yearMonthDay] && layout.amounts.scale == 0)
        #expect(layout.currency == .fixed(try Currency("CNY")))
    }

    @Test("everything that is missing is said at once")
    func missing() {
        var findings = FindingList()
        #expect(Layout(checking: LayoutDraft(), findings: &findings) == nil)
        let messages = findings.inReadingOrder.filter { $0.id == "layout.missing" }.map(\.message)
        for part in ["name", "basis", "currency", "month", "category", "brand", "medium", "spend"] {
            #expect(messages.contains { $0.contains(part) }, "\(part)")
        }
    }

    @Test("words that are not allowed are named, with the nearest that is")
    func words() {
        let found = findings {
            $0.encoding = Located("utf8")
            $0.basis = Located("rate-card")
            $0.month?.rule = Located("week-start")
            $0.unit = Located("dozens")
            $0.currency = Located("RMB")
            $0.columns[1].name = Located("brnd")
        }
        #expect(found.count { $0.id == "layout.unknown-value" } == 5)
        #expect(found.contains { $0.advice == "is “utf-8” meant?" })
        #expect(found.contains { $0.id == "layout.unknown-column" && $0.advice == "is “brand” meant?" })
    }

    @Test("contradictions and repetitions are faults")
    func contradictions() {
        #expect(
            findings {
                $0.decimalMark = Located("comma")
                $0.groupingMark = Located("comma")
            }.map(\.id) == ["layout.contradiction"])
        #expect(
            findings {
                $0.columns.append((name: Located("currency"), source: .init(column: Located("currency"))))
            }.map(\.id) == ["layout.contradiction"])
        #expect(
            findings {
                $0.columns.append((name: Located("brand"), source: .init(constant: Located("X"))))
            }.map(\.id) == ["layout.duplicate-column"])
        #expect(
            findings { $0.columns[0].source.constant = Located("Beer") }.map(\.id) == ["layout.contradiction"])
    }

    @Test("another version of a layout is another layout, its description does not matter")
    func digests() throws {
        var digests: Set<ContentDigest> = []
        let changes: [(inout LayoutDraft) -> Void] = [
            { _ in }, { $0.unit = Located("thousands") }, { $0.basis = Located("rate card") },
            { $0.columns[0].source.column = Located("kind") }, { $0.month?.rule = Located("week end") },
            { $0.columns[0].source.substitutes = ["sort"] }, { $0.emptyTexts = ["na"] }, { $0.sheets = ["Data"] },
            {
                $0.rows = LayoutDraft.RowsDraft()
                $0.rows?.totalsAreSkipped = true
            },
            {
                $0.rows = LayoutDraft.RowsDraft()
                $0.rows?.parts = .init(group: Located("campaign"), total: Located("budget"))
            },
            { $0.unpivotMedia(["tv": "Television"]) }, { $0.unpivotMedia(["tv": "TV"]) },
        ]
        for change in changes {
            var draft = Self.sound
            change(&draft)
            var findings = FindingList()
            digests.insert(try #require(Layout(checking: draft, findings: &findings)).digest)
            draft.about = "described"
            digests.insert(try #require(Layout(checking: draft, findings: &findings)).digest)
        }
        #expect(digests.count == changes.count)
    }

    @Test("columns side by side have to be of a named dimension, and counted alike")
    func unpivoting() {
        #expect(findings { $0.unpivotMedia(["tv": "Television", "web": "Online"]) } == [])
        #expect(
            findings {
                $0.unpivotMedia(["tv": "Television"])
                $0.unpivot?.dimension = Located("day")
                $0.columns.append((name: Located("medium"), source: .init(constant: Located("X"))))
            }.map(\.id) == ["layout.unknown-value"])
        #expect(
            findings {
                $0.unpivotMedia(["tv": "Television", "web": "Online"])
                $0.unpivot?.columns[0].insertions = Located("spots")
                $0.columns.append((name: Located("spend"), source: .init(column: Located("spend"))))
            }.map(\.id) == ["layout.contradiction", "layout.contradiction"])
        #expect(findings { $0.unpivotMedia([:]) }.map(\.id) == ["layout.missing"])
    }

    @Test("only lines that are rows by themselves may be read out of order")
    func order() throws {
        func isReadInOrder(_ change: (inout LayoutDraft) -> Void) throws -> Bool {
            var draft = Self.sound
            change(&draft)
            var findings = FindingList()
            return try #require(Layout(checking: draft, findings: &findings)).isReadInOrder
        }
        #expect(try !isReadInOrder { _ in })
        #expect(try isReadInOrder { $0.unpivotMedia(["tv": "Television"]) })
        #expect(try isReadInOrder { $0.columns[0].source.substitutes = ["sort"] })
        #expect(try isReadInOrder { $0.month = .init(column: Located("year"), rule: Located("year")) })
        #expect(try isReadInOrder { $0.month = .init(rule: Located("file name")) })
    }

    @Test(
        "a week belongs to one month by the rule that is named",
        arguments: [
            (MonthRule.Kind.weekStart, "2025-09-28", "2025-09"), (.weekMiddle, "2025-09-28", "2025-10"),
            (.weekEnd, "2025-09-28", "2025-10"), (.weekMiddle, "2025-09-27", "2025-09"),
            (.day, "2025-09-30", "2025-09"), (.broadcast, "2025-09-28", "2025-09"),
            (.broadcast, "2025-09-29", "2025-10"),
            (.broadcast, "2025-10-26", "2025-10"), (.broadcast, "2025-12-29", "2026-01"),
        ])
    func weeks(rule: MonthRule.Kind, day: String, month: String) {
        #expect(rule.month(of: CivilDay(day)!)?.description == month)
    }

    @Test("a broadcast month has whole weeks, and every day is in one")
    func broadcastMonths() throws {
        var next = MonthRule.Kind.broadcast.days(of: try #require(CivilMonth("2020-01"))).lowerBound
        #expect(next == CivilDay("2019-12-30"))
        for place in 0..<120 {
            let month = try #require(CivilMonth("2020-01")).advanced(by: place)
            let days = MonthRule.Kind.broadcast.days(of: month)
            #expect(days.lowerBound == next && [28, 35].contains(days.count))
            #expect(days.allSatisfy { MonthRule.Kind.broadcast.month(of: $0) == month })
            next = days.upperBound.advanced(by: 1)
        }
    }
}

extension LayoutDraft {
    /// Reads the medium from columns side by side, by their spend.
    fileprivate mutating func unpivotMedia(_ columns: KeyValuePairs<String, String>) {
        self.columns.removeAll { ["medium", "spend"].contains($0.name.value) }
        var draft = LayoutDraft.UnpivotDraft()
        draft.dimension = Located("medium")
        draft.columns = columns.map { (spend: Located($0.key), name: Located($0.value), insertions: nil) }
        unpivot = draft
    }
}
