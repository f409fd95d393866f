import MediaSpend
import Testing

@Suite("Content digests")
struct ContentDigestTests {
    let contents = (0..<200).map { UInt8(truncatingIfNeeded: $0 &* 37) }

    @Test("how the contents are cut makes no difference")
    func pieces() {
        let whole = ContentDigest(of: contents.span)
        for first in stride(from: 0, through: contents.count, by: 7) {
            for second in stride(from: first, through: contents.count, by: 13) {
                var running = ContentDigest.Running()
                running.update(contents.span.extracting(0..<first))
                running.update(contents.span.extracting(first..<second))
                running.update(contents.span.extracting(second..<contents.count))
                #expect(running.finish() == whole, "cut at \(first) and \(second)")
            }
        }
    }

    @Test("one bit changed anywhere, or a zero more at the end, gives another digest")
    func changes() {
        var seen: Set<ContentDigest> = [ContentDigest(of: contents.span)]
        for position in contents.indices {
            for bit in 0..<8 {
                var changed = contents
                changed[position] ^= 1 << bit
                seen.insert(ContentDigest(of: changed.span))
            }
        }
        for zeros in 1...64 { seen.insert(ContentDigest(of: (contents + Array(repeating: 0, count: zeros)).span)) }
        #expect(seen.count == 1 + contents.count * 8 + 64)
    }

    @Test("its text reads back")
    func text() {
        let digest = ContentDigest(of: "spend")
        #expect(ContentDigest(digest.description) == digest)
        #expect(ContentDigest(high: 1, low: 2).description == "00000000000000010000000000000002")
        #expect(ContentDigest("not a digest") == nil)
    }
}
