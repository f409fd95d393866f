import ArgumentParser
import Headroom

/// The kinds of paper that `--format` names.
enum PaperFormat: String, CaseIterable {
    case html
    case xlsx
    case csv
    case json
    case svg
    case text

    static var list: String { allCases.map(\.rawValue).joined(separator: ", ") }

    static func parse(_ text: String) throws -> [PaperFormat] {
        try text.split(separator: ",").map { word in
            guard let format = PaperFormat(rawValue: String(word)) else {
                throw ValidationError("“\(word)” is not a kind of paper; use \(list)")
            }
            return format
        }
    }
}
