import Diagnostics
import Formats
import WorkTime

/// A value and the byte at which its element begins.
struct Stated<Value> {
    var value: Value
    var offset: Int
}

extension Stated: Sendable where Value: Sendable {}

/// Goes through a Microsoft Project file element by element and keeps what a schedule needs.
///
/// What an element holds is told by where it stands: `Name` is the calendar's inside of `Calendar`. Whoever is given a
/// child reads it, goes through its own children, or leaves it; what is left is passed over.
struct MSPDIReader {
    var xml: XMLReader
    private var tally = FindingTally()

    init(_ bytes: [UInt8], file: String) { xml = XMLReader(bytes, file: file, names: MSPDIName.table) }

    /// Of the XML and of what it says.
    var findings: [Finding] { xml.findings + tally.findings }

    /// Where the element begins that was opened or closed last.
    var offset: Int { xml.offset }

    // MARK: Elements

    /// Gives the elements directly inside the open one, one after another, up to its end.
    mutating func children(_ visit: (inout MSPDIReader, MSPDIName) -> Void) {
        let inside = xml.depth
        while let event = xml.next() {
            guard case .open(let code) = event else { return }
            if code >= 0 { visit(&self, MSPDIName.byCode[code]) }
            while xml.depth > inside, xml.next() != nil {}
        }
    }

    /// The text of the open element, without white space around it; nothing for one that holds elements.
    mutating func text() -> ArraySlice<UInt8> {
        guard case .close? = xml.next() else { return [] }
        var text = xml.text
        while let first = text.first, first <= 0x20 { text.removeFirst() }
        while let last = text.last, last <= 0x20 { text.removeLast() }
        return text
    }

    /// The same as a string; `nil` when it is empty.
    mutating func string() -> String? {
        let text = text()
        return text.isEmpty ? nil : String(decoding: text, as: UTF8.self)
    }

    // MARK: Values

    mutating func number() -> Int? { value("number", example: "480", MSPDIValue.number) }
    mutating func tenThousandths() -> Int? { value("number", example: "0.5", MSPDIValue.tenThousandths) }
    mutating func flag() -> Bool { value("yes or no", example: "1 or 0", MSPDIValue.flag) ?? false }
    mutating func minute() -> CivilMinute? { value("date", example: "2026-03-02T08:00:00", MSPDIValue.minute) }
    mutating func timeOfDay() -> Int? { value("time", example: "08:00:00", MSPDIValue.timeOfDay) }

    /// In thousandths of a minute.
    mutating func duration() -> Stated<Int>? {
        let duration = value("duration", example: "PT16H0M0S", MSPDIValue.duration)
        return duration.map { Stated(value: $0, offset: offset) }
    }

    mutating func statedMinute() -> Stated<CivilMinute>? { minute().map { Stated(value: $0, offset: offset) } }

    /// What a text says; an empty one says nothing, and neither does Project's own `NA`.
    private mutating func value<Value>(
        _ kind: String, example: String, _ read: (ArraySlice<UInt8>) -> Value?
    ) -> Value? {
        let text = text()
        if text.isEmpty || text.elementsEqual("NA".utf8) { return nil }
        if let value = read(text) { return value }
        let shown = String(decoding: text.prefix(40), as: UTF8.self)
        report(
            "mspdi.bad-value", .error, "“\(shown)” is no \(kind)", advice: "write it as \(example)", at: offset)
        return nil
    }

    // MARK: Findings

    mutating func report(
        _ id: FindingID, _ severity: Severity, _ message: @autoclosure () -> String, advice: String, at offset: Int
    ) {
        // Made only when it is kept, because it needs the lines of the file.
        var reader = xml
        tally.report(id) {
            Finding(
                id, severity, message(), advice: advice, at: reader.place(of: offset),
                excerpt: reader.excerpt(around: offset))
        }
        xml = reader
    }

    mutating func place(of offset: Int) -> SourcePlace { xml.place(of: offset) }

    mutating func located<Value>(_ stated: Stated<Value>) -> Located<Value> {
        Located(stated.value, at: place(of: stated.offset))
    }
}
