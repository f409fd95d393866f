import WorkTime

/// What was bought of each vehicle, daypart and length month by month; of each medium where no vehicle is stated.
struct Purchases {
    private(set) var all: [Purchase] = []

    /// One kind of purchase.
    struct Purchase {
        /// Vehicle, or medium, then daypart and length where they are stated.
        let names: [String]
        /// In no order; a month may come more than once.
        fileprivate(set) var months: [(month: CivilMonth, sum: FigureSum)] = []

        func sum(in month: CivilMonth) -> FigureSum? {
            var total: FigureSum?
            for entry in months where entry.month == month {
                var sum = total ?? FigureSum()
                sum.add(entry.sum)
                total = sum
            }
            return total
        }

        /// Minor units an insertion; `nil` where nothing was bought.
        func price(in month: CivilMonth) -> Double? {
            guard let sum = sum(in: month), sum.insertions > 0 else { return nil }
            return Double(sum.spend) / Double(sum.insertions)
        }
    }

    /// - Parameter tables: each by ``QualityFigures/priceDimensions``.
    init(in tables: [FigureCells]) {
        var names: [[String: UInt64]] = [[:], [:], [:]]
        func code(_ name: String, _ column: Int) -> UInt64 {
            let next = UInt64(names[column].count)
            return names[column][name]
                ?? {
                    names[column][name] = next; return next
                }()
        }
        var positions: [UInt64: Int] = [:]
        for cells in tables {
            let calendar = cells.calendar(0)
            // Codes of this table to codes of all; a vehicle that is not stated gives way to its medium.
            let media = cells.members[1].map { code($0.key, 0) }
            let vehicles = cells.members[2].map { $0.key.isEmpty ? nil : code($0.key, 0) }
            let dayparts = cells.members[3].map { code($0.key, 1) }
            let lengths = cells.members[4].map { code($0.key, 2) }
            for cell in 0..<cells.count {
                guard let month = calendar[cells.code(0, of: cell)] else { continue }
                let place = vehicles[cells.code(2, of: cell)] ?? media[cells.code(1, of: cell)]
                let key = place << 40 | dayparts[cells.code(3, of: cell)] << 20 | lengths[cells.code(4, of: cell)]
                let position = positions[key] ?? all.count
                if position == all.count {
                    positions[key] = position
                    all.append(Purchase(names: Self.names(of: cell, in: cells)))
                }
                all[position].months.append((month, cells.sums[cell]))
            }
        }
    }

    private static func names(of cell: Int, in cells: FigureCells) -> [String] {
        let texts = (1...4).map { cells.member($0, of: cell).name }
        return ([texts[1].isEmpty ? texts[0] : texts[1]] + texts[2...]).filter { !$0.isEmpty }
    }
}
