import Monetary

/// A waterfall as cells: where each bar begins and ends, and the pieces that a stacked chart draws of it.
///
/// Spreadsheets stack what is above zero to one side and what is below zero to the other, both from zero. A bar that
/// floats therefore stands on a piece that is not drawn, and one that passes zero is of two pieces. The cells follow from
/// one another, so that a change by hand moves the bars.
struct Waterfall {
    /// A bar of known size; rows are those of the chart's bars, and one without a size leaves its row empty.
    struct Step {
        var row: Int
        var from: Double
        var change: Double
        /// A bar from zero: a total.
        var isTotal: Bool
        /// The step whose end this one begins at, or, for a total, whose end it tells.
        var origin: Int?

        var to: Double { from + change }
    }

    let steps: [Step]

    init(_ chart: BarChart) {
        var steps: [Step] = []
        for (row, bar) in chart.bars.enumerated() {
            guard let change = bar.value, let end = bar.end, change.isFinite, end.isFinite else { continue }
            let previous = steps.last
            let isLinked = previous.map { $0.to.isNearly(bar.start ?? change) } ?? false
            steps.append(
                Step(
                    row: row, from: bar.start ?? 0, change: change, isTotal: bar.start == nil,
                    origin: isLinked ? previous?.row : nil))
        }
        self.steps = steps
    }

    // MARK: Columns

    static let (fromColumn, toColumn, changeColumn, firstPieceColumn) = (1, 2, 3, 4)

    /// In the order in which they are stacked.
    ///
    /// Those in the midst stand in the legend. As many are hidden before them as behind them: in charts of horizontal bars
    /// some programs count the entries of a legend from the first series, and others from the last.
    enum Piece: Int, CaseIterable {
        case empty, emptyBelowZero, rise, total, fall, riseBelowZero, fallBelowZero

        var column: Int { firstPieceColumn + rawValue }

        /// How much of a bar it is, in numbers and in formulas alike.
        func part<Value: Cuttable>(from: Value, to: Value) -> Value {
            let zero = Value.zero
            return switch self {
            case .empty: .most(zero, .least(from, to))
            case .emptyBelowZero: .least(zero, .most(from, to))
            case .rise: .most(zero, .minus(.most(zero, to), .most(zero, from)))
            case .riseBelowZero: .least(zero, .minus(.least(zero, from), .least(zero, to)))
            case .fall: .most(zero, .minus(.most(zero, from), .most(zero, to)))
            case .fallBelowZero: .least(zero, .minus(.least(zero, to), .least(zero, from)))
            case .total: to
            }
        }
    }

    /// The pieces that a bar can have, however its change is changed.
    static func pieces(of step: Step) -> [Piece] { step.isTotal ? [.total] : Piece.allCases.filter { $0 != .total } }

    /// The pieces that the legend tells apart.
    var shownPieces: [Piece] { steps.contains(where: \.isTotal) ? [.rise, .total, .fall] : [.rise, .fall] }

    // MARK: Formulas

    /// `nil` for a number that is given.
    func from(_ step: Step) -> Formula? {
        step.isTotal ? nil : step.origin.map { .cell(row: $0, column: Self.toColumn) }
    }

    func change(_ step: Step) -> Formula? {
        step.isTotal ? step.origin.map { .cell(row: $0, column: Self.toColumn) } : nil
    }

    func to(_ step: Step) -> Formula {
        .plus(.cell(row: step.row, column: Self.fromColumn), .cell(row: step.row, column: Self.changeColumn))
    }

    func formula(of piece: Piece, _ step: Step) -> Formula {
        piece.part(
            from: .cell(row: step.row, column: Self.fromColumn), to: .cell(row: step.row, column: Self.toColumn))
    }
}

/// What bars are cut into pieces with: numbers, and formulas of the cells that hold them.
protocol Cuttable {
    static var zero: Self { get }
    static func minus(_ left: Self, _ right: Self) -> Self
    static func least(_ left: Self, _ right: Self) -> Self
    static func most(_ left: Self, _ right: Self) -> Self
}

extension Formula: Cuttable {
    static var zero: Formula { .number(0) }
}

extension Double: Cuttable {
    static func minus(_ left: Double, _ right: Double) -> Double { left - right }
    static func least(_ left: Double, _ right: Double) -> Double { min(left, right) }
    static func most(_ left: Double, _ right: Double) -> Double { max(left, right) }

    /// Equal but for the last digits, in which sums of the same numbers may differ.
    fileprivate func isNearly(_ other: Double) -> Bool {
        (self - other).magnitude <= 1e-9 * max(1, magnitude, other.magnitude)
    }
}
