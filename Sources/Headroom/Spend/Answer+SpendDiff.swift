import Diagnostics
import Formats
import Interchange
import MediaSpend
public import Parallel
import Reports
import Store

extension Answer {
    /// What became of the rows of one month file in another; negative when the old periods are stated otherwise.
    ///
    /// - Parameters:
    ///   - old: the earlier file.
    ///   - new: the later one, of the same layout.
    ///   - layout: the name of a layout of the seeds, or its file; `nil`: the one that fits the old file.
    ///   - year: the year of both, where a layout's months are numbers; `nil`: from each file's name.
    /// - Throws: a `Rejection` with everything that is wrong with both files; ``Failure``.
    public static func spendDiff(
        from old: String, to new: String, layout: String? = nil, year: Int? = nil, on workers: Workers = .all
    ) throws -> Answer {
        try translatingSpendFaults {
            let layout = try Layout(named: layout, fitting: old)
            let reader = MonthFileReader(layout, year: year)
            var findings = FindingList()
            let before = try wholeCube(of: old, reader, on: workers, &findings)
            let after = try wholeCube(of: new, reader, on: workers, &findings)
            try findings.throwIfErrors()
            guard let before, let after else { preconditionFailure("a file without faults has no rows") }
            try checkCurrencies(before.market, after.market)
            let comparison = DeliveryComparison(from: before, to: after, by: layout.rowIdentity)
            // Two editions of a month are often told apart by their folders only.
            let areAlike = old.fileName == new.fileName
            return answer(
                comparison, name: new.fileName, old: areAlike ? old : old.fileName,
                new: areAlike ? new : new.fileName, findings.inReadingOrder,
                members: [("from", .string(old)), ("to", .string(new))])
        }
    }

    /// What became of the rows of one stored delivery in another.
    ///
    /// - Parameters:
    ///   - number: the later delivery, as `spend checks` numbers them.
    ///   - base: the earlier one.
    ///   - layout: the name or the file of the layout that both came through, whose key tells rows apart; `nil`: the layout
    ///     of that name in the seeds. Where there is none, rows are told apart by all that they say.
    /// - Throws: a `Rejection` when there are no such deliveries, or of two sources; ``Failure``.
    public static func spendDiff(
        of number: Int64, against base: Int64, layout: String? = nil, in store: String
    ) throws -> Answer {
        try translatingSpendFaults {
            let workspace = try Workspace.existing(at: store)
            let old = try workspace.delivery(numbered: base)
            let new = try workspace.delivery(numbered: number)
            guard old.delivery.source == new.delivery.source else {
                throw Rejection(findings: [
                    Finding(
                        "spend.another-layout", .error,
                        "delivery \(base) is of “\(old.delivery.source)”, and \(number) of “\(new.delivery.source)”",
                        advice: "compare two deliveries of one layout")
                ])
            }
            let before = try workspace.wholeCube(of: old)
            let after = try workspace.wholeCube(of: new)
            let identity = try rowIdentity(of: old.delivery.source, layout)
            return answer(
                DeliveryComparison(from: before, to: after, by: identity),
                name: new.delivery.file, old: "\(base) · \(old.delivery.file)", new: "\(number) · \(new.delivery.file)",
                [],
                members: [("from", .integer(Int(base))), ("to", .integer(Int(number)))])
        }
    }

    private static func answer(
        _ comparison: DeliveryComparison, name: String, old: String, new: String, _ findings: [Finding],
        members: [JSONMember]
    ) -> Answer {
        Answer(
            name: "\(stem(of: name)).spend-diff", findings: findings, isNegative: !comparison.isUnchanged,
            body: .object(members + comparison.members),
            paper: SpendDiffPaper(comparison, old: old, new: new))
    }

    private static func rowIdentity(of source: String, _ layout: String?) throws -> RowIdentity {
        if let layout { return try Layout(named: layout, fitting: nil).rowIdentity }
        return Layout.seeds.first { $0.name == source }?.rowIdentity ?? RowIdentity()
    }

    /// The rows of a file by all that they say; `nil` when it has faults, which are reported.
    private static func wholeCube(
        of path: String, _ reader: MonthFileReader, on workers: Workers, _ findings: inout FindingList
    ) throws -> Cube? {
        do {
            var cube = DeliveredCube(
                by: SpendDimension.allCases, of: reader.layout, within: nil, on: workers)
            findings.report(contentsOf: try cube.add(path, reader))
            return try cube.finish().whole()
        } catch let rejection as Rejection {
            findings.report(contentsOf: rejection.findings)
            return nil
        }
    }

    private static func checkCurrencies(_ old: MarketData, _ new: MarketData) throws(Rejection) {
        guard old.currency != new.currency else { return }
        throw Rejection(findings: [
            Finding(
                "spend.another-currency", .error,
                "the old file states amounts in \(old.currency.code), and the new one in \(new.currency.code)",
                advice: "compare files in one currency")
        ])
    }

    /// For naming papers: letters, digits and what joins them.
    private static func stem(of name: String) -> String {
        let stem = name.prefix { $0 != "." }
        return stem.isEmpty || stem == "-" ? "deliveries" : String(stem)
    }
}

extension Workspace {
    /// - Throws: a `Rejection` when there is no such delivery.
    fileprivate func delivery(numbered number: Int64) throws -> StoredDelivery {
        let deliveries = try deliveries()
        if let found = deliveries.first(where: { $0.id.rawValue == number }) { return found }
        throw Rejection(findings: [unknownDelivery(number, among: deliveries)])
    }

    /// What counts of a source when nothing does after a delivery.
    ///
    /// - Throws: a `Rejection` when there is no such delivery.
    func choice(asOf last: DeliveryID?) throws -> DeliveryChoice {
        let deliveries = try last == nil ? [] : deliveries()
        guard let last, !deliveries.contains(where: { $0.id == last }) else { return DeliveryChoice(asOf: last) }
        throw Rejection(findings: [unknownDelivery(last.rawValue, among: deliveries)])
    }

    func unknownDelivery(_ number: Int64, among deliveries: [StoredDelivery]) -> Finding {
        let last = deliveries.suffix(6).map { "\($0.id) (\($0.delivery.file))" }.joined(separator: ", ")
        return Finding(
            "spend.unknown-delivery", .error, "“\(name)” holds no delivery \(number)",
            advice: last.isEmpty ? "import month files with headroom spend import" : "the last ones are \(last)")
    }

    /// The rows of one delivery by all that they say.
    fileprivate func wholeCube(of stored: StoredDelivery) throws -> Cube {
        guard let cube = try cube(of: stored.delivery.source, by: SpendDimension.allCases, .only(stored.id)) else {
            throw Failure(.ours, name, cause: "delivery \(stored.id) went away while being read")
        }
        return cube
    }
}
