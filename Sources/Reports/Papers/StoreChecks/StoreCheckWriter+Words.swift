import MediaSpend
import Monetary

/// Words and cells that all parts of the paper need.
extension StoreCheckWriter {
    func say(_ phrase: StoreCheckPhrase) -> String { book.say(phrase) }
    func say(_ sentence: StoreCheckSentence) -> String { book.say(sentence) }

    /// A name of the data; those that are not stated say so.
    func named(_ name: String) -> String { name.isEmpty ? book.say(SpendPhrase.notStated) : name }

    /// A product with its size, where its name does not say it.
    func named(_ product: ShelfProduct) -> String {
        product.size.isEmpty || product.name.contains(product.size)
            ? product.name : product.name + book.say(LayoutPhrase.inParentheses(product.size))
    }

    func named(_ line: ShelfLine) -> String { line.product.map(named) ?? line.brand }

    func remark(_ sentences: [StoreCheckSentence]) -> String { book.list(sentences: sentences.map(say)) }

    // MARK: Cells

    func reason(_ reason: AbsenceReason) -> String { book.say(StoreAbsencePhrase(reason: reason)) }

    /// The client's own lines stand out.
    func cell(name: String, of brand: String) -> Cell {
        Cell(name, emphasis: brand == analysis.client ? .strong : .plain)
    }

    func cell<Value>(_ derived: Derived<Value>, signed: Bool = false, _ figure: (Value) -> Figure) -> Cell {
        switch derived {
        case .value(let value): book.cell(figure(value), signed: signed)
        case .absent(let absence): book.cell(.absent(reason: reason(absence)))
        }
    }

    func cell(share: Derived<Double>) -> Cell { cell(share) { .percent($0) } }
    func cell(points: Derived<Double>) -> Cell { cell(points) { .points($0) } }
    func cell(growth: Derived<Double>) -> Cell { cell(growth, signed: true) { .percent($0) } }
    func cell(index: Derived<Double>, signed: Bool = false) -> Cell {
        cell(index, signed: signed) { .number($0, decimals: 1) }
    }
    func cell(count: Derived<Int>) -> Cell { cell(count) { .integer($0) } }

    func cell(_ prices: Derived<PriceSpread>, _ price: (PriceSpread) -> Money) -> Cell {
        switch prices {
        case .value(let spread): book.cell(bare: price(spread))
        case .absent(let absence): book.cell(.absent(reason: reason(absence)))
        }
    }

    // MARK: Columns

    func column(
        _ phrase: StoreCheckPhrase, _ kind: Column.Kind = .text, _ importance: Column.Importance = .essential
    ) -> Column {
        Column(say(phrase), kind, importance: importance)
    }

    /// A head with the currency of its amounts.
    func money(_ phrase: StoreCheckPhrase, _ importance: Column.Importance = .essential) -> Column {
        Column(
            book.say(LayoutPhrase.headingWithUnit(say(phrase), analysis.currency.code)), .money, importance: importance)
    }

    /// The first columns of a table of brands.
    var brandColumns: [Column] {
        [Column(book.say(.brand))] + (showsCategory ? [Column(book.say(.category), importance: .useful)] : [])
    }

    func brandCells(_ line: ShelfLine) -> [Cell] {
        [cell(name: line.brand, of: line.brand)] + (showsCategory ? [Cell(named(line.category))] : [])
    }

    /// The first columns of a table of products.
    var productColumns: [Column] { [column(.product), Column(book.say(.brand), importance: .useful)] }

    func productCells(_ line: ShelfLine) -> [Cell] {
        [cell(name: named(line), of: line.brand), Cell(line.brand)]
    }

    /// A column, or a cell, that is only there where a month a year ago can be compared with.
    func inYear<Element>(_ element: Element) -> [Element] { analysis.hasYearAgo ? [element] : [] }
    /// The same for the month before.
    func inMonth<Element>(_ element: Element) -> [Element] { hasPrevious ? [element] : [] }
}
