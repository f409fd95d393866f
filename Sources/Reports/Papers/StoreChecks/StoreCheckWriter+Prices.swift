import MediaSpend
import Monetary

extension StoreCheckWriter {
    // MARK: Prices

    /// What is asked, beside rivals and beside the month before.
    var prices: Section? {
        guard analysis.records.contains(.price), !brands.isEmpty else { return nil }
        return Section(say(.prices), [.table(priceLevels), .table(productPrices)])
    }

    private var priceLevels: Table {
        Table(
            "price-level", title: say(.pricesOfBrands),
            columns: brandColumns + [column(.priceIndex, .number)] + inMonth(column(.change, .number, .useful))
                + inMonth(column(.priceChange, .percent)) + inYear(column(.priceChangeInYear, .percent, .extra))
                + inMonth(column(.rises, .integer, .useful)) + inMonth(column(.falls, .integer, .useful))
                + inMonth(column(.pairs, .integer, .extra)),
            rows: brands.map { line in
                brandCells(line) + [cell(index: line.current.priceIndex)]
                    + inMonth(cell(index: line.change(\.priceIndex), signed: true))
                    + inMonth(cell(growth: line.priceChange.map(\.change)))
                    + inYear(cell(growth: line.priceChangeInYear.map(\.change)))
                    + inMonth(cell(count: line.priceChange.map(\.rises)))
                    + inMonth(cell(count: line.priceChange.map(\.falls)))
                    + inMonth(cell(count: line.priceChange.map(\.pairs)))
            }, rowLimit: rowLimit,
            remark: remark(
                [.indexRemark(bySize: analysis.records.contains(.size))]
                    + (hasPrevious ? [.matchedRemark(previousMonth)] : [])))
    }

    private var productPrices: Table {
        Table(
            "prices", title: say(.pricesOfProducts),
            columns: productColumns + [
                money(.averagePrice), money(.medianPrice, .useful), money(.lowestPrice, .useful),
                money(.highestPrice, .useful), column(.pricesRecorded, .integer, .extra), column(.priceIndex, .number),
            ] + inMonth(column(.priceChange, .percent)),
            rows: products.map { line in
                let prices = line.current.prices
                return productCells(line) + [
                    cell(prices, \.average), cell(prices, \.median), cell(prices, \.lowest), cell(prices, \.highest),
                    cell(count: prices.map(\.count)), cell(index: line.current.priceIndex),
                ] + inMonth(cell(growth: line.priceChange.map(\.change)))
            }, rowLimit: rowLimit)
    }

    // MARK: Promotions

    /// Who sells by promotion.
    var promotions: Section? {
        guard analysis.records.contains(.promotion), !brands.isEmpty else { return nil }
        let table = Table(
            "promotions", title: say(.promotions),
            columns: brandColumns + [
                column(.placements, .integer, .useful), column(.promoted, .integer, .useful),
                column(.promotionRate, .percent),
            ] + inMonth(column(.change, .percent)) + inYear(column(.changeInYear, .percent, .extra)),
            rows: brands.map { line in
                brandCells(line) + [
                    book.cell(.integer(line.current.placements)), cell(count: line.current.promoted),
                    cell(share: line.current.promotionRate),
                ] + inMonth(cell(points: line.change(\.promotionRate)))
                    + inYear(cell(points: line.changeInYear(\.promotionRate)))
            }, rowLimit: rowLimit, remark: remark([.promotionRemark]))
        return Section(say(.promotions), [.table(table)])
    }

    // MARK: Listings

    /// What stores took up and gave up; nothing where no month can be compared with.
    var listings: Section? {
        guard hasPrevious else { return nil }
        let changed = products.compactMap { line in
            line.listing.value.flatMap { $0.gained + $0.lost > 0 ? (line: line, listing: $0) : nil }
        }
        guard !changed.isEmpty else {
            return Section(say(.listings), [.paragraph(say(.nothingChanged(previousMonth)))])
        }
        let table = Table(
            "listings", title: say(.listings),
            columns: productColumns + [
                column(.storesIn(previousMonth), .integer), column(.storesIn(month), .integer),
                column(.gained, .integer), column(.lost, .integer), column(.news),
            ],
            rows: changed.map { line, listing in
                productCells(line)
                    + [listing.storesBefore, listing.storesNow, listing.gained, listing.lost].map {
                        book.cell(.integer($0))
                    } + [news(listing)]
            }, rowLimit: rowLimit, remark: remark([.listingRemark(previousMonth)]))
        return Section(say(.listings), [.table(table)])
    }

    private func news(_ listing: ListingChange) -> Cell {
        if listing.isNew { return Cell(say(.newProduct), emphasis: .new) }
        return listing.isVanished ? Cell(say(.vanishedProduct), emphasis: .missed) : .empty
    }
}
