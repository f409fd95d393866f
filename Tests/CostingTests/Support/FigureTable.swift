import Foundation

/// A CSV file of figures with a header, for tests: no quoted line ends.
struct FigureTable {
    let rows: [[String: String]]

    init(_ url: URL) throws {
        let lines = try String(contentsOf: url, encoding: .utf8).split(whereSeparator: \.isNewline)
        let header = Self.fields(lines[0])
        rows = lines.dropFirst().map { Dictionary(zip(header, Self.fields($0))) { first, _ in first } }
    }

    private static func fields(_ line: Substring) -> [String] {
        var fields = [""]
        var isQuoted = false
        for character in line {
            switch character {
            case "\"": isQuoted.toggle()
            case "," where !isQuoted: fields.append("")
            default: fields[fields.count - 1].append(character)
            }
        }
        return fields
    }

    /// The top of the repository.
    static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent()

    static func dataset(_ name: String) throws -> FigureTable {
        try FigureTable(root.appending(path: "datasets/earned-value/\(name).csv"))
    }
}
