import Monetary
import Testing
import WorkTime

@testable import MediaSpend

@Suite("The quality gate")
struct QualityGateTests {
    private let last = GateSketch.month(19)

    @Test("has nothing to say of sound months, stored or in the file itself", arguments: [1, 2, 8, 20])
    func soundMonths(delivered: Int) throws {
        #expect(try GateSketch(months: 20).gate(delivering: delivered).issues == [])
    }

    @Test("names a vehicle and a region that every month before had and that are gone, with what they usually spend")
    func coverage() throws {
        var sketch = GateSketch(months: 20)
        let code = sketch.code("Channel 3", .vehicle)
        let usual =
            (16...18).map { number -> Int64 in
                sketch.rows.filter { $0[.vehicle] == code && $0[.month] == CalendarCode.of(GateSketch.month(number)) }
                    .reduce(0) { $0 + $1.spend }
            }.reduce(0, +) / 3
        sketch.rows.removeAll { $0[.vehicle] == code && $0[.month] == CalendarCode.of(last) }
        let issue = try #require(try sketch.gate().issues.first)
        #expect(try sketch.gate().issues.map(\.rule) == [.missingVehicle])
        #expect(issue.month == last)
        #expect(issue.severity == .warning)
        #expect(issue.cases == [QualityIssue.Case(["Channel 3"], usual: usual)])

        let south = sketch.code("South", .region)
        sketch.rows.removeAll { $0[.region] == south && $0[.month] == CalendarCode.of(last) }
        let rules = try sketch.gate().issues
        #expect(rules.first { $0.rule == .missingRegion }?.cases.map(\.names) == [["South"]])
        #expect(rules.first { $0.rule == .missingCategory }?.cases.map(\.names) == [["Snacks"]])
        // More than a quarter of the market is no small thing.
        #expect(rules.first { $0.rule == .missingRegion }?.severity == .blocked)
    }

    @Test("knows nothing of a vehicle that was not there in each of the months before")
    func newVehicles() throws {
        var sketch = GateSketch(months: 20)
        let code = sketch.code("Channel 3", .vehicle)
        let dropped = Set([17, 19].map { CalendarCode.of(GateSketch.month($0)) })
        sketch.rows.removeAll { $0[.vehicle] == code && dropped.contains($0[.month]) }
        #expect(!(try sketch.gate().issues.contains { $0.rule == .missingVehicle }))
    }

    @Test("tells days without rows from a month that ends early")
    func days() throws {
        var holes = GateSketch(months: 6)
        let month = GateSketch.month(5)
        let days = [3, 4, 11].map { month.firstDay.advanced(by: $0 - 1) }
        holes.rows.removeAll { row in days.contains { CalendarCode.of($0) == row[.day] } }
        let missing = try holes.gate().issues
        #expect(missing.map(\.rule) == [.missingDays])
        #expect(missing[0].cases.map { $0.names[0] } == days.map(\.description))

        var early = GateSketch(months: 6)
        early.rows.removeAll {
            $0[.day] > CalendarCode.of(month.firstDay.advanced(by: 19)) && $0[.month] == CalendarCode.of(month)
        }
        let partial = try early.gate().issues
        #expect(partial.map(\.rule) == [.partialMonth])
        #expect(partial[0].count == 10)
        #expect(partial[0].cases.map { $0.names[0] } == ["2024-06-20"])
    }

    @Test("does not take a month in part for what is usual")
    func twoPartialMonths() throws {
        var sketch = GateSketch(months: 6)
        for number in [4, 5] {
            let month = GateSketch.month(number)
            sketch.rows.removeAll {
                $0[.day] > CalendarCode.of(month.firstDay.advanced(by: 11)) && $0[.month] == CalendarCode.of(month)
            }
        }
        #expect(try sketch.gate().issues.map(\.rule).contains(.partialMonth))
    }

    @Test("takes the days of a month from the layout's rule: a broadcast January may end on the 25th")
    func broadcastDays() throws {
        let january = try #require(CivilMonth("2026-01"))
        let days = (0..<28).map { (CivilDay("2025-12-29")!.advanced(by: $0), Int64(1)) }
        let rows = Dictionary(uniqueKeysWithValues: days)
        let broadcast = try #require(MonthDays(january, rows: rows, of: 28, by: .broadcast))
        #expect(broadcast.daysLeft == 0 && broadcast.missing.isEmpty)
        let calendar = try #require(
            MonthDays(january, rows: rows.filter { $0.key >= january.firstDay }, of: 25, by: .day))
        #expect(calendar.daysLeft == 6)
        // Weeks are named by their first days, and the last ends on a Sunday.
        let weeks = try #require(MonthDays(january, rows: [CivilDay("2026-01-12")!: 5], of: 5, by: .weekStart))
        #expect(weeks.lastCovered == CivilDay("2026-01-18") && weeks.daysLeft == 13)
        // The week of the 31st ends in February, and is counted there.
        let ends = try #require(MonthDays(january, rows: [CivilDay("2026-01-24")!: 5], of: 5, by: .weekEnd))
        #expect(ends.daysLeft == 0)
        let mondays = try #require(MonthDays(january, rows: [CivilDay("2026-01-19")!: 5], of: 5, by: .broadcast))
        #expect(mondays.daysLeft == 0)
    }

    @Test("finds prices away from their history, ranks them by money, and blocks another unit")
    func prices() throws {
        var sketch = GateSketch(months: 20)
        let month = CalendarCode.of(last)
        for vehicle in ["Channel 2", "Channel 9"] {
            let code = sketch.code(vehicle, .vehicle)
            for row in sketch.rows.indices where sketch.rows[row][.vehicle] == code && sketch.rows[row][.month] == month
            {
                sketch.rows[row].spend *= 3
            }
        }
        let issue = try #require(try sketch.gate().issues.first)
        #expect(issue.rule == .unitPrice)
        #expect(issue.cases.map { $0.names[0] } == ["Channel 9", "Channel 2"])
        #expect(issue.severity == .blocked)

        var thousands = GateSketch(months: 20)
        for row in thousands.rows.indices where thousands.rows[row][.month] == month {
            thousands.rows[row].spend /= 1_000
        }
        let rules = try thousands.gate().issues
        #expect(rules.map(\.rule) == [.unitPrice, .monthTotal])
        #expect(rules[0].severity == .blocked)
        #expect(rules[0].count == 10)
    }

    @Test("says nothing of a price that differs by less than the factor, or by a little money")
    func smallPrices() throws {
        var sketch = GateSketch(months: 20)
        let code = sketch.code("Channel 1", .vehicle)
        for row in sketch.rows.indices
        where sketch.rows[row][.vehicle] == code && sketch.rows[row][.month] == CalendarCode.of(last) {
            sketch.rows[row].spend = sketch.rows[row].spend * 19 / 10
        }
        #expect(try sketch.gate().issues == [])
    }

    @Test("sees a known brand in a new category, and under a new owner, but not a new brand")
    func affiliations() throws {
        var sketch = GateSketch(months: 20)
        let (brand, beer, owner) = (
            sketch.code("Brand 7", .brand), sketch.code("Beer", .category), sketch.code("Newcomer", .advertiser)
        )
        let fresh = sketch.code("Fresh", .brand)
        for row in sketch.rows.indices where sketch.rows[row][.month] == CalendarCode.of(last) {
            if sketch.rows[row][.brand] == brand { sketch.rows[row][.category] = beer }
            if sketch.rows[row][.brand] == brand { sketch.rows[row][.advertiser] = owner }
        }
        let issues = try sketch.gate().issues
        #expect(issues.map(\.rule) == [.newCategory, .newOwner])
        #expect(issues[0].cases.map(\.names) == [["Brand 7", "Beer"]])
        #expect(issues[1].cases.map(\.names) == [["Brand 7", "Newcomer"]])
        for row in sketch.rows.indices
        where sketch.rows[row][.brand] == brand && sketch.rows[row][.month] == CalendarCode.of(last) {
            sketch.rows[row][.brand] = fresh
        }
        #expect(try sketch.gate().issues == [])
    }

    @Test("sees credits that weigh, and a total far from that of a year ago")
    func totals() throws {
        var sketch = GateSketch(months: 20)
        for row in sketch.rows.indices where sketch.rows[row][.month] == CalendarCode.of(last) && row % 20 == 0 {
            sketch.rows[row].spend = -sketch.rows[row].spend
        }
        #expect(try sketch.gate().issues.contains { $0.rule == .negativeAmounts && $0.measure > 0.01 })

        var doubled = GateSketch(months: 20)
        for row in doubled.rows.indices where doubled.rows[row][.month] == CalendarCode.of(last) {
            doubled.rows[row].spend *= 3
            doubled.rows[row].insertions *= 3
        }
        let issues = try doubled.gate().issues
        #expect(issues.map(\.rule) == [.monthTotal])
        #expect(abs(issues[0].measure - 3) < 0.2)
    }

    @Test("blocks a file that holds itself twice, end to end or row beside row, and no ad that is bought twice")
    func duplicates() throws {
        var twice = GateSketch(months: 1)
        let month = twice.rows
        twice.rows += month
        #expect(try twice.gate().issues.map(\.severity) == [.blocked])
        #expect(try twice.gate().issues.map(\.count) == [month.count])
        twice.rows = month.flatMap { [$0, $0] }
        #expect(try twice.gate().issues.map(\.rule) == [.duplicateRows])
        twice.rows = month + month.enumerated().filter { $0.offset % 7 == 0 }.map(\.element).reversed()
        twice.rows.removeAll { $0.insertions == 0 }
        let piece = try twice.gate().issues
        #expect(piece.map(\.severity) == [.warning])
        twice.rows = month + month.prefix(19)
        #expect(try twice.gate().issues == [])
        twice.rows = month.flatMap { $0.insertions == 3 ? [$0, $0, $0] : [$0] }
        #expect(try twice.gate().issues == [])
    }

    @Test("says which columns came and went, against all earlier deliveries")
    func columns() throws {
        var gate = try GateSketch(months: 4).gate()
        gate.columns = ["Month", "spend", "rating"]
        #expect(gate.issues == [])
        gate.earlierColumns = [["month", "spend", "region"], ["month", "spend", "region", "odd"]]
        #expect(gate.issues.map(\.rule) == [.columnsChanged])
        #expect(gate.issues[0].cases.map(\.names) == [["-", "region"], ["+", "rating"]])
    }

    @Test("weighs what the reader found, and is silent where a rule is off")
    func weights() throws {
        var gate = try GateSketch(months: 4).gate()
        gate.foundByReader = [.controlTotal: 1, .partsDiffer: 96]
        #expect(gate.issues.map(\.severity) == [.blocked, .warning])
        #expect(gate.issues.map(\.count) == [1, 96])
        gate.rules[.partsDiffer].limits[.above] = 100
        gate.rules[.controlTotal].severity = .off
        #expect(gate.issues == [])
    }

    @Test("lets pass what somebody accepts, and keeps it only for rules that spoke")
    func acceptance() throws {
        let issue = QualityIssue(.controlTotal, .blocked, count: 1, measure: 1)
        let words = [
            QualityAcceptance(.controlTotal, by: "Ana", because: "voucher missing, confirmed"),
            QualityAcceptance(.unitPrice, by: "Ana", because: "nothing there"),
            QualityAcceptance(.mixedCurrencies, by: "Ana", because: "no"),
        ]
        #expect(QualityReport([issue]).blocking == [issue])
        #expect(QualityReport([issue], accepting: words).blocking == [])
        #expect(QualityReport([issue], accepting: words).accepted.map(\.rule) == [.controlTotal])
        let mixed = QualityIssue(.mixedCurrencies, .blocked, count: 1, measure: 1)
        #expect(QualityReport([mixed], accepting: words).blocking == [mixed])
    }

    @Test("does not depend on the order of the rows, but for pieces that repeat")
    func order() throws {
        var sketch = GateSketch(months: 20)
        let code = sketch.code("Channel 3", .vehicle)
        sketch.rows.removeAll { $0[.vehicle] == code && $0[.month] == CalendarCode.of(last) }
        let issues = try sketch.gate(delivering: 3).issues
        var random = SeededGenerator(seed: 5)
        sketch.rows.shuffle(using: &random)
        #expect(try sketch.gate(delivering: 3).issues == issues)
    }
}

@Suite("The figures of the gate")
struct QualityFiguresTests {
    /// What some rows add up to by names, sorted.
    private func listed(_ cells: FigureCells) -> [[String]] {
        var sums: [[String]: FigureSum] = [:]
        for cell in 0..<cells.count {
            let names = cells.dimensions.indices.map { cells.member($0, of: cell).name }
            sums[names, default: FigureSum()].add(cells.sums[cell])
        }
        return sums.map { $0.key + ["\($0.value.rows)", "\($0.value.insertions)", "\($0.value.spend)"] }
            .sorted { $0.lexicographicallyPrecedes($1) }
    }

    @Test("two halves combined are the whole, and the whole is what cubes of the same rows say")
    func combining() throws {
        let sketch = GateSketch(months: 3)
        var left = QualityFiguresBuilder()
        var right = QualityFiguresBuilder()
        for (number, chunk) in GateSketch.chunks(sketch.rows).enumerated() {
            if number % 2 == 0 { left.update(with: chunk) } else { right.update(with: chunk) }
        }
        left.combine(with: right)
        let combined = left.finish(sketch.names).figures
        let whole = try GateSketch.figures(sketch.rows, sketch.names).0
        for (path, dimensions) in [
            (\QualityFigures.prices, QualityFigures.priceDimensions), (\.days, QualityFigures.dayDimensions),
            (\.regions, QualityFigures.regionDimensions), (\.owners, QualityFigures.ownerDimensions),
        ] {
            var builder = CubeBuilder(by: dimensions)
            for chunk in GateSketch.chunks(sketch.rows) { builder.update(with: chunk) }
            let cube = try builder.finish(sketch.names, of: GateSketch.market(sketch.rows))
            #expect(listed(combined[keyPath: path]) == listed(whole[keyPath: path]))
            #expect(listed(FigureCells(cube)) == listed(whole[keyPath: path]))
        }
    }

    @Test("codes that fit into no word, and months of 1850, are counted all the same")
    func hugeCodes() throws {
        var chunk = OccurrenceChunk()
        var rows: [[UInt32]: FigureSum] = [:]
        var random = SeededGenerator(seed: 3)
        var sums = PackedSums([.brand: 6])
        var other = sums
        for number in 0..<5_000 {
            var row = Occurrence(insertions: 1, spend: Int64.random(in: -9...9, using: &random))
            row[.month] = UInt32.random(in: number < 2_500 ? 24_000...24_020 : 22_000...24_020, using: &random)
            row[.brand] = UInt32.random(in: 0...UInt32(number < 2_500 ? 40 : 90), using: &random)
            rows[[row[.month], row[.brand]], default: FigureSum()].add(
                FigureSum(rows: 1, insertions: 1, spend: row.spend))
            chunk.append(row)
            guard chunk.count == 500 else { continue }
            if number % 1_000 < 500 { sums.update(with: chunk) } else { other.update(with: chunk) }
            chunk = OccurrenceChunk()
        }
        sums.combine(with: other)
        var found: [[UInt32]: FigureSum] = [:]
        sums.forEach { found[$0, default: FigureSum()].add($1) }
        #expect(found == rows)
    }

    @Test("repeated rows are found across chunks and workers")
    func duplicates() throws {
        let rows = GateSketch(months: 1).rows
        var search = DuplicateSearch(run: 20)
        for chunk in GateSketch.chunks(rows + rows) { search.update(with: chunk) }
        #expect(search.rows == rows.count)
        #expect(search.rowsInRuns == rows.count)
        var (one, other) = (DuplicateSearch(run: 20), DuplicateSearch(run: 20))
        for chunk in GateSketch.chunks(rows) { one.update(with: chunk) }
        for chunk in GateSketch.chunks(rows.reversed()) { other.update(with: chunk) }
        one.combine(with: other)
        #expect(one.rows == rows.count)
    }

    @Test("a piece of a long file that stands in it twice is found, and about its size said")
    func longFiles() throws {
        var random = SeededGenerator(seed: 11)
        func row() -> Occurrence {
            var row = Occurrence(insertions: 1, spend: Int64.random(in: 0...1_000_000_000, using: &random))
            row[.brand] = UInt32.random(in: 0...5_000, using: &random)
            row[.vehicle] = UInt32.random(in: 0...600, using: &random)
            return row
        }
        let rows = (0..<DuplicateSearch.memory * 3).map { _ in row() }
        var clean = DuplicateSearch(run: 20)
        for chunk in GateSketch.chunks(rows) { clean.update(with: chunk) }
        #expect(clean.rowsInRuns == 0)
        #expect(clean.rows < 1_000)
        for chunk in GateSketch.chunks(Array(rows[50_000..<150_000])) { clean.update(with: chunk) }
        #expect(abs(clean.rowsInRuns - 100_000) < 5_000)
        #expect(abs(clean.rows - 100_000) < 5_000)
    }

    @Test("the middle of a purchase's prices is their median, whatever months are missing")
    func middlePrices() throws {
        var sketch = GateSketch(months: 15)
        let gone = CalendarCode.of(GateSketch.month(4))
        let channel = sketch.code("Channel 2", .vehicle)
        sketch.rows.removeAll { $0[.month] == gone && $0[.vehicle] == channel }
        let figures = try GateSketch.figures(sketch.rows, sketch.names).0
        Purchases(in: [figures.prices]).forEach { purchase in
            for position in purchase.months.indices {
                let prices = purchase.prices(before: position, window: 12)
                let middle = purchase.middlePrice(before: position, window: 12)
                #expect(middle?.price == RobustSpread.median(of: prices))
                #expect(middle?.count ?? 0 == prices.count)
            }
        }
    }

    @Test("a spread is robust: one number far away moves neither middle nor width")
    func spread() throws {
        let spread = try #require(RobustSpread(of: [1, 2, 3, 4, 1_000]))
        #expect(spread.median == 3)
        #expect(abs(spread.deviation - 1 / 0.6745) < 1e-12)
        #expect(spread.deviations(of: 1_000) > 600)
        let equal = try #require(RobustSpread(of: [5, 5, 5, 5, 9]))
        #expect(abs(equal.deviation - 1.2533 * 0.8) < 1e-12)
        #expect(try #require(RobustSpread(of: [5, 5])).deviations(of: 5.1) == .infinity)
        #expect(RobustSpread(of: []) == nil)
        #expect(RobustSpread.median(of: [1, 4, 2, 3]) == 2.5)
    }
}
