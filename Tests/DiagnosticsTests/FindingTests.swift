import Diagnostics
import Testing

@Suite("Findings")
struct FindingTests {
    private func finding(line: Int?, _ severity: Severity = .error, _ message: String = "") -> Finding {
        Finding(
            "test.fault", severity, message, advice: "",
            at: line.map { SourcePlace(file: "plan.yaml", line: $0, column: 1) })
    }

    @Test("are read in the order of the file, those about the whole file first")
    func readingOrder() {
        let list = FindingList([finding(line: 9), finding(line: nil), finding(line: 10), finding(line: 2)])
        #expect(list.inReadingOrder.map { $0.place?.line } == [nil, 2, 9, 10])
    }

    @Test("of one place stay in the order reported")
    func stable() {
        let list = FindingList(["a", "b", "c"].map { finding(line: 4, .error, $0) })
        #expect(list.inReadingOrder.map(\.message) == ["a", "b", "c"])
    }

    @Test("reject an input only when one is an error")
    func rejection() throws {
        try FindingList([finding(line: 1, .warning), finding(line: 2, .note)]).throwIfErrors()
        #expect(throws: Rejection.self) {
            try FindingList([finding(line: 1, .warning), finding(line: 2)]).throwIfErrors()
        }
    }
}

@Suite("The text of an input")
struct SourceTextTests {
    private let source = SourceText(
        "plan: x\r\n\n  brief: {duration: 2d}\n" + String(repeating: "长", count: 300), file: "p")

    @Test("shows the line of a place", arguments: [(1, "plan: x"), (3, "  brief: {duration: 2d}")])
    func line(number: Int, text: String) {
        #expect(source.excerpt(at: source.place(line: number, column: 1)) == text)
    }

    @Test("shows nothing for a blank line, a line outside, or another file")
    func nothing() {
        #expect(source.excerpt(at: source.place(line: 2, column: 1)) == nil)
        #expect(source.excerpt(at: source.place(line: 99, column: 1)) == nil)
        #expect(source.excerpt(at: source.place(line: 0, column: 1)) == nil)
        #expect(source.excerpt(at: SourcePlace(file: "q", line: 1, column: 1)) == nil)
    }

    @Test("cuts a long line")
    func cut() {
        let excerpt = source.excerpt(at: source.place(line: 4, column: 1))
        #expect(excerpt?.count == 160)
        #expect(excerpt?.last == "…")
    }
}
