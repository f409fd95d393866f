import Diagnostics
import Scheduling

/// Predecessors written in one text: `brief FS+2d; concept SS`, separated by semicolons or commas, also as a Chinese
/// keyboard types them.
enum PredecessorList {
    /// The text of each link with the place where it begins.
    ///
    /// The place is that of the whole text plus what stands before the link: right for a text written on one line without
    /// quotes, and near enough for the others.
    static func terms(of text: Located<String>) -> [Located<String>] {
        let text = text.map(withPlainSeparators)
        var rest = text.value.utf8[...]
        var terms: [Located<String>] = []
        while true {
            let part = rest.prefix { $0 != UInt8(ascii: ",") && $0 != UInt8(ascii: ";") }
            let term = trimmed(part)
            if let words = String(term), !words.isEmpty {
                terms.append(Located(words, at: place(of: term, in: text)))
            }
            guard part.endIndex < rest.endIndex else { return terms }
            rest = rest[rest.index(after: part.endIndex)...]
        }
    }

    /// The links of a text in plain letters, each with its place; `nil` where anything in it is out of the ordinary.
    static func plainLinks(_ bytes: ArraySlice<UInt8>, at place: SourcePlace) -> [Located<LinkDraft>]? {
        bytes.withUnsafeBufferPointer { bytes in
            var links: [Located<LinkDraft>] = []
            links.reserveCapacity(bytes.count { $0 == UInt8(ascii: ",") || $0 == UInt8(ascii: ";") } + 1)
            var start = 0
            while start < bytes.count {
                var end = start
                while end < bytes.count, bytes[end] != UInt8(ascii: ","), bytes[end] != UInt8(ascii: ";") { end += 1 }
                let next = end + 1
                while start < end, bytes[start] == 0x20 { start += 1 }
                while end > start, bytes[end - 1] == 0x20 { end -= 1 }
                if end > start {
                    guard let link = LinkDraft.plain(UnsafeBufferPointer(rebasing: bytes[start..<end])) else {
                        return nil
                    }
                    var own = place
                    own.column += start
                    links.append(Located(link, at: own))
                }
                start = next
            }
            return links
        }
    }

    /// Reads one link; the usual one, an id alone, without going through the grammar.
    static func link(_ term: String) throws(TextFault) -> LinkDraft {
        let isPlain = term.utf8.allSatisfy { $0 > 0x20 && $0 < 0x80 }
        return isPlain ? LinkDraft(to: ActivityID(term)) : try LinkDraft(term)
    }

    /// One scalar for one, so that places stay where they were.
    private static func withPlainSeparators(_ text: String) -> String {
        guard text.utf8.contains(where: { $0 >= 0x80 }) else { return text }
        return String(
            String.UnicodeScalarView(text.unicodeScalars.map { "，、；".unicodeScalars.contains($0) ? "," : $0 }))
    }

    private static func trimmed(_ part: Substring.UTF8View) -> Substring.UTF8View {
        var rest = part.drop { $0 == 0x20 || $0 == 0x09 }
        while let last = rest.last, last == 0x20 || last == 0x09 { rest.removeLast() }
        return rest
    }

    private static func place(of term: Substring.UTF8View, in text: Located<String>) -> SourcePlace? {
        guard var place = text.place else { return nil }
        place.column += text.value.utf8[..<term.startIndex].count { $0 & 0b1100_0000 != 0b1000_0000 }
        return place
    }
}
