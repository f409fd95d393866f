public import MediaSpend
import Monetary
import WorkTime

/// The monthly paper on store checks (月店访和零售信息报告).
///
/// It leads with the client's brand: where it is carried, how often it is out of stock, how much of the shelf it holds and
/// what it costs beside its rivals, each with its change. Without a client the most widely carried brand takes its place.
public struct StoreCheckPaper: Paper {
    public let analysis: StoreCheckAnalysis
    /// Where the visits come from: the name of the file.
    public let source: String

    public init(_ analysis: StoreCheckAnalysis, source: String) {
        self.analysis = analysis
        self.source = source
    }

    public func report(in book: Phrasebook) -> Report {
        StoreCheckWriter(analysis: analysis, source: source, book: book).report
    }
}

/// One paper being written in one language.
struct StoreCheckWriter {
    let analysis: StoreCheckAnalysis
    let source: String
    let book: Phrasebook

    var month: CivilMonth { analysis.month }
    var previousMonth: CivilMonth { analysis.months.previous }
    var hasPrevious: Bool { analysis.coverage.previouslyVisited.value != nil }

    var report: Report {
        let sections: [Section?] = [
            glance, distribution, shelf, prices, promotions, listings, regions, formats, notVisited, photos,
        ]
        return Report(
            kind: "store-check", language: book.language, title: say(.title(month)), subtitle: subtitle, facts: facts,
            headline: headline, sections: sections.compactMap(\.self))
    }

    // MARK: Origin

    private var subtitle: String {
        if let category = analysis.category { return named(category) }
        let categories = analysis.categories.map(\.category)
        return categories.count == 1 && categories != [""] ? categories[0] : say(.allCategories)
    }

    private var facts: [Report.Fact] {
        let coverage = analysis.coverage
        return [
            Report.Fact(book.say(.source), source),
            Report.Fact(say(.storesVisited), say(.visitedOf(coverage.visited, of: coverage.stores))),
            Report.Fact(say(.comparedWith), book.list(comparedMonths.map(book.month))),
            Report.Fact(say(.currency), analysis.currency.code),
        ].filter { !$0.value.isEmpty } + (analysis.client.map { [Report.Fact(say(.client), $0)] } ?? [])
    }

    private var comparedMonths: [CivilMonth] {
        (hasPrevious ? [previousMonth] : []) + (analysis.hasYearAgo ? [analysis.months.yearAgo] : [])
    }

    // MARK: Lines

    /// All brands, the client's first, then category by category in their order.
    var brands: [ShelfLine] { clientFirst(analysis.categories.flatMap(\.brands)) }
    var products: [ShelfLine] { clientFirst(analysis.categories.flatMap(\.products)) }

    private func clientFirst(_ lines: [ShelfLine]) -> [ShelfLine] {
        lines.filter { $0.brand == analysis.client } + lines.filter { $0.brand != analysis.client }
    }

    /// The brand that the paper leads with: the client's, where it is carried most, or the most widely carried one. `nil`
    /// when the client's is not carried in either month.
    var lead: ShelfLine? {
        analysis.categories.flatMap(\.brands).filter { analysis.client == nil || $0.brand == analysis.client }
            .max { $0.current.storesHandling < $1.current.storesHandling }
    }

    var showsCategory: Bool { analysis.categories.count > 1 }
}
