import Costing
import Diagnostics
import Formats
import Monetary
import WorkTime

/// Reads the lines of a ledger; what is wrong with one is reported and reading goes on.
struct LedgerRows {
    enum Reading {
        case event(LedgerDraft.Row)
        /// A line at fault, by its id and the order that it may have been.
        case unread([String])
    }

    private let columns: LedgerColumns
    private var tally = FindingTally()
    private var hasPoint = false
    private var hasComma = false

    init(_ columns: LedgerColumns) { self.columns = columns }

    var findings: [Finding] { tally.findings }

    /// Whether every mark in the amounts of the file is a comma: then it stands before the decimals.
    var writesDecimalCommas: Bool { hasComma && !hasPoint }

    mutating func read(_ record: some TableRecord) -> Reading {
        let id = text(.id, record)
        let kind = required(.kind, record) { text throws(TextFault) in try CostEvent.Kind.reading(text) }
        let date = required(.date, record, Self.day)
        if id == nil, columns[.id] != nil { report(Self.withoutID, .id, record) }
        guard let id, let kind, let date else {
            return .unread([id?.value, text(.order, record)?.value].compactMap(\.self))
        }
        var row = LedgerDraft.Row(id: id, kind: kind, date: date)
        readFields(record, into: &row)
        return .event(row)
    }

    /// The job of a line: its own, or that of all.
    mutating func job(_ record: some TableRecord, within job: JobID?) -> JobID? {
        guard let stated = text(.job, record) else {
            if job == nil, columns[.job] != nil {
                report(
                    TextFault(
                        "cost.no-job", "this line names no job", advice: "name its job, or give one for all: --job"),
                    .job, record)
            }
            return job
        }
        guard let job, job.rawValue != stated.value else { return JobID(stated.value) }
        report(
            TextFault(
                "cost.other-job", "this line is of the job “\(stated.value)”, not of “\(job)”",
                advice: "leave --job out, so that each line is posted to its own job"), .job, record)
        return nil
    }

    // MARK: Fields

    private mutating func readFields(_ record: some TableRecord, into row: inout LedgerDraft.Row) {
        for field in Self.texts { row[field] = text(field, record) }
        for field in Self.amounts { row[field] = amount(field, record) }
        row.due = optional(.due, record, Self.day)
        row.rateDate = optional(.rateDate, record, Self.day)
    }

    private static let texts: [LedgerDraft.Field] = [
        .line, .order, .party, .currency, .rate, .rateSource, .settles, .percent, .units, .milestone, .memo,
    ]
    private static let amounts: [LedgerDraft.Field] = [.amount, .tax, .bookAmount]

    private mutating func amount(_ field: LedgerDraft.Field, _ record: some TableRecord) -> Located<String>? {
        guard let amount = text(field, record) else { return nil }
        for byte in amount.value.utf8 {
            if byte == UInt8(ascii: ".") { hasPoint = true }
            if byte == UInt8(ascii: ",") { hasComma = true }
        }
        return amount
    }

    private func text(_ field: LedgerDraft.Field, _ record: some TableRecord) -> Located<String>? {
        guard let position = columns[field], !record.isEmpty(position) else { return nil }
        let text = record[position].trimmed
        return text.isEmpty ? nil : Located(text, at: record.place(of: position))
    }

    private mutating func required<Value>(
        _ field: LedgerDraft.Field, _ record: some TableRecord, _ read: (String) throws(TextFault) -> Value
    ) -> Located<Value>? {
        guard let position = columns[field] else { return nil }
        return value(Located(record[position].trimmed, at: record.place(of: position)), field, record, read)
    }

    private mutating func optional<Value>(
        _ field: LedgerDraft.Field, _ record: some TableRecord, _ read: (String) throws(TextFault) -> Value
    ) -> Located<Value>? {
        text(field, record).flatMap { value($0, field, record, read) }
    }

    private mutating func value<Value>(
        _ stated: Located<String>, _ field: LedgerDraft.Field, _ record: some TableRecord,
        _ read: (String) throws(TextFault) -> Value
    ) -> Located<Value>? {
        do throws(TextFault) {
            return Located(try read(stated.value), at: stated.place)
        } catch {
            report(error, field, record)
            return nil
        }
    }

    private static func day(_ text: String) throws(TextFault) -> CivilDay {
        if let day = CivilDay(text) { return day }
        throw TextFault(
            "cost.bad-date", text.isEmpty ? "the date is missing" : "“\(text)” is not a date",
            advice: "write year, month and day: 2026-03-31")
    }

    private static let withoutID = TextFault(
        "cost.no-id", "this line has no id", advice: "give the number of its document, different from all others")

    private mutating func report(_ fault: TextFault, _ field: LedgerDraft.Field, _ record: some TableRecord) {
        let position = columns[field] ?? 0
        tally.report(fault.id) {
            Finding(fault, at: record.place(of: position), excerpt: record.excerpt(of: position))
        }
    }
}
