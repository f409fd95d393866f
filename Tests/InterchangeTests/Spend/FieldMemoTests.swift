import Testing

@testable import Interchange

@Suite("Remembering what fields say")
struct FieldMemoTests {
    @Test("each spelling is made sense of once, however long, and never taken for another")
    func spellings() {
        var random = SeededGenerator(seed: 7)
        var memo = FieldMemo()
        var expected: [[UInt8]: UInt32] = [:]
        for _ in 0..<40_000 {
            // Few letters and long common ends, so that spellings differ in their middle only.
            let middle = (0..<Int.random(in: 0...30, using: &random)).map { _ in
                UInt8.random(in: 97...98, using: &random)
            }
            let ends = Bool.random(using: &random) ? Array("0123456789".utf8) : []
            let field = ends + middle + ends
            let padded = field + Array(repeating: 0xAA, count: 16)
            var isNew = false
            let value = padded.withUnsafeBufferPointer { bytes in
                memo.value(of: bytes.baseAddress!, count: field.count) {
                    isNew = true
                    return UInt32(expected.count)
                }
            }
            #expect(isNew == (expected[field] == nil))
            #expect(value == expected[field, default: UInt32(expected.count)])
            expected[field] = value
        }
        #expect(expected.count > 10_000)
    }

    @Test("a spelling can be given another value")
    func settingValues() {
        var memo = FieldMemo()
        for text in [
            "", "a", "eight by", "sixteen letters.", "more than sixteen letters",
            "more than twenty-four letters are here",
        ] {
            let bytes = Array(text.utf8) + Array(repeating: 0, count: 16)
            bytes.withUnsafeBufferPointer { bytes in
                let start = bytes.baseAddress!
                #expect(memo.value(of: start, count: text.utf8.count) { 1 } == 1)
                memo.setValue(2, of: start, count: text.utf8.count)
                #expect(memo.value(of: start, count: text.utf8.count) { 3 } == 2)
            }
        }
    }
}
