import Testing

@testable import Reports

@Suite("Columns of a terminal")
struct CharacterWidthTests {
    @Test(
        "Latin takes one column, Chinese and emoji two, marks none",
        arguments: [
            ("a", 1), ("é", 1), ("e\u{301}", 1), ("中", 2), ("\u{FF0C}", 2), ("\u{3000}", 2), ("ガ", 2), ("ｶ", 1),
            ("한", 2),
            ("\u{1112}\u{1161}\u{11AB}", 2), ("😀", 2), ("👨‍👩‍👧", 2), ("🇨🇳", 2), ("❤️", 2), ("☎", 1), ("◆", 1), ("█", 1),
            ("…", 1),
            ("−", 1), ("“", 1), ("א", 1), ("\u{200D}", 0), ("\u{FEFF}", 0), ("\u{1B}", 0), ("𠮷", 2), ("①", 1),
            ("\u{20AC}", 1),
        ] as [(Character, Int)])
    func character(_ character: Character, columns: Int) {
        #expect(CharacterWidth.columns(of: character) == columns)
    }

    @Test("a text is as wide as its characters together")
    func texts() {
        #expect("Creative brief".columns == 14)
        #expect("创作要求".columns == 8)
        #expect("Pepsi 百事可乐".columns == 14)
        #expect("".columns == 0)
    }

    @Test("the wide ranges are in order and apart, as the search relies on")
    func ranges() {
        for (left, right) in zip(CharacterWidth.wide, CharacterWidth.wide.dropFirst()) {
            #expect(left.upperBound < right.lowerBound)
        }
    }
}

@Suite("Text set in columns")
struct ColumnTextTests {
    @Test(
        "a text that is too wide ends in an ellipsis and never passes the limit",
        arguments: [
            ("Creative brief", 14, "Creative brief"), ("Creative brief", 9, "Creative…"), ("创作要求", 8, "创作要求"),
            ("创作要求", 7, "创作要…"), ("创作要求", 6, "创作…"), ("ab", 1, "…"), ("ab", 0, ""), ("", 5, ""),
        ])
    func fitting(text: String, limit: Int, fitted: String) {
        #expect(text.fitted(columns: limit) == fitted)
        #expect(text.fitted(columns: limit).columns <= limit)
    }

    @Test(
        "a set text has exactly the columns asked for",
        arguments: ["", "a", "创作要求", "Pepsi 百事", String(repeating: "宽", count: 40)])
    func setting(text: String) {
        for width in 0...20 {
            for alignment in Column.Alignment.allCases { #expect(text.set(columns: width, alignment).columns == width) }
        }
    }

    @Test("lines break at blanks and between Chinese characters, closing marks stay behind")
    func wrapping() {
        #expect("the promise of 1 April".wrapped(columns: 11) == ["the promise", "of 1 April"])
        #expect("预计三月完成\u{FF0C}比承诺早".wrapped(columns: 12) == ["预计三月完", "成\u{FF0C}比承诺早"])
        #expect("一\u{FF08}二\u{FF09}三".wrapped(columns: 6) == ["一", "\u{FF08}二\u{FF09}", "三"])
        #expect("Donaudampfschifffahrt".wrapped(columns: 10) == ["Donaudampf", "schifffahr", "t"])
        #expect("".wrapped(columns: 10) == [""])
    }

    @Test("a word of a million letters is wrapped in no more time than its length takes")
    func endlessWord() {
        let lines = String(repeating: "x", count: 1_000_000).wrapped(columns: 80)
        #expect(lines.count == 12_500)
    }

    @Test("no wrapped line passes the limit and nothing but blanks is lost", arguments: 4...30)
    func wrappingIsComplete(limit: Int) {
        let text = "Finishes 2026年3月27日 周五\u{FF0C}比承诺日期早3个工作日 — “Regulatory clearance”\u{FF08}广告审批\u{FF09} 😀😀"
        let lines = text.wrapped(columns: limit)
        #expect(lines.allSatisfy { $0.columns <= limit })
        #expect(lines.joined().filter { $0 != " " } == text.filter { $0 != " " })
    }
}

@Suite("Text that may stand on a page")
struct PrintableTextTests {
    @Test("control characters become blanks, turned direction is dropped, letters of every script stay")
    func printable() {
        #expect("a\u{1B}[31mb\nc\u{85}d".printable == "a [31mb c d")
        #expect("\u{202E}evil\u{2066}".printable == "evil")
        #expect("שלום عالم 创意 😀".printable == "שלום عالم 创意 😀")
    }
}
