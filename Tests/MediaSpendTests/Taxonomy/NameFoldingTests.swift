import MediaSpend
import Testing

@Suite("Names without the way they are written")
struct NameFoldingTests {
    @Test(
        "two writings of a name fold to the same",
        arguments: [
            ("Cascade", "CASCADE"), ("Cascade, Inc.", "cascade"), ("Café Crème", "Cafe Creme"), ("Ｃａｓｃａｄｅ", "Cascade"),
            ("清泉有限公司", "清泉"), ("清泉集团股份有限公司", "清泉"), ("清泉（中国）有限公司", "清泉(中国)"), ("O'Neill's", "ONeills"),
            ("A B C", "ABC"), ("Coca-Cola", "Coca Cola"), ("Acme Holdings Ltd.", "Acme"), ("Peroni S.p.A.", "Peroni"),
            ("Ørsted A/S", "Orsted"), ("Zürich", "Zurich"), ("naïve\u{0301}", "naïve"), ("１２３", "123"),
        ])
    func same(one: String, other: String) { #expect(NameFolding(one).text == NameFolding(other).text) }

    @Test(
        "two names stay two",
        arguments: [("Cascade", "Cascadia"), ("清泉", "清源"), ("Inc", "Ltd"), ("有限公司", "集团"), ("A1", "A2"), ("а", "b")])
    func different(one: String, other: String) { #expect(NameFolding(one).text != NameFolding(other).text) }

    @Test(
        "folding again changes nothing",
        arguments: ["Café, Inc.", "清泉集团有限公司", "S.A.", "…", "", "Ørsted A/S", "İstanbul"])
    func idempotent(name: String) {
        let once = NameFolding(name).text
        #expect(NameFolding(once).text == once)
    }
}
