import Diagnostics
import MediaSpend
import Monetary

/// What lines state that call themselves totals.
struct StatedTotals {
    /// The spend of all rows before the last such line, in minor units.
    var before: Int128 = 0
}

/// Words by which a line of a report says that it is a total.
enum TotalWords {
    /// Whether any field of a record is one of them, perhaps with a colon behind it.
    static func stand(in record: RecordView, _ block: Span<UInt8>) -> Bool {
        record.fields.indices.contains { column in
            let field = record.fields[column]
            // Most fields are figures, or longer than any such word.
            guard field.start < field.end, field.end - field.start <= longest, !isDigit(block[field.start]) else {
                return false
            }
            return isOne(record.text(column, in: block))
        }
    }

    static func isOne(_ text: String) -> Bool {
        guard text.utf8.count <= longest else { return false }
        let word = text.lowercased().filter { $0 != " " && $0 != ":" && $0 != "：" && $0 != "\u{3000}" }
        return words.contains(word)
    }

    /// In bytes, with blanks around it.
    private static let longest = 40

    private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }

    private static let words: Set<String> = [
        "total", "grandtotal", "totals", "subtotal", "sub-total", "sum", "合计", "总计", "小计", "总和", "共计", "合計", "總計", "小計",
        "totalgeneral", "totalparcial", "suma", "gesamt", "gesamtsumme", "summe", "zwischensumme", "insgesamt",
    ]
}

extension RowReader {
    /// Compares a line that calls itself a total with the rows before it: all of them, or those since the last such line.
    mutating func compareTotal(_ amount: Int64?, _ record: RecordView, _ map: ColumnMap, in block: Span<UInt8>) {
        lines.totals += 1
        let sum = totals.spend
        defer { statedTotals.before = sum }
        guard let amount, let currency, Int128(amount) != sum, Int128(amount) != sum - statedTotals.before else {
            return
        }
        ledger.report("spend.total-row", .warning) {
            record.finding(
                "spend.total-row", .warning,
                "the line states a total of \(Money(minorUnits: amount, currency)), and the rows before it add up to "
                    + "\(Money(minorUnits: Int64(clamping: sum), currency))",
                advice: "the rows are counted, the line is not; ask the vendor which rows are missing",
                field: map.spend,
                in: block)
        }
    }

    /// A name that is a word for a total, where the layout takes every line for a row: it would be counted twice.
    mutating func reportTotalNames() {
        guard !layout.rows.totalsAreSkipped else { return }
        for dimension in SpendDimension.named {
            let names = coder.vocabulary[dimension]
            for code in 1..<max(names.count, 1) where TotalWords.isOne(names.name(of: UInt32(code))) {
                let finding = Finding(
                    "spend.total-name", .warning,
                    "“\(names.name(of: UInt32(code)))” is the name of a \(dimension.rawValue): its rows may be totals of others",
                    advice: "if they are, let the layout say so: rows: {totals: skipped}")
                ledger.report(finding)
            }
        }
    }
}
