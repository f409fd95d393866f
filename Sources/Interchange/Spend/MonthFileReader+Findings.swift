import Diagnostics
import MediaSpend
import Monetary
import WorkTime

extension MonthFileReader {
    /// The first year, 1900 to 2099, in a file's name: 2018 for `comsoc_2018.csv.gz`.
    package static func year(in name: String) -> Int? {
        var digits = ""
        for character in name + "." {
            if character.isASCII, character.isNumber {
                digits.append(character)
                continue
            }
            if digits.count >= 4, let year = Int(digits.prefix(4)), (1900...2099).contains(year) { return year }
            digits = ""
        }
        return nil
    }

    /// The first month in a file's name: 2018-08 for `vendor_2018-08.csv`, `vendor_201808.csv` and `vendor 2018年8月.xlsx`.
    static func month(in name: String) -> CivilMonth? {
        let characters = Array(name)
        for start in characters.indices {
            let digits = characters[start...].prefix { $0.isASCII && $0.isNumber }
            guard start == 0 || !characters[start - 1].isNumber, digits.count == 4 || digits.count == 6,
                let year = Int(String(digits.prefix(4))), (1900...2099).contains(year)
            else { continue }
            let rest = characters[(start + digits.count)...]
            let isMarked = rest.first.map { "-_.年".contains($0) } == true
            let month = digits.count == 6 ? digits.suffix(2) : isMarked ? rest.dropFirst().prefix { $0.isNumber } : []
            if (1...2).contains(month.count), let number = Int(String(month)),
                let found = CivilMonth(year: year, month: number)
            {
                return found
            }
        }
        return nil
    }

    /// Whether it is known which months the file is of, where its rows do not say.
    func checkPeriod(_ year: Int?, in path: String, _ rows: inout RowReader) -> Bool {
        if layout.month.kind == .monthNumber, year == nil {
            rows.report(
                finding:
                    Finding(
                        "spend.unknown-year", .error,
                        "the months of “\(path)” are numbers, and neither its name nor an option says of which year",
                        advice: "say it: --year 2025"))
            return false
        }
        if layout.month.kind == .fileName, rows.calendar.fileMonth == nil {
            rows.report(
                finding:
                    Finding(
                        "spend.unknown-month", .error, "the name of “\(path)” does not say which month it is of",
                        advice: "give it a name with the month in it, such as \(layout.name)_2025-12.csv"))
            return false
        }
        return true
    }

    /// Reports bytes that are no text in a block, once a line.
    ///
    /// - Parameter offset: where the block begins in the file; `nil` when its bytes are not those of the file.
    func reportInvalidText(in block: RecordBlock, _ rows: inout RowReader, offset: Int?) {
        let text = block.text.span
        var start = 0
        while start < text.count {
            do throws(UTF8.ValidationError) {
                _ = try UTF8Span(validating: text.extracting(start..<text.count))
                break
            } catch {
                let position = start + error.byteOffsets.lowerBound
                rows.report(
                    finding: Finding(
                        "spend.wrong-encoding", .error,
                        "this line holds bytes that are no text in UTF-8" + Self.place(position, offset),
                        advice: "state the file's encoding in the layout, such as encoding: gb18030 or windows-1252",
                        at: place(of: position, in: block, rows.file)))
                start = position
                while start < text.count, text[start] != UInt8(ascii: "\n") { start += 1 }
            }
        }
        if let nul = (0..<text.count).first(where: { text[$0] == 0 }) {
            rows.report(
                finding: Finding(
                    "spend.nul-byte", .error, "this line holds a NUL byte" + Self.place(nul, offset),
                    advice: "the file is damaged or no text; fetch it again",
                    at: place(of: nul, in: block, rows.file)))
        }
    }

    private static func place(_ position: Int, _ offset: Int?) -> String {
        offset.map { ", at offset \($0 + position) of the file" } ?? ""
    }

    private func place(of position: Int, in block: RecordBlock, _ file: String) -> SourcePlace {
        SourcePlace(file: file, line: block.firstLine + block.lineFeeds(from: 0, to: position), column: 1)
    }

    func endlessRecord(in path: String, line: Int, offset: Int) -> Finding {
        Finding(
            "spend.endless-row", .error,
            "the row that begins on line \(line), at offset \(offset), is longer than \(Self.recordLimit >> 20) MB",
            advice: "a quote was probably opened and never closed",
            at: SourcePlace(file: path, line: line, column: 1))
    }

    /// What can only be said of the file as a whole.
    func reportWhole(_ rows: inout RowReader) {
        if rows.map == nil, !rows.ledger.hasErrors {
            rows.report(
                finding:
                    Finding(
                        "spend.no-header", .error, "“\(rows.file)” has no line that names its columns",
                        advice: "check that it is the right file, and not empty"))
        } else if rows.totals.rows == 0, !rows.ledger.hasErrors {
            rows.report(
                finding:
                    Finding(
                        "spend.no-rows", .error, "“\(rows.file)” has no row that counts as spend",
                        advice: "check that the layout \(layout.name) is the right one"))
        }
        if !rows.totals.isStatable {
            rows.report(
                finding:
                    Finding(
                        "spend.total-too-large", .error,
                        "the amounts of “\(rows.file)” add up to more than can be stated",
                        advice:
                            "check the unit that the layout states; all sizes together must stay below 2⁶³ minor units")
            )
        }
        rows.reportParts()
        rows.reportTotalNames()
        reportLongPeriods(&rows)
        reportLines(&rows)
    }

    private func reportLongPeriods(_ rows: inout RowReader) {
        guard layout.month.kind.isLongerThanAMonth else { return }
        rows.report(
            finding: Finding(
                "spend.long-periods", .note,
                "the file states whole \(layout.month.kind.rawValue)s; each is counted in its last month",
                advice: "compare \(layout.month.kind.rawValue)s, not the months within them"))
    }

    /// Lines that were passed over are told in numbers: the reader may know how many there should be.
    private func reportLines(_ rows: inout RowReader) {
        let lines = rows.lines
        if lines.skipped > 0 {
            let kinds = [
                (lines.repeatedHeaders, "repeated header", "repeated headers"),
                (lines.others, "page head or piece of a text", "page heads and pieces of texts"),
                (lines.totals, "total", "totals"),
            ].filter { $0.0 > 0 }.map { "\($0) \($0 == 1 ? $1 : $2)" }
            rows.report(
                finding:
                    Finding(
                        "spend.skipped-lines", .note,
                        (lines.skipped == 1 ? "1 line is no row: " : "\(lines.skipped) lines are no rows: ")
                            + kinds.joined(separator: ", "),
                        advice: "nothing needs to be done"))
        }
        if lines.filtered > 0 {
            rows.report(
                finding:
                    Finding(
                        "spend.filtered-rows", .note, "\(lines.filtered) rows do not count, as the layout says",
                        advice: "nothing needs to be done"))
        }
        let others = rows.coder.variantNames
        if others > 0 {
            rows.report(
                finding:
                    Finding(
                        "spend.variant-names", .note,
                        others == 1
                            ? "a key that has a name is also written with another"
                            : "keys that have a name are also written with \(others) others",
                        advice: "the name that sorts first is shown"))
        }
    }

    /// Compares the spend with the total of the other kind of row.
    func reportControl(of delivery: Delivery, _ rows: inout RowReader) {
        guard let control = delivery.control, let rule = layout.rows.control else { return }
        let difference = control.total.minorUnits - delivery.spend.minorUnits
        let tolerance = try? layout.amounts.minorUnits(of: Array(rule.tolerance.utf8).span, in: delivery.currency)
        let isNear = difference.magnitude <= (tolerance ?? 0).magnitude
        let totals =
            "\(layout.spend) adds up to \(delivery.spend) in \(delivery.rows) rows, "
            + "\(control.column) to \(control.total) in \(control.rows)"
        rows.report(
            finding:
                Finding(
                    "spend.control-total", isNear ? .note : .warning,
                    totals
                        + (difference == 0 ? ": equal" : ": \(Money(minorUnits: difference, delivery.currency)) apart"),
                    advice: isNear
                        ? "nothing needs to be done; only \(layout.spend) counts as spend"
                        : "one kind of row is not complete; ask the vendor before the figures are used"))
    }
}
