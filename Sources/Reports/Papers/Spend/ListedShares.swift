import MediaSpend

/// The lines that a table of shares lists, with the shares that it shows: sentences that quote a line say the same.
struct ListedShares {
    let lines: [ShareOfSpend.Line]
    /// All that are not listed, as one line.
    let rest: ShareOfSpend.Line?
    /// Of each line, then of the rest; `nil` when they do not add up to the whole.
    let shown: [Double]?

    init(_ lines: [ShareOfSpend.Line], of shares: ShareOfSpend) {
        self.lines = lines
        rest = shares.allOther(than: lines)
        shown = ShownShares(of: lines.map(\.spend), rest: rest?.spend).fractions
    }

    /// The share of a brand or category as the table shows it, and as it is where the table does not list it.
    func share(of line: ShareOfSpend.Line) -> Double? {
        guard let exact = line.share.value else { return nil }
        guard let shown, let index = lines.firstIndex(where: { $0.brand == line.brand }) else { return exact }
        return shown[index]
    }
}
