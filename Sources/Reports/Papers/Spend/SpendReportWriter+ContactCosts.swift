import MediaSpend
import Monetary
import WorkTime

extension SpendReportWriter {
    /// What a rating point and a thousand contacts cost, where a table of ratings was given.
    var contactCosts: Section? {
        guard let costs = analysis.contactCosts else { return nil }
        let writer = ContactCostWriter(
            costs: costs, basis: analysis.market.basis, client: analysis.client, writer: self, book: book)
        return Section(book.say(ContactCostPhrase.heading), writer.blocks)
    }
}

private struct ContactCostWriter {
    let costs: ContactCosts
    let basis: SpendBasis
    let client: String?
    let writer: SpendReportWriter
    let book: Phrasebook

    private func say(_ phrase: ContactCostPhrase) -> String { book.say(phrase) }

    var blocks: [Block] {
        guard !costs.lines.isEmpty else { return [.note(Note(say(.noneIn(costs.month)), tone: .warning))] }
        return [sentence.map(Block.paragraph), .table(mediaTable), .table(brandTable)].compactMap(\.self)
    }

    // MARK: What there is

    private var hasRatingPoints: Bool { costs.media.contains { $0.costs.perRatingPoint.contacts.value != nil } }
    private var hasImpressions: Bool { costs.media.contains { $0.costs.perThousand.contacts.value != nil } }
    private var hasChange: Bool { costs.media.contains { $0.change.value != nil } }

    /// Costs of a point are read in whole units, unless one is so small that these would say little.
    private var pointDecimals: Int {
        let known = costs.lines.compactMap { $0.costs.perRatingPoint.cost.value }
        return known.allSatisfy { $0 >= 100 } ? 0 : 2
    }

    /// In the medium where most is spent on rating points: what one costs, and what the client pays.
    private var sentence: String? {
        let priced = costs.media.filter { $0.costs.perRatingPoint.cost.value != nil }
        let heaviest = priced.max {
            ($0.costs.perRatingPoint.spend.minorUnits, $1.medium)
                < ($1.costs.perRatingPoint.spend.minorUnits, $0.medium)
        }
        guard let medium = heaviest, let cost = amount(medium.costs.perRatingPoint.cost) else { return nil }
        let before = ComparedMonths(costs.month).previous
        let growth = medium.change.value.map { SpendGrowthPhrase($0, since: before, .month) }
        let average = say(.average(writer.named(medium.medium), cost, growth))
        guard let own = costs.lines.first(where: { $0.brand == client && $0.medium == medium.medium }),
            let index = own.ratingPointIndex.value, let paid = amount(own.costs.perRatingPoint.cost)
        else { return average }
        return book.list(sentences: [average, say(.ofClient(writer.named(own.brand), paid, index: index))])
    }

    /// Rounded to the minor unit, for a sentence.
    private func amount(_ cost: Derived<Rate>) -> RoundAmount? {
        let unit = Money(minorUnits: costs.total.spend.currency.minorUnitsPerUnit, costs.total.spend.currency)
        return cost.value.flatMap { try? unit.times($0, rounding: .halfEven) }.map(RoundAmount.init)
    }

    // MARK: Media

    private var mediaTable: Table {
        let columns =
            [Column(book.say(.medium)), Column(writer.moneyHeading(.spend), .money)]
            + pick(
                points: [
                    Column(say(.coverage), .percent, importance: .useful), Column(say(.ratingPoints), .number),
                    money(.costPerRatingPoint),
                ], change: [Column(say(.change), .percent)],
                impressions: [
                    Column(say(.impressionsCoverage), .percent, importance: hasRatingPoints ? .extra : .useful),
                    Column(say(.thousands), .number, importance: hasRatingPoints ? .useful : .essential),
                    money(.costPerThousand),
                ])
        return Table(
            "contact-costs", title: say(.byMedium(costs.month)), columns: columns,
            rows: costs.media.map { line in
                row(Cell(writer.named(line.medium)), line.costs, change: writer.cell(growth: line.change))
            } + otherMedia,
            totals: row(Cell(book.say(.total)), costs.total, change: .empty), remark: mediaRemark)
    }

    private func row(_ label: Cell, _ costs: ContactCosts.Costs, change: Cell) -> [Cell] {
        [label, writer.cell(costs.spend)]
            + pick(
                points: [writer.cell(share: costs.perRatingPoint.coverage), points(costs), pointCost(costs)],
                change: [change],
                impressions: [
                    writer.cell(share: costs.perThousand.coverage), thousands(costs), thousandCost(costs),
                ])
    }

    /// The media that the table of ratings does not know, so that spend adds up to the total.
    private var otherMedia: [[Cell]] {
        guard !costs.otherMedia.isZero else { return [] }
        let none = book.cell(.percent(0))
        return [
            [Cell(say(.otherMedia), emphasis: .muted), writer.cell(costs.otherMedia)]
                + pick(points: [none, .empty, .empty], change: [.empty], impressions: [none, .empty, .empty])
        ]
    }

    private var mediaRemark: String {
        let coverage = (hasRatingPoints ? costs.total.perRatingPoint : costs.total.perThousand).coverage.value
        return book.list(
            sentences: [
                costs.audience.map { say(.audience($0)) }, say(.rule(basis)),
                coverage.map { say(hasRatingPoints ? .covered($0) : .impressionsCovered($0)) },
                hasRatingPoints ? say(.notAddedUp) : nil,
            ].compactMap(\.self))
    }

    // MARK: Brands within media

    private var brandTable: Table {
        let listed = costs.leading(20, including: client)
        var rows = listed.map { row($0) }
        let others = costs.lines.filter { !listed.contains($0) }
        if !others.isEmpty { rows.append(row(others)) }
        let columns =
            [Column(book.say(.medium)), Column(book.say(.brand)), Column(writer.moneyHeading(.spend), .money)]
            + pick(
                points: [
                    Column(say(.ratingPoints), .number, importance: .useful), Column(say(.shareOfVoice), .percent),
                    Column(say(.shareOfSpend), .percent), money(.costPerRatingPoint),
                ], change: [Column(say(.change), .percent, importance: .extra)],
                impressions: [
                    Column(say(.thousands), .number, importance: .extra),
                    money(.costPerThousand, hasRatingPoints ? .useful : .essential),
                ]) + [Column(say(.index), .number)]
        return Table(
            "contact-costs-of-brands", title: say(.byBrand(costs.month)), columns: columns, rows: rows,
            remark: book.list(
                sentences: [hasRatingPoints ? say(.shareRule) : nil, say(.indexRule)].compactMap(\.self)))
    }

    private func row(_ line: ContactCosts.Line) -> [Cell] {
        let index = hasRatingPoints ? line.ratingPointIndex : line.thousandIndex
        return [Cell(writer.named(line.medium)), writer.name(line.brand), writer.cell(line.costs.spend)]
            + pick(
                points: [
                    points(line.costs), writer.cell(share: line.shareOfVoice),
                    writer.cell(share: line.shareOfSpend), pointCost(line.costs),
                ], change: [writer.cell(growth: line.change)],
                impressions: [thousands(line.costs), thousandCost(line.costs)])
            + [writer.cell(index, signed: false) { .number($0, decimals: 0) }]
    }

    /// All that are not listed: of several media as a rule, so that only what can be added up is stated.
    private func row(_ others: [ContactCosts.Line]) -> [Cell] {
        let costs = costs.together(others)
        let label = Cell(book.say(SpendPhrase.allOther(others.count)), emphasis: .muted)
        return [.empty, label, writer.cell(costs.spend)]
            + pick(
                points: [points(costs), .empty, .empty, pointCost(costs)], change: [.empty],
                impressions: [thousands(costs), thousandCost(costs)])
            + [.empty]
    }

    // MARK: Cells

    /// What the table of ratings has something to say in.
    private func pick<Part>(points: [Part], change: [Part], impressions: [Part]) -> [Part] {
        (hasRatingPoints ? points : []) + (hasChange ? change : []) + (hasImpressions ? impressions : [])
    }

    private func money(_ phrase: ContactCostPhrase, _ importance: Column.Importance = .essential) -> Column {
        Column(writer.words.money(phrase), .number, importance: importance)
    }

    /// Empty across media, which the remark explains.
    private func cell(_ rate: Derived<Rate>, decimals: Int, per unit: Double = 1) -> Cell {
        if rate.absence == .mixedMedia { return .empty }
        return writer.cell(rate, signed: false) { .number(Double($0) / unit, decimals: decimals) }
    }

    private func points(_ costs: ContactCosts.Costs) -> Cell { cell(costs.perRatingPoint.contacts, decimals: 1) }
    private func pointCost(_ costs: ContactCosts.Costs) -> Cell {
        cell(costs.perRatingPoint.cost, decimals: pointDecimals)
    }
    private func thousands(_ costs: ContactCosts.Costs) -> Cell {
        cell(costs.perThousand.contacts, decimals: 0, per: 1_000)
    }
    private func thousandCost(_ costs: ContactCosts.Costs) -> Cell { cell(costs.perThousand.cost, decimals: 2) }
}
