import MediaSpend
import Monetary
import WorkTime

/// Dayparts and ad lengths of the client and the largest brands, against all brands.
struct PatternTables {
    let words: SpendWords
    let patterns: BuyingPatterns

    /// How many brands stand side by side, and how many parts below one another.
    private static let brandLimit = 3
    private static let partLimit = 10

    var all: [Table] {
        [
            patterns.dayparts.map { table("dayparts", .dayparts(patterns.month), .daypart, $0) },
            patterns.lengths.map { table("ad-lengths", .lengths(patterns.month), .length, $0) }, equivalents,
        ].compactMap(\.self)
    }

    private var book: Phrasebook { words.book }

    // MARK: Shares and indices

    private func table(_ id: String, _ title: PatternPhrase, _ head: PatternPhrase, _ pattern: SpendPattern) -> Table {
        let brands = pattern.brands.filter { $0.stated.minorUnits != 0 }.prefix(Self.brandLimit)
        let columns = brands.flatMap { brand in
            [
                Column(words.named(brand.brand), .percent),
                Column(book.say(PatternPhrase.index(words.named(brand.brand))), .number, importance: .useful),
            ]
        }
        return Table(
            id, title: book.say(title),
            columns: [Column(book.say(head)), Column(book.say(SpendPhrase.wholeSet), .percent)] + columns,
            rows: pattern.parts.enumerated().map { place, part in
                [Cell(said(part, of: pattern)), words.share(pattern.set.shares[place])]
                    + brands.flatMap { [words.share($0.shares[place]), index($0.indices[place])] }
            }, rowLimit: Self.partLimit,
            remark: pattern.set.statedShare.value.map { book.say(PatternPhrase.remark(stated: $0)) })
    }

    private func said(_ part: String, of pattern: SpendPattern) -> String {
        guard let seconds = pattern.seconds(of: part) else { return part }
        return book.say(PatternPhrase.seconds(seconds))
    }

    private func index(_ index: Derived<Double>) -> Cell {
        switch index {
        case .value(let value): book.cell(.number(value, decimals: 0))
        case .absent(let reason): absent(reason)
        }
    }

    private func absent(_ reason: AbsenceReason) -> Cell {
        book.cell(.absent(reason: book.say(SpendAbsencePhrase(reason: reason))))
    }

    // MARK: Spots of 30 seconds

    private var equivalents: Table? {
        guard let set = patterns.equivalents.first else { return nil }
        let brands = patterns.equivalents.dropFirst().filter { $0.insertions > 0 }
        return Table(
            "thirty-second-spots", title: book.say(PatternPhrase.equivalents(patterns.month)),
            columns: [
                Column(book.say(.brand)), Column(book.say(PatternPhrase.insertions), .integer),
                Column(book.say(PatternPhrase.meanLength), .number), Column(book.say(PatternPhrase.spots), .number),
                Column(words.money(PatternPhrase.spotPrice), .money),
            ], rows: brands.map { row($0, words.name($0.brand)) },
            totals: row(set, Cell(book.say(SpendPhrase.wholeSet))), rowLimit: 12,
            remark: book.say(PatternPhrase.spotRemark))
    }

    private func row(_ line: LengthEquivalents, _ label: Cell) -> [Cell] {
        [
            label, book.cell(.integer(Int(line.insertions))), number(line.meanLength), number(line.equivalents),
            spotPrice(line.spendPerEquivalent),
        ]
    }

    private func number(_ number: Derived<Double>) -> Cell {
        switch number {
        case .value(let value): book.cell(.number(value, decimals: 1))
        case .absent(let reason): absent(reason)
        }
    }

    private func spotPrice(_ money: Derived<Money>) -> Cell {
        switch money {
        case .value(let money): book.cell(whole: money)
        case .absent(let reason): absent(reason)
        }
    }
}
