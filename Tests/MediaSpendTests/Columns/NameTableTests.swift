import MediaSpend
import Testing

@Suite("Name tables")
struct NameTableTests {
    @Test("a name keeps its code while ten thousand others come")
    func codesAreStable() {
        var table = NameTable()
        let names = (0..<10_000).map { "brand \($0) 品牌" }
        let codes = names.map { table.code(for: $0) }
        #expect(codes == Array(1...10_000))
        let again = names.map { table.code(for: $0) }
        #expect(again == codes)
        #expect(names.enumerated().allSatisfy { table.name(of: codes[$0.offset]) == $0.element })
        #expect(table.count == 10_001)
    }

    @Test("nothing written is no name")
    func emptyKey() {
        var table = NameTable()
        let code = table.code(for: "")
        #expect(code == NameTable.notStated)
        #expect(table.name(of: NameTable.notStated) == "")
        #expect(table.count == 1)
    }

    @Test("names that differ in one byte, also the last of nine or the first of eight, are different names")
    func nearNames() {
        var table = NameTable()
        let names = [
            "a", "b", "aaaaaaaa", "baaaaaaa", "aaaaaaab", "aaaaaaaaa", "aaaaaaaab", "aaaaaaaaaaaaaaaaa", "Aa", "aA",
        ]
        let codes = Set(names.map { table.code(for: $0) })
        #expect(codes.count == names.count)
    }

    @Test("a label is shown instead of the key, and the key stays")
    func labels() {
        var table = NameTable()
        let code = table.code(for: "625")
        table.relabel(code, "INPI")
        #expect(table.name(of: code) == "INPI")
        #expect(table.key(of: code) == "625")
        let again = table.code(for: "625")
        #expect(again == code)
    }
}
