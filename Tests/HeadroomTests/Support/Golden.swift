import Testing

import struct Foundation.Data
import class Foundation.ProcessInfo

/// Compares a text with the file of this name under `Tests/Golden`; `HEADROOM_RECORD=1` writes it anew, to be read before it
/// is kept.
func expectGolden(_ text: String, _ name: String, sourceLocation: SourceLocation = #_sourceLocation) throws {
    let file = HouseTests.root.appending(path: "Tests/Golden/\(name)")
    guard ProcessInfo.processInfo.environment["HEADROOM_RECORD"] == nil else {
        return try Data(text.utf8).write(to: file)
    }
    let golden = String(decoding: try Data(contentsOf: file), as: UTF8.self)
    #expect(text == golden, sourceLocation: sourceLocation)
}
