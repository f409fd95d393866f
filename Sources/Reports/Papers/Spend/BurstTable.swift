import MediaSpend
import Monetary
import WorkTime

/// The table of brands far above their usual weight, as the monthly paper and the competitive activity report show it.
struct BurstTable {
    let writer: SpendWords
    let bursts: [Burst]
    /// For each burst the media that took most of its excess; none where that is not known.
    var parts: [BurstParts] = []
    let showsMonth: Bool
    let showsCategory: Bool

    var table: Table {
        let columns: [Column?] = [
            showsMonth ? Column(writer.say(.month)) : nil, Column(writer.book.say(.brand)),
            showsCategory ? Column(writer.book.say(.category), importance: .useful) : nil,
            Column(writer.money(SpendPhrase.spend), .money), Column(writer.money(BurstPhrase.usual), .money),
            Column(writer.money(BurstPhrase.excess), .money), Column(writer.say(.times), .number),
            Column(writer.say(.ofCategory), .percent, importance: .useful),
            parts.isEmpty ? nil : Column(writer.say(.destinations), importance: .useful),
        ]
        return Table(
            "bursts", title: writer.say(.bursts), columns: columns.compactMap(\.self),
            rows: bursts.indices.map(row), rowLimit: 20, remark: writer.say(.remark))
    }

    private func row(_ position: Int) -> [Cell] {
        let burst = bursts[position]
        let cells: [Cell?] = [
            showsMonth ? Cell(writer.book.month(burst.month)) : nil, writer.name(burst.brand),
            showsCategory ? Cell(writer.named(burst.category)) : nil,
            writer.book.cell(whole: burst.spend), writer.book.cell(whole: burst.expected),
            writer.book.cell(whole: burst.excess, signed: true),
            writer.book.cell(.number(burst.factor, decimals: 1)),
            writer.share(burst.categoryShare),
            parts.isEmpty ? nil : Cell(destinations(of: burst, parts[position])),
        ]
        return cells.compactMap(\.self)
    }

    /// The two places that took most of the excess, with their parts of it.
    private func destinations(of burst: Burst, _ parts: BurstParts) -> String {
        let largest = parts.lines.prefix(2).filter { $0.excess.minorUnits > 0 }
        return writer.book.list(
            largest.map { line in
                let share = Double(line.excess.minorUnits) / Double(max(1, burst.excess.minorUnits))
                return writer.book.say(BurstPhrase.placeShare(writer.named(line.name), share))
            })
    }
}
