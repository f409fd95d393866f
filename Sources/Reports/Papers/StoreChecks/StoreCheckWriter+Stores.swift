import Formats
import MediaSpend
import WorkTime

extension StoreCheckWriter {
    // MARK: Regions and formats

    var regions: Section? {
        lead.flatMap { parts(analysis.regions, .byRegion(brand: $0.brand), .region, "regions", $0) }
    }
    var formats: Section? {
        lead.flatMap { parts(analysis.formats, .byFormat(brand: $0.brand), .format, "formats", $0) }
    }

    private func parts(
        _ parts: [StorePart], _ title: StoreCheckPhrase, _ head: StoreCheckPhrase, _ id: String, _ lead: ShelfLine
    ) -> Section? {
        guard !parts.isEmpty else { return nil }
        let rows = parts.map { part in
            let line = part.lines.first { $0.brand == lead.brand && $0.category == lead.category }
            return [
                Cell(named(part.name)), book.cell(.integer(part.stores)), book.cell(.integer(part.visited)),
            ] + (line.map(partCells) ?? partColumns.map { _ in .empty })
        }
        let table = Table(
            id, title: say(title),
            columns: [column(head), column(.stores, .integer, .useful), column(.visited, .integer)] + partColumns,
            rows: rows)
        return Section(say(title), [.table(table)])
    }

    private var partColumns: [Column] {
        [column(.distribution, .percent)] + inMonth(column(.change, .percent))
            + (analysis.records.contains(.stock) ? [column(.outOfStock, .percent)] : [])
            + (analysis.records.contains(.facings) ? [column(.shareOfShelf, .percent)] : [])
            + (analysis.records.contains(.price) ? [column(.priceIndex, .number, .useful)] : [])
            + (analysis.records.contains(.promotion) ? [column(.promotionRate, .percent, .useful)] : [])
    }

    private func partCells(_ line: StorePart.Line) -> [Cell] {
        let figures = line.current
        return [cell(share: figures.numericDistribution)] + inMonth(cell(points: line.change(\.numericDistribution)))
            + (analysis.records.contains(.stock) ? [cell(share: figures.outOfStockRate)] : [])
            + (analysis.records.contains(.facings) ? [cell(share: figures.shareOfShelf)] : [])
            + (analysis.records.contains(.price) ? [cell(index: figures.priceIndex)] : [])
            + (analysis.records.contains(.promotion) ? [cell(share: figures.promotionRate)] : [])
    }

    // MARK: Stores not visited

    var notVisited: Section? {
        let missed = analysis.coverage.notVisited
        guard !missed.isEmpty else { return nil }
        let table = Table(
            "not-visited", title: say(.notVisited(month)),
            columns: [column(.store)] + placeColumns + [column(.lastVisit, .date)],
            rows: missed.map { missed in
                [Cell(missed.store.name)] + placeCells(missed.store) + [
                    missed.lastVisit.map { book.cell($0, .dated) } ?? Cell(say(.neverVisited), emphasis: .muted)
                ]
            }, rowLimit: rowLimit)
        return Section(say(.notVisited(month)), [.table(table)])
    }

    private var placeColumns: [Column] {
        (analysis.regions.isEmpty ? [] : [column(.region)])
            + (analysis.formats.isEmpty ? [] : [column(.format, .text, .useful)])
    }

    private func placeCells(_ store: CheckedStore) -> [Cell] {
        (analysis.regions.isEmpty ? [] : [Cell(named(store.region))])
            + (analysis.formats.isEmpty ? [] : [Cell(named(store.format))])
    }

    // MARK: Photos

    var photos: Section? {
        guard !analysis.photos.isEmpty else { return nil }
        let table = Table(
            "photos", title: say(.photos),
            columns: [column(.day, .date), column(.store), column(.takenOf, .text, .useful), column(.photo)],
            rows: analysis.photos.map { photo in
                [
                    book.cell(photo.day, .dated), Cell(photo.store.name), Cell(subject(of: photo)),
                    // The reader of visits lets no other address pass; here it is seen to once more.
                    Cell(photo.link, linkingTo: LinkAddress(photo.link)),
                ]
            }, rowLimit: 60)
        return Section(say(.photos), [.table(table)])
    }

    private func subject(of photo: ShelfPhoto) -> String {
        photo.products.count == 1 ? named(photo.products[0]) : say(.productCount(photo.products.count))
    }
}
