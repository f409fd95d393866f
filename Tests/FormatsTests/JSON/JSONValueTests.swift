import Formats
import Foundation
import Testing

@Suite("Writing JSON")
struct JSONValueTests {
    @Test("compact text keeps the order of members")
    func compact() {
        let value: JSONValue = ["b": 1, "a": [true, false, nil], "c": ["x": 0.5], "d": [:], "e": []]
        #expect(value.serialized() == #"{"b":1,"a":[true,false,null],"c":{"x":0.5},"d":{},"e":[]}"#)
    }

    @Test("pretty text has one member a line")
    func pretty() {
        let value: JSONValue = ["a": [1, 2], "b": [:]]
        #expect(value.serialized(pretty: true) == "{\n  \"a\": [\n    1,\n    2\n  ],\n  \"b\": {}\n}")
    }

    @Test(
        "numbers are exact and short",
        arguments: [
            (JSONValue.integer(.max), "9223372036854775807"), (.integer(.min), "-9223372036854775808"),
            (.number(0.1), "0.1"),
            (.number(.leastNonzeroMagnitude), "5e-324"), (.number(-0.0), "-0.0"), (.number(1e300), "1e+300"),
            (.number(3), "3.0"),
        ])
    func numbers(value: JSONValue, text: String) {
        #expect(value.serialized() == text)
    }

    @Test("strings come back through another reader, scalar by scalar")
    func strings() throws {
        let scalars =
            (0..<0x300).compactMap(Unicode.Scalar.init) + [
                "\u{2028}", "\u{2029}", "\u{FEFF}", "\u{FFFF}", "\u{1F600}", "中",
            ]
        let texts = scalars.map { "x\($0)y" } + ["</script>", "\\u0041", "\"\\\"", ""]
        let written = JSONValue.array(texts.map(JSONValue.string)).serialized()
        let readBack = try #require(JSONSerialization.jsonObject(with: Data(written.utf8)) as? [String])
        #expect(readBack.map { Array($0.unicodeScalars) } == texts.map { Array($0.unicodeScalars) })
        #expect(!written.contains("</script"))
        #expect(!written.unicodeScalars.contains { $0 == "\u{2028}" || $0.value < 0x20 })
    }

    @Test("a key is escaped like a string")
    func keys() {
        let value: JSONValue = ["a\"\n": 1]
        #expect(value.serialized() == #"{"a\"\n":1}"#)
    }

    @Test("members are found by key, elements by index, and absence is nil")
    func lookup() {
        let value: JSONValue = ["a": [1, 2]]
        #expect(value["a"]?[1] == 2)
        #expect(value["b"] == nil)
        #expect(value["a"]?[2] == nil)
        #expect(JSONValue(nil as String?) == .null)
    }
}
