import Foundation
import MediaSpend
import Spark
import Testing

/// Texts that would do harm if any of them were read as SQL.
@Suite("Nothing that is named can become SQL")
struct SparkInjectionTests {
    static let hostile = [
        "'; DROP VIEW input1; --", "`; SELECT 1; --", "a`b", "\\", "\\'", "'", "\"", "${env:HOME}", "/* x */", "-- x",
        "a;b", "a\nb", "\u{0}", "a\u{2028}b", "汉'字", "\\u0027", "😀'😀", "!ls", "{{x}}",
    ]

    private func sql(
        column: String = "brand", constant: String = "c", only: String = "1", path: String = "s3a://b/f.csv"
    )
        throws -> String
    {
        let layout = try SparkLayouts.layout(
            """
            name: t
            basis: net
            currency: EUR
            month: {column: month}
            columns: {category: {constant: \(quoted(constant))}, brand: \(quoted(column)), medium: medium, spend: spend}
            rows: {only: {kind: \(quoted(only))}}
            """)
        let input = SparkInput("f", location: path, format: .csv)
        return try SparkQuery(layout, of: [input], by: [.category, .brand]).sql(writingTo: "file:///out")
    }

    /// A text as YAML writes it in double quotes.
    private func quoted(_ text: String) -> String {
        let escaped = text.unicodeScalars.map { scalar -> String in
            let digits = String(scalar.value, radix: 16)
            return "\\U" + String(repeating: "0", count: 8 - digits.count) + digits
        }
        return "\"\(escaped.joined())\""
    }

    /// The statements without what stands between quotes and backticks: what the language itself is made of.
    private func skeleton(_ sql: String) -> String {
        var skeleton = ""
        var closing: Character?
        for character in sql {
            if let mark = closing {
                if character == mark { closing = nil }
            } else if character == "'" || character == "`" {
                closing = character
                skeleton.append(character)
            } else {
                skeleton.append(character)
            }
        }
        return closing == nil ? skeleton : "open"
    }

    @Test("a column, a constant, a condition and a path change no letter outside quotes", arguments: hostile)
    func skeleton(text: String) throws {
        let plain = skeleton(try sql())
        if !text.contains("\u{0}") {
            #expect(skeleton(try sql(constant: text)) == plain)
            #expect(skeleton(try sql(only: text)) == plain)
            let named = skeleton(try sql(column: text))
            #expect(named.replacing("IDENTIFIER(')", with: "`") == plain)
        }
        #expect(skeleton(try sql(path: "s3a://b/" + text)) == plain)
    }

    @Test("no mark of a text stands in a statement as it is", arguments: hostile)
    func marks(text: String) throws {
        let sql = try sql(path: "s3a://b/" + text)
        let path = try #require(sql.split(separator: "path '").dropFirst().first?.split(separator: "'").first)
        #expect(!path.contains { ";`\"${}\n*-/!".contains($0) })
        #expect(!path.replacing(#/\\[uU]/#, with: "").contains("\\"))
    }
}
