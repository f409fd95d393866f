import Diagnostics
import Formats
import Testing

@Suite("Places by byte")
struct LineIndexTests {
    @Test("each byte has the line and column that counting from the start gives", arguments: [1, 4_000, 4_096, 9_000])
    func counting(width: Int) {
        let line = String(repeating: "雪a", count: width / 4)
        let text = Array((line + "\n" + line + "\r\n\r" + line + "b").utf8)
        let index = LineIndex(text)
        var expected = SourcePlace(file: "f", line: 1, column: 1)
        for (offset, byte) in text.enumerated() {
            if offset > 0, byte & 0xC0 == 0x80 { expected.column -= 1 }
            // A byte inside a character has the column behind it; only beginnings are compared.
            let isCompared = byte & 0xC0 != 0x80 && (offset % 7 == 0 || byte < 0x20 || offset % 4_096 < 8)
            if isCompared, index.place(of: offset, in: "f") != expected {
                Issue.record("byte \(offset) is not said to stand at \(expected)")
                return
            }
            expected.column += 1
            let isPair = byte == 13 && offset + 1 < text.count && text[offset + 1] == 10
            if byte == 10 || byte == 13 && !isPair {
                expected = SourcePlace(file: "f", line: expected.line + 1, column: 1)
            }
        }
        #expect(index.place(of: text.count, in: "f") == expected)
    }
}
