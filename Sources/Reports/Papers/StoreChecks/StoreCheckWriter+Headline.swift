import MediaSpend

extension StoreCheckWriter {
    /// Where the brand is carried; what else is told of it; the rival beside it.
    var headline: Report.Headline {
        let visited = analysis.coverage.visited
        guard let lead, let rate = lead.current.numericDistribution.value else {
            let sentence: StoreCheckSentence =
                analysis.client.map { .clientMissing(brand: $0, month: month, visited: visited) }
                ?? .nothingHandled(month: month, visited: visited)
            return .init([say(sentence)], tone: .warning)
        }
        guard lead.current.storesHandling > 0 else {
            return .init([say(.clientMissing(brand: lead.brand, month: month, visited: visited))], tone: .bad)
        }
        let asides = distributionAsides(of: lead)
        let first: StoreCheckSentence =
            analysis.client == nil
            ? .widest(brand: subject(lead), month: month, visited: visited, rate: rate, asides: asides)
            : .clientDistribution(
                brand: subject(lead), month: month, stores: lead.current.storesHandling, visited: visited, rate: rate,
                asides: asides)
        let standing = standing(of: lead)
        return .init(
            [say(first)] + (standing.isEmpty ? [] : [say(.standing(standing))])
                + [rivalSentence(lead)].compactMap(\.self),
            tone: tone(of: lead))
    }

    /// More stores without more gaps are good news; fewer stores, or more gaps, ask for a second look. Stores are those
    /// visited in both months, so that a visit less is no store lost.
    private func tone(of line: ShelfLine) -> Tone {
        let stores = line.listing.value.map { $0.storesNow - $0.storesBefore } ?? 0
        let gaps = line.change(\.outOfStockRate).value ?? 0
        if stores < 0 || gaps > 0 { return .warning }
        return stores > 0 || gaps < 0 ? .good : .neutral
    }

    private func distributionAsides(of line: ShelfLine) -> [String] {
        [
            change(line, \.numericDistribution),
            line.current.weightedDistribution.value.map { say(.weighted(book.percent($0))) },
        ].compactMap(\.self)
    }

    /// A change in points with the month that it is against; `nil` where it is not known.
    func change(_ line: ShelfLine, _ figure: (ShelfFigures) -> Derived<Double>) -> String? {
        line.change(figure).value.map { change in
            let points = book.points(change)
            return say(
                points == book.points(0) ? .unchangedSince(previousMonth) : .onChange(points, previousMonth))
        }
    }

    /// The same behind a sentence that has named the month.
    private func bareChange(_ line: ShelfLine, _ figure: (ShelfFigures) -> Derived<Double>) -> String? {
        line.change(figure).value.map { change in
            let points = book.points(change)
            return points == book.points(0) ? say(.unchanged) : points
        }
    }

    private func standing(of line: ShelfLine) -> [StoreCheckStanding] {
        let index = line.change(\.priceIndex).value.map { book.number($0, decimals: 1, signed: true) }
        let parts: [StoreCheckStanding?] = [
            line.current.outOfStockRate.value.map {
                .outOfStock(rate: $0, change: bareChange(line, \.outOfStockRate))
            },
            line.current.shareOfShelf.value.map { .shareOfShelf($0, change: bareChange(line, \.shareOfShelf)) },
            line.current.priceIndex.value.map { .priceIndex(book.number($0, decimals: 1), change: index) },
        ]
        return parts.compactMap(\.self)
    }

    /// The most widely carried brand of the same category beside the one that leads.
    private func rivalSentence(_ lead: ShelfLine) -> String? {
        let lines = analysis.categories.first { $0.category == lead.category }?.brands ?? []
        guard let rival = lines.first(where: { $0.brand != lead.brand && $0.current.storesHandling > 0 }),
            let rate = rival.current.numericDistribution.value
        else { return nil }
        let change = bareChange(rival, \.numericDistribution)
        return say(.rival(brand: rival.brand, rate: rate, change: change, standing(of: rival)))
    }

    /// A brand; beside others of several categories with its own.
    func subject(_ line: ShelfLine) -> String {
        showsCategory ? say(.inCategory(brand: line.brand, named(line.category))) : line.brand
    }
}
