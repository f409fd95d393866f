/// A fever chart in characters: the zones as shades, and a letter for each buffer where it stands.
struct TextFever {
    private let chart: FeverChart
    private let width: Int
    private let ink: TextInk
    private let book: Phrasebook

    init(_ chart: FeverChart, width: Int, _ ink: TextInk, _ book: Phrasebook) {
        self.chart = chart
        self.width = width
        self.ink = ink
        self.book = book
    }

    private static let letters = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZ")
    private static let rows = 10

    private func letter(_ path: Int) -> Character { Self.letters[path % Self.letters.count] }

    /// The width of the labels to the left of the picture.
    private var margin: Int { "100% ".count }
    private var columns: Int { max(10, min(60, width - margin - 1)) }

    var lines: [String] {
        let marks = marks
        let plot = (0..<Self.rows).map { row in
            (label(row) + "│" + (0..<columns).map { String(marks[row][$0] ?? shade(row, $0)) }.joined())
                .trailingBlanksTrimmed
        }
        let axis = String(repeating: " ", count: margin) + "└" + String(repeating: "─", count: columns)
        return [ink.paint(book.say(FeverPhrase.consumed).fitted(columns: width), .quiet)] + plot + [axis, scale] + key
    }

    // MARK: Places

    /// The middle of a row, as a share of the buffer.
    private func consumed(_ row: Int) -> Double {
        (Double(Self.rows - row) - 0.5) / Double(Self.rows) * chart.top
    }

    private func shade(_ row: Int, _ column: Int) -> Character {
        let progress = (Double(column) + 0.5) / Double(columns)
        let share = consumed(row)
        return share > chart.red.height(at: progress) ? "░" : share > chart.yellow.height(at: progress) ? "·" : " "
    }

    /// The readings by row and column; the latest of each buffer over the earlier ones.
    private var marks: [[Int: Character]] {
        var marks = [[Int: Character]](repeating: [:], count: Self.rows)
        for isLast in [false, true] {
            for (path, readings) in chart.paths.enumerated() {
                let points = readings.points.filter(\.isSound)
                for point in isLast ? points.suffix(1) : points.dropLast() {
                    let (row, place) = (row(point), column(point))
                    // Where several stand in one place, they stand side by side.
                    let column = (place..<columns).first { !isLast || marks[row][$0]?.isUppercase != true } ?? place
                    marks[row][column] = isLast ? letter(path) : Character(letter(path).lowercased())
                }
            }
        }
        return marks
    }

    private func row(_ point: FeverChart.Point) -> Int {
        let height = min(max(0, point.consumed), chart.top) / chart.top
        return Self.rows - 1 - min(Self.rows - 1, Int(height * Double(Self.rows)))
    }

    private func column(_ point: FeverChart.Point) -> Int {
        min(columns - 1, Int(min(max(0, point.progress), 1) * Double(columns)))
    }

    /// A half and the whole of a buffer are named.
    private func label(_ row: Int) -> String {
        let share = chart.top * Double(Self.rows - row) / Double(Self.rows)
        let words = share == 0.5 || share == 1 ? book.percent(share, decimals: 0) + " " : ""
        return String(repeating: " ", count: max(0, margin - words.columns)) + words
    }

    // MARK: Words

    private var scale: String {
        let (low, high) = (book.percent(0, decimals: 0), book.percent(1, decimals: 0))
        let words = book.say(FeverPhrase.done).fitted(columns: max(0, columns - low.columns - high.columns - 2))
        let gap = columns - low.columns - high.columns - words.columns
        let (left, right) = (gap / 2, gap - gap / 2)
        return ink.paint(
            String(repeating: " ", count: margin + 1) + low + String(repeating: " ", count: left) + words
                + String(repeating: " ", count: right) + high, .quiet)
    }

    private var key: [String] {
        let zones = [("·", FeverPhrase.watch), ("░", .alarm)].map { "\($0.0) \(book.say($0.1))" }
        let paths = chart.paths.enumerated().compactMap { index, path in
            path.points.last.map { "\(letter(index)) \(chart.words($0, of: path, book))" }
        }
        return zones.joined(separator: "   ").wrapped(columns: width).map { ink.paint($0, .quiet) }
            + paths.flatMap { $0.wrapped(columns: width) }
    }
}
