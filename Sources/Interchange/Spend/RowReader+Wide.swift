import MediaSpend
import Monetary

extension RowReader {
    /// Takes in a line of a wide file: an occurrence for each of the columns side by side that states an amount.
    mutating func takeWide(
        _ record: RecordView, _ map: ColumnMap, in block: Span<UInt8>, emit: (Occurrence) -> Void
    ) {
        if currency == nil { readCurrency(record, map, in: block) }
        let amounts = map.unpivoted.map { amount(in: record[$0.spend], block) }
        guard isWideRow(record, amounts, in: block) else { return }
        guard hasRightWidth(record, map, in: block) else { return }
        for (unpivoted, amount) in zip(map.unpivoted, amounts) where amount.isFault {
            report(amount, at: unpivoted.spend, of: record, in: block)
        }
        let stated = zip(map.unpivoted, amounts).compactMap { unpivoted, amount in
            amount.stated(skippingZeros: layout.unpivot?.zerosAreSkipped == true).map { (unpivoted, $0) }
        }
        guard !stated.isEmpty, let common = occurrence(record, map, in: block) else { return }
        checkKey(record, map, in: block)
        for (unpivoted, amount) in stated { emit(row(like: common, unpivoted, amount, record, in: block)) }
    }

    private mutating func row(
        like common: Occurrence, _ unpivoted: ColumnMap.UnpivotedColumn, _ amount: Int64, _ record: RecordView,
        in block: Span<UInt8>
    ) -> Occurrence {
        var row = common
        if let unpivot = layout.unpivot { row[unpivot.dimension] = unpivotedCodes[unpivoted.number] }
        row.spend = amount
        if let column = unpivoted.insertions { row.insertions = insertions(record, column, in: block) }
        totals.add(row)
        return row
    }

    /// Whether a line is one that counts; what else it is, is counted or reported.
    private mutating func isWideRow(
        _ record: RecordView, _ amounts: [AmountReading], in block: Span<UInt8>
    ) -> Bool {
        if layout.rows.totalsAreSkipped, TotalWords.stand(in: record, block) {
            lines.totals += 1
            return false
        }
        if amounts.allSatisfy({ $0.isEmpty || $0.isFault }) {
            if let header = repeatedHeader(in: record, block) {
                begin(header)
                return false
            }
            if layout.rows.othersAreSkipped, amounts.allSatisfy(\.isEmpty) {
                lines.others += 1
                return false
            }
        }
        guard let map, isCounted(record, map, in: block) else {
            lines.filtered += 1
            return false
        }
        return true
    }
}

extension RowReader.AmountReading {
    fileprivate var isFault: Bool { if case .fault = self { true } else { false } }

    fileprivate func stated(skippingZeros: Bool) -> Int64? {
        guard case .amount(let amount) = self, amount != 0 || !skippingZeros else { return nil }
        return amount
    }
}
