import Statistics
import WorkTime

/// What each brand of each category spent, and with what weight it advertised, in each month that was delivered.
struct BrandCourses {
    let market: MarketData
    /// In order.
    let months: [CivilMonth]
    private(set) var lines: [Line] = []
    private(set) var categories: [String] = []

    /// One brand in one category.
    struct Line {
        /// By its position among the categories.
        let category: Int
        let brand: String
        /// Minor units, month by month.
        fileprivate(set) var spend: [Int64]
        /// Insertions where they are counted, otherwise spend.
        fileprivate(set) var weight: [Double]
        /// The logarithms of the weights; none where it was not on air.
        fileprivate(set) var logarithms: [Double?] = []
    }

    /// - Precondition: the cube is grouped by category, brand and month.
    init(_ cube: Cube, within window: ClosedRange<CivilMonth>? = nil) {
        let cells = cube.grouped(by: [.category, .brand, .month])
        let (groups, brands, dates) = (cells.column(.category), cells.column(.brand), cells.column(.month))
        market = cube.market
        months = cube.market.months.filter { window?.contains($0) ?? true }
        let places = Dictionary(uniqueKeysWithValues: months.enumerated().map { ($1, $0) })
        let placeOf = dates.members.map { CivilMonth($0.name).flatMap { places[$0] } }
        // Names may come again, where a vendor tells them apart by keys.
        var categoryOf: [String: Int] = [:]
        var lineOf: [Name: Int] = [:]
        var line = 0
        for cell in 0..<cells.count {
            let isSame =
                cell > 0 && groups.cells[cell] == groups.cells[cell - 1] && brands.cells[cell] == brands.cells[cell - 1]
            if !isSame {
                let category = groups.members[Int(groups.cells[cell])].name
                let number = categoryOf[category] ?? categories.count
                if number == categories.count {
                    categoryOf[category] = number
                    categories.append(category)
                }
                let name = Name(category: number, brand: brands.members[Int(brands.cells[cell])].name)
                line = lineOf[name] ?? lines.count
                if line == lines.count {
                    lineOf[name] = line
                    lines.append(Line(name, months.count))
                }
            }
            guard let place = placeOf[Int(dates.cells[cell])] else { continue }
            lines[line].spend[place] += cells.spend[cell]
            lines[line].weight[place] += Double(market.countsInsertions ? cells.insertions[cell] : cells.spend[cell])
        }
        for line in lines.indices {
            lines[line].logarithms = lines[line].weight.map { $0 > 0 ? Elementary.log($0) : nil }
        }
    }

    fileprivate struct Name: Hashable {
        let category: Int
        let brand: String
    }

    /// How the weight of all brands together moves from month to month: logarithms, 0 in the first month.
    ///
    /// Each step is the middle of what the brands did that were on air in both months, by the root of their weight, so that
    /// neither one large brand that pauses nor a thousand tiny ones decide. Fewer than three brands have nothing in common.
    var commonMovement: [Double] {
        months.indices.reduce(into: []) { movement, month in
            guard let before = movement.last else { return movement.append(0) }
            let steps = lines.compactMap { line -> WeightedMedian.Number? in
                guard let from = line.logarithms[month - 1], let to = line.logarithms[month] else { return nil }
                let weight = (line.weight[month - 1] * line.weight[month]).squareRoot().squareRoot()
                return WeightedMedian.Number(value: to - from, weight: weight)
            }
            movement.append(before + (steps.count < 3 ? 0 : WeightedMedian.of(steps) ?? 0))
        }
    }
}

extension BrandCourses.Line {
    fileprivate init(_ name: BrandCourses.Name, _ months: Int) {
        category = name.category
        brand = name.brand
        spend = Array(repeating: 0, count: months)
        weight = Array(repeating: 0, count: months)
    }
}
