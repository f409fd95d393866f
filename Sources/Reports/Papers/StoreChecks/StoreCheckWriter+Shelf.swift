import MediaSpend

extension StoreCheckWriter {
    /// How many rows a page shows, and how many bars a picture holds.
    var rowLimit: Int { 25 }
    private var barLimit: Int { 12 }

    // MARK: Distribution and stock

    /// Where brands and products are carried, and where they are out of stock.
    var distribution: Section? {
        guard !brands.isEmpty else { return nil }
        return Section(
            say(.distributionAndStock), [.chart(.bar(distributionChart)), .table(brandTable), .table(productTable)])
    }

    private var distributionChart: BarChart {
        BarChart(
            say(.distributionOfBrands), summary: say(.distributionChart(previousMonth, hasPrevious: hasPrevious)),
            unit: .percent,
            bars: brands.prefix(barLimit).map { line in
                let rate = line.current.numericDistribution.value
                return BarChart.Bar(
                    subject(line), rate, text: rate.map { book.percent($0) } ?? book.say(.notAvailable),
                    reference: line.previous.value?.numericDistribution.value,
                    emphasis: line.brand == analysis.client ? .strong : .plain)
            }, referenceLabel: hasPrevious ? say(.previousMonth(previousMonth)) : nil)
    }

    private var brandTable: Table {
        Table(
            "distribution", title: say(.brands), columns: brandColumns + distributionColumns,
            rows: brands.map { brandCells($0) + distributionCells($0) }, rowLimit: rowLimit,
            remark: remark(
                [.distributionRemark(isWeighted: analysis.statesTurnover)] + (recordsStock ? [.stockRemark] : [])
                    + (hasPrevious ? [.changeRemark(previousMonth)] : [])))
    }

    private var productTable: Table {
        Table(
            "products", title: say(.products), columns: productColumns + distributionColumns,
            rows: products.map { productCells($0) + distributionCells($0) }, rowLimit: rowLimit)
    }

    private var recordsStock: Bool { analysis.records.contains(.stock) }

    private var distributionColumns: [Column] {
        [column(.storesHandling, .integer, .extra), column(.distribution, .percent)]
            + inMonth(column(.change, .percent)) + inYear(column(.changeInYear, .percent, .extra))
            + (analysis.statesTurnover ? [column(.weightedDistribution, .percent, .useful)] : [])
            + (recordsStock
                ? [column(.outOfStock, .percent)] + inMonth(column(.outOfStockChange, .percent, .useful)) : [])
    }

    private func distributionCells(_ line: ShelfLine) -> [Cell] {
        [
            book.cell(.integer(line.current.storesHandling)), cell(share: line.current.numericDistribution),
        ] + inMonth(cell(points: line.change(\.numericDistribution)))
            + inYear(cell(points: line.changeInYear(\.numericDistribution)))
            + (analysis.statesTurnover ? [cell(share: line.current.weightedDistribution)] : [])
            + (recordsStock
                ? [cell(share: line.current.outOfStockRate)] + inMonth(cell(points: line.change(\.outOfStockRate)))
                : [])
    }

    // MARK: Share of shelf

    /// Who holds the shelf.
    var shelf: Section? {
        guard analysis.records.contains(.facings), !brands.isEmpty else { return nil }
        // One picture is enough: of many categories that of the brand that leads.
        let pictured = analysis.categories.first { $0.category == lead?.category } ?? analysis.categories.first
        return Section(say(.shelf), [pictured.flatMap(shelfChart), .table(shelfTable)].compactMap(\.self))
    }

    private var shelfTable: Table {
        Table(
            "shelf", title: say(.shelf),
            columns: brandColumns + [
                column(.facings, .integer, .useful), column(.shareOfShelf, .percent),
            ] + inMonth(column(.change, .percent)) + inYear(column(.changeInYear, .percent, .extra)) + [
                column(.averageStoreShare, .percent, .useful)
            ],
            rows: brands.sorted(by: holdsMore).map { line in
                brandCells(line) + [cell(count: line.current.facings), cell(share: line.current.shareOfShelf)]
                    + inMonth(cell(points: line.change(\.shareOfShelf)))
                    + inYear(cell(points: line.changeInYear(\.shareOfShelf)))
                    + [cell(share: line.current.averageStoreShare)]
            }, rowLimit: rowLimit, remark: remark([.shelfRemark]))
    }

    /// The most facings first, equals by name.
    private func holdsMore(_ left: ShelfLine, _ right: ShelfLine) -> Bool {
        (left.current.facings.value ?? 0, right.brand) > (right.current.facings.value ?? 0, left.brand)
    }

    /// One bar a month, cut into the brands with the most facings; `nil` where no facings were counted.
    private func shelfChart(_ category: StoreCheckAnalysis.CategoryLines) -> Block? {
        let lines = category.brands.sorted(by: holdsMore)
        guard let first = lines.first, let largest = first.current.shareOfShelf.value else { return nil }
        let shown = lines.prefix(lines.count > 7 ? 6 : 7)
        var parts = shown.map(\.brand)
        if lines.count > shown.count { parts.append(say(.others)) }
        func bar(_ label: String, _ share: (ShelfLine) -> Double?) -> ShareChart.Bar? {
            guard share(first) != nil else { return nil }
            let shares = lines.map { share($0) ?? 0 }
            let rest = shares.dropFirst(shown.count)
            return ShareChart.Bar(label, shares.prefix(shown.count) + (rest.isEmpty ? [] : [rest.reduce(0, +)]))
        }
        let bars = [
            bar(book.month(month)) { $0.current.shareOfShelf.value },
            bar(book.month(previousMonth)) { $0.previous.value?.shareOfShelf.value },
        ]
        let aside = showsCategory ? book.say(LayoutPhrase.inParentheses(named(category.category))) : ""
        return .chart(
            .share(
                ShareChart(
                    say(.shelfOfBrands) + aside, summary: say(.shelfChart(first.brand, largest)), parts: parts,
                    bars: bars.compactMap(\.self))))
    }
}
