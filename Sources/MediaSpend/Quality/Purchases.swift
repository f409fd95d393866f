import WorkTime

/// What was bought of each vehicle, daypart and length month by month; of each medium where no vehicle is stated.
struct Purchases {
    private let tables: [FigureCells]
    /// Purchase after purchase, the months of each in order.
    private var months: [Month] = []
    /// Where each purchase begins among the months.
    private var starts: [Int] = []

    /// One kind of purchase in one month.
    struct Month {
        let month: CivilMonth
        fileprivate(set) var sum: FigureSum
        /// Where a cell is that has its names.
        fileprivate let table: Int
        fileprivate let cell: Int

        /// Minor units an insertion; `nil` where nothing was bought.
        var price: Double? { sum.insertions > 0 ? Double(sum.spend) / Double(sum.insertions) : nil }
    }

    /// - Parameter tables: each by ``QualityFigures/priceDimensions``.
    init(in tables: [FigureCells]) {
        self.tables = tables
        let cells = PurchaseCells(in: tables)
        months.reserveCapacity(cells.count)
        var last: Int?
        for cell in cells.order {
            defer { last = cell }
            switch last.map({ cells.difference(of: cell, from: $0) }) {
            case .same: months[months.count - 1].sum.add(cells.months[cell].sum)
            case .month: months.append(cells.months[cell])
            case .purchase, nil:
                starts.append(months.count)
                months.append(cells.months[cell])
            }
        }
    }

    /// Goes through the purchases.
    func forEach(_ body: (Purchase) -> Void) {
        for (number, start) in starts.enumerated() {
            body(Purchase(months: months[start..<(number + 1 < starts.count ? starts[number + 1] : months.count)]))
        }
    }

    /// Vehicle, or medium, then daypart and length where they are stated.
    func names(of purchase: Purchase) -> [String] {
        guard let first = purchase.months.first else { return [] }
        let texts = (1...4).map { tables[first.table].member($0, of: first.cell).name }
        return ([texts[1].isEmpty ? texts[0] : texts[1]] + texts[2...]).filter { !$0.isEmpty }
    }
}

/// One kind of purchase.
struct Purchase {
    /// In order, each month once.
    let months: ArraySlice<Purchases.Month>

    /// The prices of the months before one of them, no further back than the window, the latest first.
    func prices(before position: Int, window: Int) -> [Double] {
        let first = months[position].month.advanced(by: -window)
        return months[..<position].reversed().prefix { $0.month >= first }.compactMap(\.price)
    }

    /// The middle of these prices, and how many they are; `nil` for none. Fast, for it is asked of every purchase.
    func middlePrice(before position: Int, window: Int) -> (price: Double, count: Int)? {
        let first = months[position].month.advanced(by: -window)
        var prices = FewNumbers()
        var earlier = position - 1
        while earlier >= months.startIndex, months[earlier].month >= first, prices.count < FewNumbers.limit {
            if let price = months[earlier].price { prices.insert(price) }
            earlier -= 1
        }
        return prices.median.map { ($0, prices.count) }
    }
}

/// The cells of several tables side by side, and how to sort them.
private struct PurchaseCells {
    private(set) var months: [Purchases.Month] = []
    /// Place, daypart and length of each cell by numbers that the tables share, then its month.
    private var columns: [[UInt32]] = [[], [], [], []]
    /// How many numbers there are in each column.
    private var sizes: [Int] = []

    enum Difference { case same, month, purchase }

    init(in tables: [FigureCells]) {
        var numbers = [NameNumbers](repeating: NameNumbers(), count: 3)
        for (table, cells) in tables.enumerated() {
            let calendar = cells.calendar(0)
            let media = cells.members[1].map { numbers[0].number(of: $0.key) }
            // A vehicle that is not stated gives way to its medium.
            let vehicles = cells.members[2].map { $0.key.isEmpty ? nil : numbers[0].number(of: $0.key) }
            let dayparts = cells.members[3].map { numbers[1].number(of: $0.key) }
            let lengths = cells.members[4].map { numbers[2].number(of: $0.key) }
            for cell in 0..<cells.count {
                guard let month = calendar[cells.code(0, of: cell)] else { continue }
                months.append(Purchases.Month(month: month, sum: cells.sums[cell], table: table, cell: cell))
                columns[0].append(vehicles[cells.code(2, of: cell)] ?? media[cells.code(1, of: cell)])
                columns[1].append(dayparts[cells.code(3, of: cell)])
                columns[2].append(lengths[cells.code(4, of: cell)])
            }
        }
        let first = months.map(\.month).min() ?? CivilMonth(of: .earliest)
        columns[3] = months.map { UInt32(first.distance(to: $0.month)) }
        sizes = numbers.map(\.count) + [Int(columns[3].max() ?? 0) + 1]
    }

    var count: Int { months.count }

    /// By purchase and then by month; equal ones as they stand.
    var order: [Int] { ascendingOrder(of: columns, sizes: sizes, count: count).map(Int.init) }

    func difference(of cell: Int, from other: Int) -> Difference {
        for column in 0..<3 where columns[column][cell] != columns[column][other] { return .purchase }
        return columns[3][cell] == columns[3][other] ? .same : .month
    }
}

/// Names numbered in the order in which they come.
private struct NameNumbers {
    private var numbers: [String: UInt32] = [:]

    var count: Int { numbers.count }

    mutating func number(of name: String) -> UInt32 {
        if let number = numbers[name] { return number }
        let number = UInt32(numbers.count)
        numbers[name] = number
        return number
    }
}
