public import Monetary
public import WorkTime

/// Says phrases and writes values in one language, without a locale library: the same bytes on every machine.
public struct Phrasebook: Hashable, Sendable {
    public let language: Language

    public init(_ language: Language) { self.language = language }

    /// A phrase of any group.
    public func say(_ phrase: some Phrase) -> String { phrase.wording.saying(in: language).said(by: self) }

    /// A phrase that many papers share: `book.say(.activity)`.
    public func say(_ phrase: CommonPhrase) -> String { phrase.wording.saying(in: language).said(by: self) }

    /// A value as it stands in a table.
    ///
    /// - Parameter signed: whether amounts above zero carry a plus, as changes do.
    public func say(_ figure: Figure, signed: Bool = false) -> String {
        switch figure {
        case .text(let text): text
        case .integer(let count): integer(count, signed: signed)
        case .number(let value, let decimals): number(value, decimals: decimals, signed: signed)
        case .percent(let fraction, let decimals): percent(fraction, decimals: decimals, signed: signed)
        case .points(let difference, let decimals): points(difference, decimals: decimals)
        case .money(let money): self.money(money, signed: signed)
        case .day(let day): self.day(day)
        case .minute(let instant): self.instant(instant)
        case .month(let month): self.month(month)
        case .work(let work): self.work(work)
        case .absent: say(.notAvailable)
        }
    }

    /// A table's cell: the value, and how it is shown.
    public func cell(_ figure: Figure, _ emphasis: Cell.Emphasis = .plain, signed: Bool = false) -> Cell {
        Cell(figure, text: say(figure, signed: signed), emphasis: emphasis)
    }

    /// A date in a table, written briefly.
    public func cell(_ day: CivilDay, _ style: DayStyle, _ emphasis: Cell.Emphasis = .plain) -> Cell {
        Cell(.day(day), text: self.day(day, style), emphasis: emphasis)
    }

    /// An amount under a heading that names the currency.
    public func cell(bare money: Money, _ emphasis: Cell.Emphasis = .plain, signed: Bool = false) -> Cell {
        Cell(.money(money), text: self.money(money, code: false, signed: signed), emphasis: emphasis)
    }

    /// The form of a name for this language: `chinese` where there is one and the paper is in Chinese, else `primary`.
    public func name(_ primary: String, chinese: String?) -> String {
        language == .simplifiedChinese ? chinese ?? primary : primary
    }

    /// “A”, “A and B”, “A, B and C”; in Chinese “A、B和C”.
    public func list(_ texts: [String]) -> String {
        guard let last = texts.last, texts.count > 1 else { return texts.first ?? "" }
        let others = texts.dropLast()
        return switch language {
        case .english: "\(others.joined(separator: ", ")) and \(last)"
        case .simplifiedChinese: "\(others.joined(separator: "、"))和\(last)"
        }
    }

    /// Sentences one after another; Chinese sets no blank between them.
    public func list(sentences: [String]) -> String {
        sentences.joined(separator: language == .english ? " " : "")
    }
}
