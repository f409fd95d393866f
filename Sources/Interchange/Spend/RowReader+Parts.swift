import Diagnostics
import MediaSpend
import Monetary

extension RowReader {
    /// Remembers what a row says of the group that it belongs to.
    ///
    /// - Parameter spend: minor units; `nil` where the row states none.
    mutating func noteParts(_ record: RecordView, _ map: ColumnMap, spend: Int64?, in block: Span<UInt8>) {
        guard let columns = map.parts else { return }
        let group = record.text(columns.group, in: block)
        guard !group.isEmpty else { return }
        let reading = amount(in: record[columns.total], block)
        var total: Int64?
        switch reading {
        case .amount(let amount): total = amount
        case .empty: break
        case .fault: report(reading, at: columns.total, of: record, in: block)
        }
        parts.add(group, line: record.line, total: total, spend: spend)
    }

    /// Says which groups do not add up to what they state.
    mutating func reportParts() {
        guard let rule = layout.rows.parts, let currency else { return }
        let tolerance = (try? layout.amounts.minorUnits(of: Array(rule.tolerance.utf8).span, in: currency)) ?? 0
        let wrong = parts.mismatches(beyond: tolerance.magnitude)
        for group in wrong { ledger.report(mismatch(of: group, rule, currency)) }
        if !wrong.isEmpty {
            ledger.report(
                Finding(
                    "spend.parts-total-count", .warning,
                    "\(wrong.count) of \(parts.groups.count) groups of one \(rule.group) do not add up to their "
                        + rule.total,
                    advice: "\(layout.spend) counts as it stands; ask the vendor which of the two is right"))
        }
        reportTotalsAlone(rule, currency)
    }

    private func mismatch(of group: PartsLedger.Group, _ rule: RowRule.Parts, _ currency: Currency) -> Finding {
        let sum = Money(minorUnits: Int64(clamping: group.sum), currency)
        let stated = group.total.map { "\(Money(minorUnits: $0, currency))" } ?? ""
        let message =
            group.isAmbiguous
            ? "the rows of \(rule.group) \(group.name) state different totals, the first \(stated)"
            : "the rows of \(rule.group) \(group.name) add up to \(sum), and \(rule.total) says \(stated)"
        return Finding(
            "spend.parts-total", .warning, message,
            advice: "\(layout.spend) counts as it stands; ask the vendor which of the two is right",
            at: SourcePlace(file: file, line: group.line, column: 1))
    }

    /// Spend that only a total states is in no row, so nobody would miss it.
    private mutating func reportTotalsAlone(_ rule: RowRule.Parts, _ currency: Currency) {
        let alone = parts.withoutParts
        guard let first = alone.first else { return }
        let sum = alone.reduce(Int128(0)) { $0 + Int128($1.total ?? 0) }
        ledger.report(
            Finding(
                "spend.totals-without-parts", .warning,
                "\(alone.count) groups of one \(rule.group) state \(Money(minorUnits: Int64(clamping: sum), currency)) "
                    + "as \(rule.total) and no \(layout.spend)",
                advice: "this spend is not counted; ask the vendor for the parts",
                at: SourcePlace(file: file, line: first.line, column: 1)))
    }
}
