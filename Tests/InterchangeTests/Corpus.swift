import Diagnostics
import Foundation
import Testing

/// The files under `Tests/Corpus/<kind>`: good, odd and hostile inputs. Beside each, `<file>.expected` holds the findings
/// that it must make, one a line: `line:column id`. `HEADROOM_RECORD=1 swift test` writes those files anew; read the change.
struct CorpusFile: Sendable, CustomTestStringConvertible {
    let url: URL
    var name: String { url.lastPathComponent }
    var testDescription: String { name }

    static func all(of kind: String) -> [CorpusFile] {
        let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../Corpus/\(kind)")
            .standardized
        let names = try? FileManager.default.contentsOfDirectory(atPath: folder.path)
        return (names ?? []).filter { !$0.hasSuffix(".expected") }.sorted().map {
            CorpusFile(url: folder.appending(path: $0))
        }
    }

    var bytes: [UInt8] { get throws { [UInt8](try Data(contentsOf: url)) } }

    /// Compares findings with those expected, or records them.
    func check(_ findings: [Finding], sourceLocation: SourceLocation = #_sourceLocation) throws {
        let lines = findings.map { "\($0.place.map { "\($0.line):\($0.column)" } ?? "-") \($0.id)\n" }.joined()
        let expected = URL(filePath: url.path + ".expected")
        if ProcessInfo.processInfo.environment["HEADROOM_RECORD"] != nil {
            try Data(lines.utf8).write(to: expected)
        }
        #expect(
            lines == String(decoding: try Data(contentsOf: expected), as: UTF8.self), sourceLocation: sourceLocation)
        #expect(findings.allSatisfy { !$0.message.isEmpty && !$0.advice.isEmpty }, sourceLocation: sourceLocation)
        #expect(
            !findings.contains { $0.message.hasSuffix(".") || $0.advice.hasSuffix(".") }, sourceLocation: sourceLocation
        )
    }
}

/// Changes of a text that nobody thought of, the same in each run.
struct Mutations {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    /// How many are tried: so many, or as many as `HEADROOM_MUTATIONS` says for a long run.
    static func count(_ usual: Int) -> Int {
        ProcessInfo.processInfo.environment["HEADROOM_MUTATIONS"].flatMap { Int($0) } ?? usual
    }

    private mutating func next(below bound: Int) -> Int {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return Int((state >> 33) % UInt64(bound))
    }

    /// One to three bytes put in, taken out or exchanged.
    mutating func change(_ bytes: [UInt8], with alphabet: [UInt8]) -> [UInt8] {
        var changed = bytes
        for _ in 0...next(below: 3) {
            let position = next(below: changed.count + 1)
            let letter = alphabet[next(below: alphabet.count)]
            switch next(below: 3) {
            case 0: changed.insert(letter, at: position)
            case 1 where position < changed.count: changed.remove(at: position)
            case 2 where position < changed.count: changed[position] = letter
            default: break
            }
        }
        return changed
    }
}
