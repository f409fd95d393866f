/// The names of months in English, Spanish and German, whole or as three letters.
enum MonthName {
    /// 1…12; `nil` for anything else. Upper and lower case are alike, and a full stop may follow.
    static func number(of text: some StringProtocol) -> Int? {
        let name = text.lowercased()
        return numbers[name.hasSuffix(".") ? String(name.dropLast()) : name]
    }

    private static let numbers: [String: Int] = {
        let names = [
            """
            january february march april may june july august september october november december
            """,
            """
            enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre
            """,
            """
            januar februar märz april mai juni juli august september oktober november dezember
            """,
        ]
        var numbers: [String: Int] = ["sept": 9, "set": 9, "setiembre": 9, "mrz": 3, "jän": 1, "jänner": 1]
        for language in names {
            for (index, name) in language.split(whereSeparator: \.isWhitespace).enumerated() {
                numbers[String(name)] = index + 1
                numbers[String(name.prefix(3))] = index + 1
            }
        }
        return numbers
    }()
}
