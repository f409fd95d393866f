/// A name without what differs between two writings of it: case, accents, wide letters, blanks and marks, and the legal
/// form of a company.
///
/// `CAFÉ Ｃascade, Inc.` and `Cafe Cascade` fold to the same; so do `清泉有限公司` and `清泉`. A name that is nothing but a
/// legal form stays as it is.
public struct NameFolding: Hashable, Sendable {
    /// The folded name; empty only for a name without letters and digits.
    public let text: String

    public init(_ name: String) {
        var words: [String] = [""]
        for scalar in name.unicodeScalars {
            let folded = Self.folded(scalar)
            if folded.isEmpty { words.append("") } else { words[words.count - 1] += folded }
        }
        words.removeAll { $0.isEmpty }
        let whole = words.joined()
        // Marks inside a form, as in `S.A.`, make words of one letter each.
        while words.count > 1, let length = Self.formLength(at: words) { words.removeLast(length) }
        text = Self.withoutChineseForm(words.isEmpty ? whole : words.joined())
    }

    // MARK: Letters

    /// A letter or digit in its plain form; empty for anything that parts words.
    private static func folded(_ scalar: Unicode.Scalar) -> String {
        let plain = narrow(scalar)
        guard plain.properties.isAlphabetic || plain.properties.numericType != nil else {
            // Accents that stand by themselves, and apostrophes, part nothing.
            let isMark = [.nonspacingMark, .enclosingMark].contains(plain.properties.generalCategory)
            return isMark || plain == "'" || plain == "’" ? "\u{200B}" : ""
        }
        return base(of: plain).properties.lowercaseMapping
    }

    /// The plain form of a wide letter, digit or mark.
    private static func narrow(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
        (0xFF01...0xFF5E).contains(scalar.value) ? Unicode.Scalar(scalar.value - 0xFEE0) ?? scalar : scalar
    }

    /// The letter without its accents, as its name in Unicode says: LATIN SMALL LETTER E WITH ACUTE.
    private static func base(of scalar: Unicode.Scalar) -> Unicode.Scalar {
        guard scalar.value >= 0xC0, scalar.value < 0x2000, let name = scalar.properties.name,
            name.hasPrefix("LATIN "), let end = name.firstRange(of: " WITH ")?.lowerBound
        else { return scalar }
        guard let letter = name[..<end].split(separator: " ").last, letter.unicodeScalars.count == 1 else {
            return scalar
        }
        return letter.unicodeScalars.first ?? scalar
    }

    // MARK: Legal forms

    /// How many words at the end are a legal form; `nil` when none is.
    private static func formLength(at words: [String]) -> Int? {
        if forms.contains(plainWord(words[words.count - 1])) { return 1 }
        // `S.A.`, `B.V.`, `S.p.A.`: letters one by one.
        for length in [3, 2] where words.count > length {
            let letters = words.suffix(length)
            if letters.allSatisfy({ plainWord($0).count == 1 }), forms.contains(letters.map(plainWord).joined()) {
                return length
            }
        }
        return nil
    }

    private static func plainWord(_ word: String) -> String { word.replacing("\u{200B}", with: "") }

    private static let forms: Set<String> = [
        "inc", "incorporated", "llc", "llp", "lp", "ltd", "limited", "plc", "co", "company", "corp", "corporation",
        "group",
        "holding", "holdings", "gmbh", "ag", "kg", "se", "sa", "sas", "sarl", "srl", "spa", "sl", "bv", "nv", "ab",
        "as", "oy",
        "kk", "pte", "pty",
    ]

    private static let chineseForms = [
        "集团股份有限公司", "股份有限公司", "有限责任公司", "集团有限公司", "有限公司", "总公司", "分公司", "公司", "集团",
    ]

    private static func withoutChineseForm(_ name: String) -> String {
        let name = name.replacing("\u{200B}", with: "")
        for form in chineseForms where name.hasSuffix(form) && name != form {
            return withoutChineseForm(String(name.dropLast(form.count)))
        }
        return name
    }
}
