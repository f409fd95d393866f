import Diagnostics
import Formats
import MediaSpend

extension WorkbookText {
    /// A finding about a line of the text, with the sheet, row and column that it came from.
    func placed(_ finding: Finding) -> Finding {
        guard let place = finding.place, place.file == workbook.file,
            let section = sections.last(where: { $0.linesBefore < place.line })
        else { return finding }
        var finding = finding
        finding.place = SourcePlace(
            file: "\(workbook.file)#\(section.sheet)", line: place.line - section.linesBefore,
            column: column(of: place.column, in: finding.excerpt))
        return finding
    }

    /// The number of the cell that a character of a line belongs to; 1 where the line is not shown that far.
    private func column(of position: Int, in excerpt: String?) -> Int {
        guard let excerpt, position <= excerpt.unicodeScalars.count + 1 else { return 1 }
        var isQuoted = false
        var column = 1
        for scalar in excerpt.unicodeScalars.prefix(position - 1) {
            if scalar == "\"" { isQuoted.toggle() }
            if !isQuoted, scalar == Unicode.Scalar(layout.delimiter.byte) { column += 1 }
        }
        return column
    }
}

extension ByteSource {
    /// Findings with the places of the file: of a workbook, its sheets and rows.
    func placed(_ findings: [Finding]) -> [Finding] {
        guard let workbook else { return findings }
        return findings.map(workbook.placed) + workbook.findings
    }
}
