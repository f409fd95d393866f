import Headroom

/// Imports a vendor's month files and writes the monthly paper of a category in both languages:
/// `monthly-paper 2025-12 Snacks Bezo papers files…`
@main
struct MonthlyPaper {
    static func main() throws {
        let words = CommandLine.arguments.dropFirst()
        guard words.count >= 5, let month = CivilMonth(words[1]) else { throw Usage() }
        let (category, brand, folder) = (words[2], words[3], words[4])
        let store = "\(folder)/market.sqlite"
        _ = try Answer.spendImport(Array(words.dropFirst(4)), into: store)
        let question = SpendQuestion(month: month, category: category, brand: brand)
        let paper = try Answer.spendReport(on: question, in: store)
        for language in Language.allCases {
            for path in try paper.write(as: [.html, .xlsx], in: language, to: folder) { print(path) }
        }
    }

    struct Usage: Error {}
}
