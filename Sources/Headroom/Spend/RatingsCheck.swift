import Diagnostics
import Interchange
import MediaSpend
import WorkTime

/// A table of ratings set beside the names that the data know.
struct RatingsCheck {
    /// Those of the brands that a paper is about.
    let ratings: AudienceRatings
    private(set) var findings: FindingList

    /// The names that occur in the data.
    struct Known {
        let media: [String]
        let brands: Swift.Set<String>
        /// Those that a paper is about.
        let brandsInScope: Swift.Set<String>
        /// Those that spend outside of the category that is asked about as well.
        let brandsElsewhere: Swift.Set<String>
    }

    private let source: SourceText
    private let known: Known

    /// - Throws: a `Rejection` with everything that is wrong with the file itself. Names that the data do not know are
    ///   errors among the findings.
    init(_ file: InputFile, for month: CivilMonth, _ known: Known) throws {
        var findings = FindingList()
        source = try file.text(findings: &findings)
        let reading = try RatingsFile.read(source)
        findings.report(contentsOf: reading.findings)
        let records = reading.records.filter { known.brandsInScope.contains($0.brand.value) }
        ratings = AudienceRatings(
            audience: reading.audience,
            Dictionary(
                records.map { record in
                    (
                        AudienceRatings.Key(record.month, brand: record.brand.value, medium: record.medium.value),
                        .init(ratingPoints: record.ratingPoints, impressions: record.impressions)
                    )
                }
            ) { first, _ in first })
        self.known = known
        self.findings = findings
        checkNames(reading.records)
        checkScope(reading.records, month)
    }

    /// Each unknown name once, where it stands first: rating points of a brand that the data do not know would dilute
    /// the share of voice of the others unseen.
    private mutating func checkNames(_ records: [RatingsFile.Record]) {
        let brands = known.brands.sorted()
        var tally = FindingTally()
        for brand in firsts(records.map(\.brand)) where !known.brands.contains(brand.value) {
            tally.report("ratings.unknown-brand") {
                finding(
                    "ratings.unknown-brand", .error, "the data know no brand “\(brand.value)”",
                    adviceOnName(brand.value, among: brands), at: brand.place)
            }
        }
        for medium in firsts(records.map(\.medium)) where !known.media.contains(medium.value) {
            tally.report("ratings.unknown-medium") {
                finding(
                    "ratings.unknown-medium", .error, "the data know no medium “\(medium.value)”",
                    adviceOnName(medium.value, among: known.media), at: medium.place)
            }
        }
        findings.report(contentsOf: tally.findings)
    }

    private mutating func checkScope(_ records: [RatingsFile.Record], _ month: CivilMonth) {
        let brands = firsts(records.map(\.brand))
        let outside = brands.filter {
            known.brands.contains($0.value) && !known.brandsInScope.contains($0.value)
        }
        if let first = outside.first {
            report(
                "ratings.outside-set", .note,
                outside.count == 1
                    ? "“\(first.value)” is not among the brands of the paper and was left out"
                    : "“\(first.value)” and \(outside.count - 1) more are not among the brands of the paper "
                        + "and were left out",
                "nothing needs to be done if the table is about more than the paper", at: first.place)
        }
        let elsewhere = brands.filter {
            known.brandsInScope.contains($0.value) && known.brandsElsewhere.contains($0.value)
        }
        if !elsewhere.isEmpty {
            report(
                "ratings.several-categories", .warning,
                "advertised in other categories too: \(named(elsewhere)); their ratings "
                    + "are taken as those of the category",
                "give the ratings of the category alone", at: elsewhere[0].place)
        }
        // With a name misspelt the month may be there after all.
        if !findings.hasErrors, !ratings.covers(month) {
            report(
                "ratings.month-missing", .warning,
                "the table has no figure of \(month) for the brands of the paper; what contacts cost is n/a",
                "add the records of the month", at: source.place(line: 1, column: 1))
        }
    }

    private func named(_ brands: [Located<String>]) -> String {
        let first = brands.prefix(5).map(\.value).joined(separator: ", ")
        return brands.count > 5 ? "\(first) and \(brands.count - 5) more" : first
    }

    private func firsts(_ names: [Located<String>]) -> [Located<String>] {
        var seen: Swift.Set<String> = []
        return names.filter { seen.insert($0.value).inserted }
    }

    private mutating func report(
        _ id: FindingID, _ severity: Severity, _ message: String, _ advice: String, at place: SourcePlace?
    ) {
        findings.report(finding(id, severity, message, advice, at: place))
    }

    private func finding(
        _ id: FindingID, _ severity: Severity, _ message: String, _ advice: String, at place: SourcePlace?
    ) -> Finding {
        source.showing(Finding(id, severity, message, advice: advice, at: place))
    }
}
