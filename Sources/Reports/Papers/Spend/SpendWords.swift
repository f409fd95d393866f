import MediaSpend

/// What the words of papers on spend need: a language, a currency, the client's brand.
struct SpendWords {
    let book: Phrasebook
    let currency: String
    let client: String?

    func say(_ phrase: BurstPhrase) -> String { book.say(phrase) }

    /// A heading with the currency of its amounts.
    func money(_ phrase: some Phrase) -> String {
        book.say(LayoutPhrase.headingWithUnit(book.say(phrase), currency))
    }

    /// A name of the data; those that are not stated say so.
    func named(_ name: String) -> String { name.isEmpty ? book.say(SpendPhrase.notStated) : name }

    func name(_ brand: String) -> Cell { Cell(named(brand), emphasis: brand == client ? .strong : .plain) }

    func share(_ share: Derived<Double>) -> Cell {
        switch share {
        case .value(let value): book.cell(.percent(value))
        case .absent(let reason): book.cell(.absent(reason: book.say(SpendAbsencePhrase(reason: reason))))
        }
    }
}
