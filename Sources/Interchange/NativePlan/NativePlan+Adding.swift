public import Diagnostics
import Formats
public import Scheduling
import Workflow

extension NativePlan {
    /// The text of a plan with some activities more, behind those that are there, and everything else as it was: order, blanks
    /// and comments.
    ///
    /// - Parameter heading: a comment above them.
    /// - Returns: `nil` when the plan has no activities that stand one below the other.
    public static func adding(_ activities: [ActivityDraft], under heading: String, to source: SourceText) -> String? {
        guard !activities.isEmpty else { return source.text }
        guard let entries = YAMLDocument(reading: source).root?.entries,
            let place = entries.firstIndex(where: { $0.key.value == PlanKey.activities.rawValue }),
            let keyLine = entries[place].key.place?.line, let first = firstPlace(in: entries[place].value),
            first.line > keyLine
        else { return nil }
        let isList = entries[place].value.elements != nil
        let indent = String(repeating: " ", count: first.column - 1)
        let added = ["\(indent)# \(YAMLScalar.comment(heading))"] + written(activities, isList: isList, indent: indent)
        var lines = source.text.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
            .map { String(Substring($0)) }
        let ending = lines[0].utf8.last == UInt8(ascii: "\r") ? "\r" : ""
        let next = entries[(place + 1)...].first?.key.place.map { $0.line - 1 } ?? lines.count
        let end = endOfGroup(in: lines, before: next, indent: first.column - 1)
        // A last line without an end gets one.
        if end == lines.count { lines.append("") }
        lines.insert(contentsOf: ([""] + added).map { $0 + ending }, at: end)
        return lines.joined(separator: "\n")
    }

    /// Where the first of them begins: its key, or the hyphen in front of it.
    private static func firstPlace(in activities: YAMLNode) -> SourcePlace? {
        guard let element = activities.elements?.first else { return activities.entries?.first?.key.place }
        var place = element.place
        place.column = activities.place.column
        return place
    }

    /// One below the other, as in a plan of our own.
    private static func written(_ activities: [ActivityDraft], isList: Bool, indent: String) -> [String] {
        let labels = activities.map { isList ? "\(indent)- " : "\(indent)\(YAMLScalar.text($0.id.value.rawValue)): " }
        let column = labels.map(\.columns).max() ?? 0
        return zip(labels, activities).flatMap { label, activity in
            let id = FlowText.Member(key: ActivityKey.id.rawValue, value: .scalar(activity.id.value.rawValue))
            let note = activity.note.map { FlowText.Member(key: "note", value: .scalar($0.written)) }
            let members = (isList ? [id] : []) + activity.members(isGate: false) + [note].compactMap(\.self)
            var lines = FlowText.group(members).lines(from: column, width: 128)
            lines[0] = label + String(repeating: " ", count: column - label.columns) + lines[0]
            return lines
        }
    }

    /// Behind the last line that belongs to the activities: comments and blanks in front of the next key are that key's.
    private static func endOfGroup(in lines: [String], before next: Int, indent: Int) -> Int {
        var end = next
        while end > 0 {
            let line = lines[end - 1]
            let words = line.unicodeScalars.drop { $0 == " " || $0 == "\t" || $0 == "\r" }
            let depth = line.unicodeScalars.count - words.count
            let isOurs = !words.isEmpty && !(words.first == "#" && depth < indent)
            if isOurs { break }
            end -= 1
        }
        return end
    }
}
