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
            ? .widest(brand: lead.brand, month: month, visited: visited, rate: rate, asides: asides)
            : .clientDistribution(
                brand: lead.brand, month: month, stores: lead.current.storesHandling, visited: visited, rate: rate,
                asides: asides)
        let figures = otherFigures(of: lead)
        return .init(
            [say(first)] + (figures.isEmpty ? [] : [say(.figures(figures))]) + [rivalSentence(lead)].compactMap(\.self),
            tone: tone(of: lead))
    }

    /// Wider distribution without more gaps is good news; less of it, or more gaps, asks for a second look.
    private func tone(of line: ShelfLine) -> Tone {
        let spread = line.change(\.numericDistribution).value ?? 0
        let gaps = line.change(\.outOfStockRate).value ?? 0
        if spread < 0 || gaps > 0 { return .warning }
        return spread > 0 || gaps < 0 ? .good : .neutral
    }

    private func distributionAsides(of line: ShelfLine) -> [String] {
        [
            change(line, \.numericDistribution),
            line.current.weightedDistribution.value.map { say(.weighted(book.percent($0))) },
        ].compactMap(\.self)
    }

    /// A change in points with the month that it is against; `nil` where it is not known.
    func change(_ line: ShelfLine, _ figure: (ShelfFigures) -> Derived<Double>) -> String? {
        line.change(figure).value.map { say(.onChange(book.points($0), previousMonth)) }
    }

    private func otherFigures(of line: ShelfLine) -> [String] {
        let index = line.change(\.priceIndex).value.map {
            say(StoreCheckSentence.onChange(book.number($0, decimals: 1, signed: true), previousMonth))
        }
        return [
            percent(line, .outOfStock, \.outOfStockRate), percent(line, .shareOfShelf, \.shareOfShelf),
            line.current.priceIndex.value.map {
                say(.figure(.priceIndex, value: book.number($0, decimals: 1), change: index))
            },
        ].compactMap(\.self)
    }

    private func percent(
        _ line: ShelfLine, _ name: StoreCheckPhrase, _ figure: (ShelfFigures) -> Derived<Double>
    ) -> String? {
        figure(line.current).value.map { say(.figure(name, value: book.percent($0), change: change(line, figure))) }
    }

    /// The most widely carried brand of the same category beside the one that leads.
    private func rivalSentence(_ lead: ShelfLine) -> String? {
        let lines = analysis.categories.first { $0.category == lead.category }?.brands ?? []
        guard let rival = lines.first(where: { $0.brand != lead.brand && $0.current.storesHandling > 0 }) else {
            return nil
        }
        let figures = [percent(rival, .distribution, \.numericDistribution)] + otherFigures(of: rival)
        return say(.rival(brand: rival.brand, figures: figures.compactMap(\.self)))
    }
}
