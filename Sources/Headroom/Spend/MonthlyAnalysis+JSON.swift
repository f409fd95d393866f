import Formats
import MediaSpend
import Monetary
import WorkTime

extension MonthlyAnalysis {
    /// The members that `spend report --json` states. An absent figure is `null`, and beside it stands why, by the name
    /// of its ``AbsenceReason``.
    func json(from origins: SpendOrigins, _ commentary: JSONValue) -> JSONValue {
        .object(
            [
                ("month", .string(month.description)),
                ("set", set.json),
                ("brand", client.map(JSONValue.string) ?? .null),
                ("currency", .string(market.currency.code)),
                ("basis", .string(market.basis.rawValue)),
                ("commentary", commentary),
                ("total", brands.totalJSON),
                ("sov", .object(categories.map { ($0.category, .lines($0.brands.lines, \.json)) })),
                ("brands", .lines(brands.lines, \.json)),
                ("categories", .array(categoryShares.lines.map { $0.json(named: "category") })),
            ] + list("yearToDate", of: yearToDate.lines, knownFrom: yearToDate.total) { $0.json }
                + list("mat", of: movingAnnualTotal.lines, knownFrom: movingAnnualTotal.total) { $0.json } + [
                    ("mediaMix", .array(mediaMix.lines.map(\.json))),
                    ("concentration", .array(categories.map { $0.concentration.json })),
                ] + list("movers", of: movers.lines, knownFrom: brands.previousTotal) { $0.json }
                + list("entrants", entrants.lines) { $0.json } + list("lapsed", lapsed.lines) { $0.json } + [
                    ("decomposition", .array(decompositions.map(\.json))),
                    ("decompositionMethod", .string(decompositionMethod.rawValue)),
                    ("shareChange", shareChangeJSON), ("excessShare", excessShare?.json ?? .null),
                    ("contactCosts", contactCosts?.json ?? .null),
                    ("bursts", .array(bursts.lines.map { .object($0.json) })),
                    ("flights", flighting.json), ("patterns", patterns.json),
                ] + figure("outlook", outlook.map(\.json)) + figure("outlookCheck", outlookCheck.map(\.json))
                + figure("seasonalIndex", seasonalIndex.map { .array($0.values.map(JSONValue.number)) }) + [
                    ("quality", qualityJSON(origins))
                ] + origins.json)
    }

    private func qualityJSON(_ origins: SpendOrigins) -> JSONValue {
        [
            "source": .string(market.source),
            "countsInsertions": .bool(market.countsInsertions),
            "months": .array(market.months.map { .string($0.description) }),
            "missingMonths": .array(missingMonths.map { .string($0.description) }),
            "checks": .array(origins.checks.map(\.json)),
        ]
    }
}

// MARK: Lists that may be absent

private func list<Line: Sendable>(
    _ key: String, _ lines: Derived<[Line]>, _ json: @escaping @Sendable (Line) -> JSONValue
) -> [JSONMember] {
    figure(key, lines.map { .lines($0, json) })
}

/// Lines whose sums are all unknown when that of the whole set is: some month of the period was not delivered.
private func list<Line: Sendable>(
    _ key: String, of lines: [Line], knownFrom total: Money?, _ json: @escaping @Sendable (Line) -> JSONValue
) -> [JSONMember] {
    list(key, total == nil ? .absent(.notDelivered) : .value(lines), json)
}

private func currency(_ amounts: Money?...) -> [JSONMember] {
    amounts.compactMap(\.self).first.map { [("currency", .string($0.currency.code))] } ?? []
}

// MARK: Parts

extension CompetitiveSet {
    fileprivate var json: JSONValue {
        [
            "name": name.map(JSONValue.string) ?? .null,
            "categories": .array(categories.map(JSONValue.string)),
            "brands": .array(brands.map(JSONValue.string)),
        ]
    }
}

extension ShareOfSpend {
    fileprivate var totalJSON: JSONValue {
        .object(
            figure("spend", total) + figure("previousSpend", previousTotal) + figure("yearAgoSpend", yearAgoTotal)
                + figure("monthOnMonth", monthOnMonth) + figure("yearOnYear", yearOnYear) + currency(total))
    }
}

extension ShareOfSpend.Line {
    fileprivate var json: JSONValue { json(named: "brand") }

    fileprivate func json(named kind: String) -> JSONValue {
        .object(
            [(kind, .string(brand))] + figure("spend", spend) + figure("share", share) + figure("rank", rank)
                + figure("previousSpend", previousSpend) + figure("previousRank", previousRank)
                + figure("monthOnMonth", monthOnMonth) + figure("yearAgoSpend", yearAgoSpend)
                + figure("yearOnYear", yearOnYear) + figure("shareChange", shareChange)
                + figure("shareChangeInYear", shareChangeInYear)
                + currency(spend, previousSpend, yearAgoSpend))
    }
}

extension YearToDate.Line {
    fileprivate var json: JSONValue {
        .object(
            [("brand", .string(brand))] + figure("yearToDate", spend) + figure("yearToDatePrevious", previousSpend)
                + figure("share", share) + figure("growth", growth) + currency(spend, previousSpend))
    }
}

extension MovingAnnualTotal.Line {
    fileprivate var json: JSONValue {
        .object(
            [("brand", .string(brand))] + figure("mat", total) + figure("matPrevious", previousTotal)
                + figure("growth", growth) + currency(total, previousTotal))
    }
}

extension MediaMix.Line {
    fileprivate var json: JSONValue {
        .object(
            [("category", .string(category)), ("medium", .string(medium))] + figure("month", spend.spend)
                + figure("yearAgo", yearAgo.spend) + figure("yearToDate", yearToDate.spend)
                + figure("yearToDatePrevious", yearToDatePrevious.spend) + figure("share", spend.share)
                + figure("yearAgoShare", yearAgo.share) + figure("yearOnYear", yearOnYear)
                + figure("yearToDateGrowth", yearToDateGrowth) + currency(spend.spend, yearAgo.spend, yearToDate.spend))
    }
}

extension Concentration {
    fileprivate var json: JSONValue {
        .object(
            [("category", .string(category))] + figure("herfindahl", herfindahlIndex)
                + figure("fourLargest", fourLargest) + [("brands", .integer(brands))])
    }
}

extension Movers.Line {
    fileprivate var json: JSONValue {
        .object(
            [
                ("brand", .string(brand)), ("spend", spend.json), ("previousSpend", previousSpend.json),
                ("change", change.json),
            ] + figure("contribution", contribution) + figure("growth", growth) + currency(spend))
    }
}

extension Entrants.Line {
    fileprivate var json: JSONValue {
        .object([("brand", .string(brand)), ("spend", spend.json)] + currency(spend))
    }
}

extension LapsedBrands.Line {
    fileprivate var json: JSONValue {
        .object([("brand", .string(brand)), ("previousSpend", previousSpend.json)] + currency(previousSpend))
    }
}

extension Decomposition {
    fileprivate var json: JSONValue {
        .object(
            [
                ("category", .string(category)), ("fromMonth", .string(fromMonth.description)),
                ("toMonth", .string(toMonth.description)),
            ] + figure("from", from) + figure("to", to) + part("volume", \.volume) + part("mix", \.mix)
                + part("price", \.price) + part("new", \.new) + part("lost", \.lost) + part("residual", \.residual)
                + currency(from, to))
    }

    private func part(_ key: String, _ path: KeyPath<Parts, Money>) -> [JSONMember] {
        figure(key, parts.map { $0[keyPath: path].json })
    }
}
