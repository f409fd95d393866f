public import Monetary
public import WorkTime

/// Words with typed values among them; a phrasebook writes the values as its language does.
///
/// Written as a string literal. Values that can stand in it, `\(…)`: texts and names as they are, counts
/// (`\(n)`, and in English `\(n, "day", "days")`), days, instants, months, money, lengths of work, figures,
/// `percent:` and `points:` with a fraction, `list:` of texts, and other phrases.
public struct Saying: Sendable, ExpressibleByStringInterpolation {
    private let parts: [@Sendable (Phrasebook) -> String]

    public init(stringLiteral value: String) { parts = [{ _ in value }] }
    public init(stringInterpolation: StringInterpolation) { parts = stringInterpolation.parts }

    func said(by book: Phrasebook) -> String { parts.map { $0(book) }.joined() }

    public struct StringInterpolation: StringInterpolationProtocol, Sendable {
        fileprivate var parts: [@Sendable (Phrasebook) -> String] = []

        public init(literalCapacity: Int, interpolationCount: Int) {
            parts.reserveCapacity(interpolationCount * 2 + 1)
        }

        /// Adds a value that is written when the saying is said; for interpolations of further types.
        mutating func add(_ part: @escaping @Sendable (Phrasebook) -> String) { parts.append(part) }

        public mutating func appendLiteral(_ literal: String) { add { _ in literal } }
        public mutating func appendInterpolation(_ text: String) { add { _ in text } }
        public mutating func appendInterpolation(_ phrase: some Phrase) { add { $0.say(phrase) } }
        public mutating func appendInterpolation(_ figure: Figure) { add { $0.say(figure) } }
        public mutating func appendInterpolation(_ money: Money) { add { $0.money(money) } }
        public mutating func appendInterpolation(_ month: CivilMonth) { add { $0.month(month) } }
        public mutating func appendInterpolation(_ instant: CivilMinute) { add { $0.instant(instant) } }
        public mutating func appendInterpolation(_ day: CivilDay, _ style: DayStyle = .full) {
            add { $0.dayInSentence(day, style) }
        }
        public mutating func appendInterpolation(_ work: WorkLength, _ style: WorkStyle = .plain) {
            add { $0.work(work, style) }
        }
        /// A count with its digits grouped.
        public mutating func appendInterpolation(_ count: Int) { add { $0.integer(count) } }
        /// A count and the English noun that goes with it: “1 day”, “2 days”.
        public mutating func appendInterpolation(_ count: Int, _ one: String, _ many: String) {
            add { "\($0.integer(count)) \(count == 1 ? one : many)" }
        }
        /// A fraction as per cent.
        public mutating func appendInterpolation(percent fraction: Double, decimals: Int = 1) {
            add { $0.percent(fraction, decimals: decimals) }
        }
        /// A difference of fractions in percentage points, with its sign.
        public mutating func appendInterpolation(points difference: Double, decimals: Int = 1) {
            add { $0.points(difference, decimals: decimals) }
        }
        /// “A, B and C”, “A、B和C”.
        public mutating func appendInterpolation(list texts: [String]) { add { $0.list(texts) } }
        public mutating func appendInterpolation(list phrases: [some Phrase]) {
            add { book in book.list(phrases.map { book.say($0) }) }
        }
    }
}
