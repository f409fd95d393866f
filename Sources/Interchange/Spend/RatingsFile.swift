public import Diagnostics
import Formats
public import Monetary
public import WorkTime

/// A table of a vendor of audience measurement: the columns `month`, `brand`, `medium`, at least one of `ratings` (gross
/// rating points) and `impressions` (contacts, counted one by one), and perhaps `audience`, the target group.
///
/// One record for each month, brand and medium. Where a figure is left empty it is not known, which is not zero.
///
/// Findings: those of `CSVTable`, `ratings.no-column`, `ratings.no-month`, `ratings.no-brand`, `ratings.no-medium`,
/// `ratings.no-number`, `ratings.out-of-range`, `ratings.not-whole`, `ratings.twice`, `ratings.several-audiences`.
public enum RatingsFile {
    /// What a file states.
    public struct Reading: Sendable {
        /// `nil` where no record names one.
        public let audience: String?
        /// In the order of the file.
        public let records: [Record]
        /// What may not be meant.
        public let findings: [Finding]
    }

    /// What was counted of a brand in a medium in a month; `nil` is not known.
    public struct Record: Hashable, Sendable {
        public let month: CivilMonth
        public let brand: Located<String>
        public let medium: Located<String>
        public let ratingPoints: Rate?
        public let impressions: Rate?
    }

    /// Beyond these no figure of a month is: both are far above what all people on earth could be shown.
    static let mostRatingPoints = Rate(100_000_000)
    static let mostImpressions = Rate(1_000_000_000_000_000)
    /// Of rating points; what is finer is no measurement.
    static let finest = Rate(1_000_000)

    /// - Throws: a `Rejection` with everything that is wrong with the file.
    public static func read(_ source: SourceText) throws(Rejection) -> Reading {
        var reader = RatingsReader(source)
        reader.readAll()
        let findings = FindingList(reader.findings.inReadingOrder.map(source.showing))
        try findings.throwIfErrors()
        return Reading(audience: reader.audience?.value, records: reader.records, findings: findings.inReadingOrder)
    }
}

private struct RatingsReader {
    let table: CSVTable
    private(set) var findings: FindingList
    private var tally = FindingTally()
    private(set) var records: [RatingsFile.Record] = []
    /// That of the first record; empty where it names none.
    private var firstAudience: Located<String>?
    private var otherAudiences: Set<String> = []
    private var seen: [Key: SourcePlace] = [:]

    private struct Key: Hashable {
        let month: CivilMonth
        let brand: String
        let medium: String
    }

    var audience: Located<String>? { firstAudience.flatMap { $0.value.isEmpty ? nil : $0 } }

    init(_ source: SourceText) {
        let bytes = Array(source.text.utf8)
        table = CSVTable(
            bytes, file: source.file, delimiter: CSVDelimiter.guess(from: bytes),
            required: ["month", "brand", "medium"], optional: ["ratings", "impressions", "audience"])
        findings = table.findings
    }

    mutating func readAll() {
        guard let header = table.header else { return }
        if header.position(of: "ratings") == nil, header.position(of: "impressions") == nil {
            findings.report(
                header.record.finding(
                    "ratings.no-column", .error, "neither “ratings” nor “impressions” is among the columns",
                    advice: "name a column of gross rating points “ratings”, one of contacts “impressions”", field: 0))
        }
        guard !findings.hasErrors else { return }
        for record in table.records {
            let fields = LocatedFields(table, record)
            check(audience: fields["audience"], at: fields.place)
            if let record = self.record(fields) { records.append(record) }
        }
        findings.report(contentsOf: tally.findings)
    }

    /// Reports all that is wrong with a record, not only the first.
    private mutating func record(_ fields: LocatedFields) -> RatingsFile.Record? {
        let month = fields["month"].flatMap { CivilMonth($0.value) }
        if month == nil {
            report(
                "ratings.no-month", "“\(fields["month"]?.value ?? "")” is no month", "write a month such as 2025-12",
                at: fields["month"]?.place ?? fields.place)
        }
        let brand = fields["brand"]
        if brand == nil {
            report("ratings.no-brand", "no brand is named", "write its name as the spend data do", at: fields.place)
        }
        let medium = fields["medium"]
        if medium == nil {
            report("ratings.no-medium", "no medium is named", "write its name as the spend data do", at: fields.place)
        }
        let points = number(
            fields["ratings"], most: RatingsFile.mostRatingPoints, of: "rating points", parts: RatingsFile.finest)
        let impressions = number(fields["impressions"], most: RatingsFile.mostImpressions, of: "contacts", parts: 1)
        guard let month, let brand, let medium else { return nil }
        if let twin = seen.updateValue(
            fields.place, forKey: Key(month: month, brand: brand.value, medium: medium.value))
        {
            report(
                "ratings.twice", "\(month) has “\(brand.value)” in “\(medium.value)” already in line \(twin.line)",
                "keep one of the two, or add them up if they are of different vehicles", at: fields.place)
        }
        return RatingsFile.Record(
            month: month, brand: brand, medium: medium, ratingPoints: points, impressions: impressions)
    }

    /// - Parameter parts: how many parts of one can be told apart.
    private mutating func number(_ text: Located<String>?, most: Rate, of kind: String, parts: Rate) -> Rate? {
        guard let text else { return nil }
        let said = text.value
        guard !said.hasSuffix("%"), let number = try? Rate(said) else {
            report(
                "ratings.no-number", "“\(said)” is no number of \(kind)",
                "write digits alone, such as 1250\(parts == 1 ? "000" : ".5"), and nothing where it is not known",
                at: text.place)
            return nil
        }
        guard !number.isNegative, number <= most else {
            report(
                "ratings.out-of-range", "“\(said)” is no number of \(kind) that a month can have",
                "write a number from 0 to \(most)", at: text.place)
            return nil
        }
        guard let counted = try? number * parts, counted.denominator == 1 else {
            report(
                "ratings.not-whole",
                parts == 1 ? "“\(said)” is no whole number of \(kind)" : "“\(said)” is finer than six decimals",
                parts == 1 ? "write single contacts, not thousands" : "round it", at: text.place)
            return nil
        }
        return number
    }

    /// Rating points are per cent of a target group: those of two groups are of two wholes.
    private mutating func check(audience: Located<String>?, at place: SourcePlace) {
        guard table.header?.position(of: "audience") != nil else { return }
        let said = audience ?? Located("", at: place)
        guard let first = firstAudience else {
            firstAudience = said
            return
        }
        guard said.value != first.value, otherAudiences.insert(said.value).inserted else { return }
        func quoted(_ name: String) -> String { name.isEmpty ? "no target group" : "the target group “\(name)”" }
        report(
            "ratings.several-audiences", "here is \(quoted(said.value)), and before it \(quoted(first.value))",
            "keep the records of one target group: those of several cannot be added up", at: said.place)
    }

    private mutating func report(_ id: FindingID, _ message: String, _ advice: String, at place: SourcePlace?) {
        tally.report(id) { Finding(id, .error, message, advice: advice, at: place) }
    }
}
