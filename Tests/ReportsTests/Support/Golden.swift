import Foundation
import Reports
import Testing

/// Compares a text with the file of this name under `Tests/Golden`. With `HEADROOM_RECORD=1` in the environment the file
/// is written instead; whoever records reads the difference before it is kept.
func expectGolden(_ text: String, _ name: String, sourceLocation: SourceLocation = #_sourceLocation) throws {
    let file = goldenFolder.appendingPathComponent(name)
    if ProcessInfo.processInfo.environment["HEADROOM_RECORD"] == "1" {
        try Data(text.utf8).write(to: file)
        return
    }
    let golden = (try? Data(contentsOf: file)).map { String(decoding: $0, as: UTF8.self) }
    guard let golden else {
        Issue.record("\(name) is not recorded; run with HEADROOM_RECORD=1", sourceLocation: sourceLocation)
        return
    }
    guard text != golden else { return }
    let (lines, expected) = (text.components(separatedBy: "\n"), golden.components(separatedBy: "\n"))
    let place = zip(lines, expected).enumerated().first { $1.0 != $1.1 }?.offset ?? min(lines.count, expected.count)
    let found = lines.indices.contains(place) ? lines[place] : "(end)"
    let wanted = expected.indices.contains(place) ? expected[place] : "(end)"
    Issue.record(
        "\(name):\(place + 1): found\n\(found)\nwhere the golden has\n\(wanted)", sourceLocation: sourceLocation)
}

/// Compares a paper in both languages: as text, which shows every word and figure, and as a page. Chinese must be set
/// with its own punctuation.
func expectGolden(_ paper: some Paper, _ name: String, sourceLocation: SourceLocation = #_sourceLocation) throws {
    for language in Language.allCases {
        let report = paper.report(in: language)
        if language == .simplifiedChinese {
            expectFullWidthPunctuation(try report.rendered(as: .text(width: 400)).text, name, sourceLocation)
        }
        for form in [RenderingForm.text, .html] {
            for file in try form.renderer.render(report).files {
                try expectGolden(
                    String(decoding: file.bytes, as: UTF8.self), file.name(for: "\(name).\(language)"),
                    sourceLocation: sourceLocation)
            }
        }
    }
}

/// No mark of the keyboard stands behind a Chinese character.
private func expectFullWidthPunctuation(_ text: String, _ name: String, _ sourceLocation: SourceLocation) {
    for line in text.split(separator: "\n") {
        for (left, right) in zip(line.unicodeScalars, line.unicodeScalars.dropFirst())
        where (0x4E00...0x9FFF).contains(left.value) && ",;:?!()".unicodeScalars.contains(right) {
            Issue.record("\(name): “\(right)” behind “\(left)” in “\(line)”", sourceLocation: sourceLocation)
        }
    }
}

private let goldenFolder = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .appendingPathComponent("Golden")
