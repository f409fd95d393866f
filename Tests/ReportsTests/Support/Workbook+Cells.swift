/// What stands in a cell of a sheet.
struct WrittenCell: Equatable {
    var formula: String?
    var value: Double
}

/// The cells of a sheet that hold numbers, by their addresses.
func writtenNumbers(_ sheet: String) -> [String: WrittenCell] {
    var cells: [String: WrittenCell] = [:]
    for cell in sheet.split(separator: "<c r=\"").dropFirst() where !cell.contains("t=\"s\"") {
        guard let value = cell.inside("v").flatMap(Double.init) else { continue }
        cells[String(cell.prefix { $0 != "\"" })] = WrittenCell(
            formula: cell.inside("f").map(String.init), value: value)
    }
    return cells
}

extension Substring {
    /// What stands between the first tags of a name.
    func inside(_ tag: String) -> Substring? {
        guard let begin = firstRange(of: "<\(tag)>"), let end = self[begin.upperBound...].firstRange(of: "</\(tag)>")
        else { return nil }
        return self[begin.upperBound..<end.lowerBound]
    }
}
