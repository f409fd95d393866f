import Diagnostics
import Formats
import Testing

@Suite("Reading YAML")
struct YAMLDocumentTests {
    static func read(_ text: String) -> YAMLDocument { YAMLDocument(reading: SourceText(text, file: "t.yaml")) }

    @Test("keys, texts, lists and groups carry the places where they begin")
    func places() throws {
        let root = try #require(Self.read("plan: 春 launch\nitems:\n  - {id: a, after: [b, c]}\n").root)
        #expect(root.entries?.map(\.key.value) == ["plan", "items"])
        #expect(root["plan"]?.text == "春 launch")
        #expect(root["plan"]?.place.description == "t.yaml:1:7")
        let item = try #require(root["items"]?.elements?.first)
        #expect(item.place.description == "t.yaml:3:5")
        #expect(item.entries?[1].key.place?.description == "t.yaml:3:13")
        #expect(item["after"]?.elements?.map(\.text) == ["b", "c"])
        #expect(item["after"]?.elements?[1].place.description == "t.yaml:3:24")
    }

    @Test(
        "texts stay texts: no value turns into a number, a truth or a date",
        arguments: [
            ("a: 007", "007"), ("a: yes", "yes"), ("a: 2026-01-05", "2026-01-05"), ("a: 1_000", "1_000"),
            ("a: 0x1F", "0x1F"),
            ("a: 12:30", "12:30"), ("a: 'it''s'", "it's"), ("a: \"tab\\tend\"", "tab\tend"),
            ("a: >\n  x\n  y\n", "x y\n"),
        ])
    func texts(text: String, value: String) {
        #expect(Self.read(text).root?["a"]?.text == value)
    }

    @Test(
        "nothing is nothing, unless it stands in quotes",
        arguments: [
            ("a:", true), ("a: ~", true), ("a: null", true), ("a: ''", false), ("a: 'null'", false), ("a: none", false),
        ])
    func nothing(text: String, isEmpty: Bool) {
        #expect(Self.read(text).root?["a"]?.isEmpty == isEmpty)
    }

    @Test("of a key that stands twice the first is kept, and the second names the first's line")
    func duplicates() throws {
        let document = Self.read("x: 1\ny: 2\nx: 3\n")
        #expect(document.root?["x"]?.text == "1")
        #expect(document.root?.entries?.map(\.key.value) == ["x", "y"])
        let finding = try #require(document.findings.inReadingOrder.first)
        #expect(finding.place?.description == "t.yaml:3:1")
        #expect(finding.message.contains("line 1"))
        #expect(finding.excerpt == "x: 3")
    }

    @Test("a hundred keys that stand twice are a hundred findings")
    func manyDuplicates() {
        let text = (0..<200).map { "k\($0 % 100): \($0)\n" }.joined()
        let document = Self.read(text)
        #expect(document.root?.entries?.count == 100)
        #expect(document.findings.inReadingOrder.map(\.place?.line) == (101...200).map { $0 })
    }

    @Test("tabs are read as blanks and every line is reported once")
    func tabs() throws {
        let document = Self.read(
            "plan: x\nactivities:\n\tbrief:\n\t\tduration: 2d\n\n\t# comment\n\treview: {after: brief}\n")
        #expect(document.root?["activities"]?["brief"]?["duration"]?.text == "2d")
        #expect(document.root?["activities"]?["brief"]?["duration"]?.place.description == "t.yaml:4:13")
        #expect(document.root?["activities"]?.entries?.count == 2)
        #expect(document.findings.inReadingOrder.map(\.place?.line) == [3, 4, 7])
    }

    @Test("a tab is as wide as the file's own indentation")
    func tabWidth() {
        let document = Self.read("a:\n    b: 1\n\tc: 2\n")
        #expect(document.root?["a"]?.entries?.map(\.key.value) == ["b", "c"])
    }

    @Test(
        "nesting is read to the limit and reported beyond it",
        arguments: [YAMLDocument.depthLimit, YAMLDocument.depthLimit + 1])
    func depth(levels: Int) {
        let document = Self.read(String(repeating: "[", count: levels) + "x" + String(repeating: "]", count: levels))
        let isReadable = levels <= YAMLDocument.depthLimit
        #expect((document.root != nil) == isReadable)
        #expect(document.findings.inReadingOrder.map(\.id) == (isReadable ? [] : ["yaml.too-deep"]))
    }

    @Test(
        "a hundred thousand levels are a finding",
        arguments: ["[", "{a: ", "- ", "? ", "[{", "- [", "{\"]\": ", "[\"]\","])
    func hostileDepth(opening: String) {
        let document = Self.read(String(repeating: opening, count: 100_000))
        #expect(document.root == nil)
        #expect(document.findings.inReadingOrder.first?.id == "yaml.too-deep")
    }

    @Test("brackets hidden from the estimate end at the parser's own limit")
    func hiddenDepth() {
        let hidden = String(repeating: "[\"]\", ", count: 900) + "x" + String(repeating: "]", count: 900)
        let document = Self.read(hidden)
        #expect(document.root != nil || document.findings.hasErrors)
    }

    @Test("a few aliases are refused one by one and their values read, so that no other finding follows from them")
    func aliases() {
        let document = Self.read("a: &d 2d\nb: *d\nc: R&D *D\n")
        #expect(document.findings.inReadingOrder.map(\.place?.description) == ["t.yaml:2:4"])
        #expect(document.root?["b"]?.text == "2d")
        #expect(document.root?["c"]?.text == "R&D *D")
    }

    @Test("ten thousand keys are read in a moment", .timeLimit(.minutes(1)))
    func large() {
        let document = Self.read((0..<10_000).map { "k\($0): [1, 2]\n" }.joined())
        #expect(document.root?.entries?.count == 10_000)
    }
}
