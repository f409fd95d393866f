import Monetary
import Testing
import WorkTime

@testable import MediaSpend

@Suite("Two deliveries of the same data")
struct DeliveryComparisonTests {
    private func compare(
        _ old: String, _ new: String, by identity: RowIdentity = RowIdentity()
    ) throws -> DeliveryComparison {
        DeliveryComparison(
            from: try SpendSketch(old).cube(by: SpendDimension.allCases),
            to: try SpendSketch(new).cube(by: SpendDimension.allCases), by: identity)
    }

    private static let old = """
        Ales 2025-11 100.00 vehicle=A insertions=1
        Ales 2025-12 200.00 vehicle=A insertions=2
        Bitter 2025-12 300.00 vehicle=A insertions=3
        Cider 2025-12 400.00 vehicle=B insertions=4
        """

    @Test("a delivery against itself is the same, row by row")
    func same() throws {
        let comparison = try compare(Self.old, Self.old)
        #expect(comparison.counts.same == 4)
        #expect(comparison.counts.oldRows == 4)
        #expect(comparison.counts.newRows == 4)
        #expect(comparison.isUnchanged)
        #expect(comparison.lines == [])
        #expect(comparison.before == comparison.after)
    }

    @Test("each row is one of same, changed, vanished, late and new")
    func kinds() throws {
        let comparison = try compare(
            Self.old,
            """
            Ales 2025-11 100.00 vehicle=A insertions=1
            Ales 2025-12 250.00 vehicle=A insertions=2
            Cider 2025-12 400.00 vehicle=B insertions=5
            Dunkel 2025-11 10.00 vehicle=B insertions=1
            Dunkel 2026-01 999.00 vehicle=B insertions=1
            """)
        let counts = comparison.counts
        #expect([counts.same, counts.changed, counts.vanished, counts.lateAdded, counts.new] == [1, 2, 1, 1, 1])
        #expect(counts.oldRows == 4)
        #expect(counts.newRows == 5)
        #expect(try comparison.before == yuan("1000.00"))
        #expect(try comparison.after == yuan("760.00"))
        #expect(comparison.lines.map(\.kind) == [.vanished, .changed, .lateAdded, .changed])
        #expect(comparison.months.map(\.month.description) == ["2025-11", "2025-12", "2026-01"])
        #expect(comparison.months.last?.before == nil)
        #expect(comparison.growth == .value(-0.24))
        #expect(comparison.months.map(\.growth) == [.value(0.1), .value(-0.27777777777777778), .absent(.notDelivered)])
        #expect(!comparison.isUnchanged)
    }

    @Test("rows of one key are added up before they are compared")
    func repeatedRows() throws {
        let comparison = try compare(
            "Ales 2025-12 100.00\nAles 2025-12 50.00\nBitter 2025-12 1.00", "Ales 2025-12 150.00\nBitter 2025-12 1.00")
        #expect(comparison.counts.same == 2)
        #expect(comparison.isUnchanged)
    }

    @Test("with a key, a row in another category is the same row, reclassified; changed amounts come first")
    func keyedReclassification() throws {
        let identity = RowIdentity([.brand])
        let comparison = try compare(
            Self.old,
            """
            Ales 2025-11 100.00 vehicle=A insertions=1
            Ales 2025-12 200.00 vehicle=A insertions=2 medium=Radio
            Bitter 2025-12 300.00 vehicle=A insertions=3 category=Ale
            Cider 2025-12 401.00 vehicle=B insertions=4 category=Wine
            """, by: identity)
        let counts = comparison.counts
        #expect([counts.same, counts.reclassified, counts.changed, counts.vanished] == [1, 2, 1, 0])
        #expect(comparison.reclassifications.map { [$0.from, $0.to] } == [["Beer", "Ale"], ["TV", "Radio"]])
    }

    @Test("without one, a row that went and one that came with all but the category are brought together")
    func reclassification() throws {
        let comparison = try compare(
            Self.old,
            """
            Ales 2025-11 100.00 vehicle=A insertions=1
            Ales 2025-12 200.00 vehicle=A insertions=2 category=Ale
            Bitter 2025-12 300.00 vehicle=A insertions=3 category=Ale
            Cider 2025-12 444.00 vehicle=B insertions=4 category=Wine
            """)
        let counts = comparison.counts
        #expect([counts.same, counts.reclassified, counts.vanished, counts.lateAdded] == [1, 2, 1, 1])
        #expect(comparison.reclassifications.map(\.rows) == [2])
        #expect(try comparison.reclassifications.map(\.spend) == [yuan("500.00")])
    }

    @Test("of two dimensions that moved alike, the first one comes first")
    func movedAlike() throws {
        let comparison = try compare(
            "Ales 2025-11 100.00 category=A medium=A", "Ales 2025-11 100.00 category=B medium=B")
        #expect(comparison.reclassifications.map(\.dimension) == [.category, .medium])
    }

    @Test("everything of one id under another is re-keyed; a single row, or a part of one, is not")
    func rekeying() throws {
        let renumbered = try compare(Self.old, Self.old.replacing("Ales", with: "Ales-2"))
        #expect(renumbered.counts.rekeyed == 2)
        #expect(renumbered.counts.vanished == 0)
        #expect(renumbered.counts.lateAdded == 0)
        #expect(renumbered.rekeys.map(\.from) == [["Ales"]])
        #expect(renumbered.rekeys.map(\.to) == [["Ales-2"]])
        #expect(try renumbered.rekeys.map(\.spend) == [yuan("300.00")])
        let single = try compare(Self.old, Self.old.replacing("Cider", with: "Cider-2"))
        #expect([single.counts.rekeyed, single.counts.vanished, single.counts.lateAdded] == [0, 1, 1])
        let part = try compare(
            Self.old, Self.old.replacing("Ales 2025-11", with: "Other 2025-11"))
        #expect([part.counts.rekeyed, part.counts.vanished, part.counts.lateAdded] == [0, 1, 1])
    }

    @Test("one factor for a vehicle is found to the fen, and one for everything is said once")
    func repricing() throws {
        let old = (1...9).map {
            "B\($0) 2025-12 \($0 * 37).01 vehicle=\($0 % 2 == 0 ? "Even" : "Odd") insertions=\($0)"
        }
        func priced(_ factor: (Int) -> Double) -> String {
            (1...9).map { number in
                let fen = Int(((Double(number * 37) + 0.01) * 100 * factor(number)).rounded())
                return "B\(number) 2025-12 \(fen / 100).\(fen % 100 < 10 ? "0" : "")\(fen % 100) "
                    + "vehicle=\(number % 2 == 0 ? "Even" : "Odd") insertions=\(number)"
            }.joined(separator: "\n")
        }
        let one = try compare(old.joined(separator: "\n"), priced { $0 % 2 == 0 ? 1.1 : 1 })
        #expect(one.repricings.map(\.name) == ["Even"])
        #expect(one.counts.repriced == 4)
        #expect(one.counts.changed == 4)
        #expect(abs(one.repricings[0].factor - 1.1) < 1e-4)
        let all = try compare(old.joined(separator: "\n"), priced { _ in 0.87 })
        #expect(all.repricings.map(\.name) == [nil])
        #expect(all.counts.repriced == 9)
        #expect(try compare(old.joined(separator: "\n"), priced { 1 + Double($0) / 10 }).repricings == [])
    }

    @Test("a new name for an old key is a rename, and its rows are the same")
    func renaming() throws {
        var old = try SpendSketch(Self.old)
        var new = old
        let code = old.vocabulary[.brand].code(for: "Ales")
        old.vocabulary[.brand].relabel(code, "Ales Ltd")
        new.vocabulary[.brand].relabel(code, "Ales Inc.")
        let comparison = DeliveryComparison(
            from: try old.cube(by: SpendDimension.allCases), to: try new.cube(by: SpendDimension.allCases),
            by: RowIdentity())
        #expect(comparison.counts.same == 4)
        #expect(comparison.counts.renamed == 1)
        #expect(comparison.renames.map { [$0.key, $0.from, $0.to] } == [["Ales", "Ales Ltd", "Ales Inc."]])
        #expect(!comparison.isUnchanged)
    }

    @Test("of weekly data, weeks are the periods: the rest of a month that was delivered in part is new")
    func weeks() throws {
        func sketch(_ days: [Int]) throws -> Cube {
            var sketch = try SpendSketch("")
            for day in days {
                let date = CivilMonth("2025-12")!.firstDay.advanced(by: day - 1)
                var row = Occurrence(spend: Int64(day) * 100)
                row[.month] = CalendarCode.of(CivilMonth("2025-12")!)
                row[.day] = CalendarCode.of(date)
                row[.brand] = sketch.vocabulary[.brand].code(for: "Ales")
                sketch.occurrences.append(row)
                sketch.months.insert(CivilMonth("2025-12")!)
            }
            return try sketch.cube(by: SpendDimension.allCases)
        }
        let weekly = DeliveryComparison(
            from: try sketch([1, 15]), to: try sketch([1, 8, 15, 22]), by: RowIdentity([.brand], isWeekly: true))
        #expect([weekly.counts.same, weekly.counts.lateAdded, weekly.counts.new] == [2, 1, 1])
        #expect(try weekly.after == yuan("24.00"))
        let monthly = DeliveryComparison(
            from: try sketch([1, 15]), to: try sketch([1, 8, 15, 22]), by: RowIdentity())
        #expect([monthly.counts.same, monthly.counts.lateAdded, monthly.counts.new] == [2, 2, 0])
    }

    @Test("the other way round, what vanished came late, and the totals change places", arguments: 1...20)
    func inverse(seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        func made() throws -> Cube {
            let lines = (0..<60).map { _ in
                let (brand, vehicle) = (Int.random(in: 1...5, using: &random), Int.random(in: 1...3, using: &random))
                return
                    "B\(brand) 2025-1\(Int.random(in: 1...2, using: &random)) \(Int.random(in: 1...3, using: &random)).00"
                    + " vehicle=V\(vehicle) daypart=D\(Int.random(in: 1...3, using: &random)) insertions=1"
            }
            return try SpendSketch(lines.joined(separator: "\n"), alsoDelivered: "2025-11"..."2025-12").cube(
                by: SpendDimension.allCases)
        }
        let (one, other) = (try made(), try made())
        let there = DeliveryComparison(from: one, to: other, by: RowIdentity())
        let back = DeliveryComparison(from: other, to: one, by: RowIdentity())
        #expect(there.counts.vanished == back.counts.lateAdded)
        #expect(there.counts.lateAdded == back.counts.vanished)
        #expect(there.counts.same == back.counts.same)
        #expect(there.counts.changed == back.counts.changed)
        #expect(there.before == back.after)
        #expect(there.after == back.before)
        #expect(there.counts.oldRows == one.count)
        #expect(there.counts.newRows == other.count)
        let difference = there.lines.reduce(Int64(0)) {
            $0 + ($1.after?.minorUnits ?? 0) - ($1.before?.minorUnits ?? 0)
        }
        #expect(difference == there.after.minorUnits - there.before.minorUnits)
    }
}
