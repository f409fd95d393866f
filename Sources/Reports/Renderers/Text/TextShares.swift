/// Wholes as bars of letters, one letter a part; the key below says which.
struct TextShares {
    private let chart: ShareChart
    private let width: Int
    private let ink: TextInk
    private let book: Phrasebook

    init(_ chart: ShareChart, width: Int, _ ink: TextInk, _ book: Phrasebook) {
        self.chart = chart
        self.width = width
        self.ink = ink
        self.book = book
    }

    private static let letters = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZ")

    private func letter(_ part: Int) -> Character { Self.letters[part % Self.letters.count] }

    var lines: [String] {
        let labels = min(width * 2 / 5, chart.bars.map { $0.label.printable.columns }.max() ?? 0)
        let room = max(10, width - labels - 2)
        let bars = chart.bars.map { "\($0.label.printable.set(columns: labels))  \(letters($0, room))" }
        let key = chart.parts.enumerated().map { "\(letter($0)) \($1.printable)" }.joined(separator: "   ")
        return bars + key.wrapped(columns: width).map { ink.paint($0, .quiet) }
    }

    /// Every column shows the part in whose share its middle lies, so that the bar is always full.
    private func letters(_ bar: ShareChart.Bar, _ room: Int) -> String {
        let shares = bar.shares.map { $0.isFinite ? max(0, $0) : 0 }
        let whole = shares.reduce(0, +)
        guard whole > 0, let last = shares.lastIndex(where: { $0 > 0 }) else { return book.say(.notAvailable) }
        var line = ""
        var part = 0
        var reached = shares[0]
        for column in 0..<room {
            let middle = (Double(column) + 0.5) / Double(room) * whole
            while part < last, middle >= reached {
                part += 1
                reached += shares[part]
            }
            line.append(letter(part))
        }
        return line
    }
}
