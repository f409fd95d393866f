import Formats
import Testing

@Suite("Lines of an iCalendar file")
struct ICalendarTextTests {
    private static let texts = [
        "", "plain", "a,b;c\\d", "two\nlines", "windows\r\nend", "\\n is not an end", "期限：客户书面确认广告创意完稿与制作报价，以及媒介月计划",
        String(repeating: "長い", count: 80), String(repeating: "x", count: 74), String(repeating: "x", count: 300),
        "👩‍👩‍👧‍👦 family " + String(repeating: "👩‍👩‍👧‍👦", count: 12), "tab\tand bell\u{7}",
    ]

    /// The way back: folds undone, then escapes.
    private func value(of bytes: [UInt8], _ name: String) -> String? {
        // By octets: a blank and what follows a fold may be one character to Swift.
        let octets = bytes.indices.filter { place in
            !(0...2).contains { place >= $0 && bytes[(place - $0)...].starts(with: [0x0D, 0x0A, 0x20]) }
        }
        let unfolded = String(decoding: octets.map { bytes[$0] }, as: UTF8.self)
        guard unfolded.hasSuffix("\r\n"), unfolded.hasPrefix("\(name):") else { return nil }
        var value = ""
        var isEscaped = false
        for scalar in unfolded.unicodeScalars.dropFirst(name.unicodeScalars.count + 1).dropLast(2) {
            if isEscaped {
                value.unicodeScalars.append(scalar == "n" ? "\n" : scalar)
                isEscaped = false
            } else if scalar == "\\" {
                isEscaped = true
            } else {
                value.unicodeScalars.append(scalar)
            }
        }
        return value
    }

    @Test("give back what was written", arguments: texts)
    func roundTrip(text: String) {
        var written = ICalendarText()
        written.add(text: text, as: "SUMMARY")
        let expected = text.replacing("\r\n", with: "\n").filter { $0 != "\u{7}" }
        #expect(value(of: written.bytes, "SUMMARY") == expected)
    }

    @Test("are at most 75 octets long, end in CR LF, and break no character", arguments: texts)
    func folding(text: String) {
        var written = ICalendarText()
        written.add(text: text, as: "DESCRIPTION")
        var rest = written.bytes[...]
        while let end = rest.firstIndex(of: 0x0D) {
            let line = rest[..<end]
            #expect(line.count <= 75)
            #expect(String(validating: line, as: UTF8.self) != nil)
            #expect(rest[end + 1] == 0x0A)
            rest = rest[(end + 2)...]
        }
        #expect(rest.isEmpty)
    }
}
