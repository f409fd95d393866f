import WorkTime

/// What was bought of each vehicle, daypart and length month by month; of each medium where no vehicle is stated.
struct Purchases {
    private(set) var all: [Purchase] = []

    /// One kind of purchase.
    struct Purchase {
        /// Vehicle, or medium, then daypart and length where they are stated.
        let names: [String]
        /// In order, each month once.
        fileprivate(set) var months: [(month: CivilMonth, sum: FigureSum)] = []

        /// Minor units an insertion; `nil` where nothing was bought.
        func price(at position: Int) -> Double? {
            let sum = months[position].sum
            return sum.insertions > 0 ? Double(sum.spend) / Double(sum.insertions) : nil
        }

        /// The prices of the months before one of them, no further back than the window, in no order.
        func prices(before position: Int, window: Int) -> [Double] {
            let first = months[position].month.advanced(by: -window)
            var prices: [Double] = []
            var earlier = position - 1
            while earlier >= 0, months[earlier].month >= first {
                if let price = price(at: earlier) { prices.append(price) }
                earlier -= 1
            }
            return prices
        }

        /// The middle of these prices, and how many they are; `nil` for none. Fast, for it is asked of every purchase.
        func middlePrice(before position: Int, window: Int) -> (price: Double, count: Int)? {
            let first = months[position].month.advanced(by: -window)
            var sorted = InlineArray<12, Double>(repeating: 0)
            var count = 0
            var earlier = position - 1
            while earlier >= 0, months[earlier].month >= first, count < 12 {
                defer { earlier -= 1 }
                guard let price = price(at: earlier) else { continue }
                var place = count
                while place > 0, sorted[place - 1] > price {
                    sorted[place] = sorted[place - 1]
                    place -= 1
                }
                sorted[place] = price
                count += 1
            }
            guard count > 0 else { return nil }
            let middle = count / 2
            return (count % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2, count)
        }

        fileprivate mutating func putInOrder() {
            months.sort { $0.month < $1.month }
            for position in months.indices.dropFirst().reversed()
            where months[position].month == months[position - 1].month {
                months[position - 1].sum.add(months[position].sum)
                months.remove(at: position)
            }
        }
    }

    /// - Parameter tables: each by ``QualityFigures/priceDimensions``.
    init(in tables: [FigureCells]) {
        var codes = NameCodes()
        var positions: [UInt64: Int] = [:]
        for cells in tables {
            let calendar = cells.calendar(0)
            // Codes of this table to codes of all; a vehicle that is not stated gives way to its medium.
            let media = cells.members[1].map { codes.code($0.key, in: 0) }
            let vehicles = cells.members[2].map { $0.key.isEmpty ? nil : codes.code($0.key, in: 0) }
            let dayparts = cells.members[3].map { codes.code($0.key, in: 1) }
            let lengths = cells.members[4].map { codes.code($0.key, in: 2) }
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
        for position in all.indices { all[position].putInOrder() }
    }

    private static func names(of cell: Int, in cells: FigureCells) -> [String] {
        let texts = (1...4).map { cells.member($0, of: cell).name }
        return ([texts[1].isEmpty ? texts[0] : texts[1]] + texts[2...]).filter { !$0.isEmpty }
    }
}

/// Keys of several tables under common numbers, for each of three columns.
private struct NameCodes {
    private var codes: [[String: UInt64]] = [[:], [:], [:]]

    mutating func code(_ key: String, in column: Int) -> UInt64 {
        if let code = codes[column][key] { return code }
        let code = UInt64(codes[column].count)
        codes[column][key] = code
        return code
    }
}
