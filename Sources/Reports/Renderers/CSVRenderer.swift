import Formats
import Monetary
import WorkTime

/// A paper's tables as CSV, one file for each, every row and no totals: the reader's program adds up itself.
///
/// Values are bare: days as `2026-02-14`, amounts with their currency's decimals, per cent as fractions, lengths of
/// work in minutes; a heading says its unit. What is missing is an empty field. Files that are not plain ASCII begin
/// with a byte order mark, without which Excel misreads Chinese.
public struct CSVRenderer: Renderer {
    public init() {}

    public func render(_ report: Report) -> Rendering {
        let book = Phrasebook(report.language)
        return Rendering(
            report.tables.map { table in
                var writer = CSVWriter()
                writer.write(table.columns.indices.map { .text(heading(of: $0, in: table, book)) })
                for row in table.rows { writer.write(row.map(\.figure.csvCell)) }
                let mark = writer.text.utf8.contains { $0 >= 0x80 } ? "\u{FEFF}" : ""
                return Rendering.File(part: table.id, fileExtension: "csv", bytes: Array((mark + writer.text).utf8))
            })
    }

    /// The heading and, where the bare values need it, their unit.
    private func heading(of index: Int, in table: Table, _ book: Phrasebook) -> String {
        let heading = table.columns[index].heading
        let figures = table.rows.map { $0[index].figure }
        if figures.contains(where: { if case .work = $0 { true } else { false } }) {
            return book.say(LayoutPhrase.headingWithUnit(heading, book.say(.minutes)))
        }
        guard let currency = table.currency(ofColumn: index), !heading.contains(currency) else { return heading }
        return book.say(LayoutPhrase.headingWithUnit(heading, currency))
    }
}

extension Renderer where Self == CSVRenderer {
    public static var csv: Self { CSVRenderer() }
}

extension Figure {
    fileprivate var csvCell: CSVCell {
        switch self {
        case .text(let text): text.isEmpty ? .empty : .text(text)
        case .integer(let count): .integer(count)
        case .number(let value, _), .percent(let value, _), .points(let value, _):
            value.isFinite ? .number(value) : .empty
        case .money(let money): .figure(money.amount)
        case .day(let day): .figure(day.description)
        case .minute(let minute): .figure(minute.description)
        case .month(let month): .figure(month.description)
        case .work(let length): .integer(length.minutes.count)
        case .absent: .empty
        }
    }
}
