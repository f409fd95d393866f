import Diagnostics
import Formats
import Scheduling

/// Reads the records of an activity list under one header.
struct ActivityRows {
    private let headerFindings: [Finding]
    private var tally = FindingTally()
    private let positions: ColumnPositions
    /// The columns of date constraints that the list has.
    private let constraints: [(key: ActivityKey, position: Int)]

    init(header: CSVHeader) {
        let columns = ActivityListColumn.allCases
        headerFindings = header.findings(
            required: ActivityListColumn.required.map(\.rawValue), optional: columns.map(\.rawValue))
        let positions = ColumnPositions(header)
        self.positions = positions
        constraints = columns.compactMap { column in
            guard let key = column.constraintKey, let position = positions[column] else { return nil }
            return (key, position)
        }
    }

    /// Whether the list has a column of dates that bind.
    var hasDates: Bool { !constraints.isEmpty }

    /// What is wrong with the header and the fields.
    var findings: [Finding] { headerFindings + tally.findings }

    /// The activity of a record; `nil` for one whose fields are all empty or that has no id.
    mutating func activity(_ record: CSVRecord) -> ActivityDraft? {
        guard (0..<record.count).contains(where: { !record.isEmpty($0) }) else { return nil }
        let duration = duration(record)
        let id = id(record)
        if !positions.hasDetails {
            let activity = ActivityDraft(
                id: id ?? Located(""), duration: duration,
                kind: isMilestone(record, duration: duration?.value) ? .milestone : .work,
                predecessors: predecessors(record))
            return id == nil ? nil : activity
        }
        let activity = ActivityDraft(
            id: id ?? Located(""), name: text(.name, record).map { BilingualName(parsing: $0.value) },
            lane: text(.lane, record)?.map { LaneID($0) }, calendar: text(.calendar, record), duration: duration,
            isMilestone: isMilestone(record, duration: duration?.value), predecessors: predecessors(record),
            constraints: dates(record), deadline: read(.deadline, record, StatedInstant.reading),
            note: text(.note, record).map { BilingualName(parsing: $0.value) })
        return id == nil ? nil : activity
    }

    private mutating func id(_ record: CSVRecord) -> Located<ActivityID>? {
        if let id = text(.id, record) { return id.map { ActivityID($0) } }
        if let position = positions[.id] {
            report(
                TextFault("plan.no-id", "this activity has no id", advice: "give it one by which others can name it"),
                at: position, record)
        }
        return nil
    }

    /// A duration that cannot be read, or for which there is no column, counts as none at all, so that it is not reported
    /// as missing too.
    private mutating func duration(_ record: CSVRecord) -> Located<PlannedDuration>? {
        guard let position = positions[.duration] else { return Located(.none) }
        guard !record.isEmpty(position) else { return nil }
        return read(at: position, record) { text throws(TextFault) in try PlannedDuration(text) } ?? Located(.none)
    }

    private mutating func isMilestone(_ record: CSVRecord, duration: PlannedDuration?) -> Bool {
        guard let stated = text(.milestone, record) else {
            return positions[.milestone] == nil && duration?.thousandths == 0
        }
        switch stated.value.lowercased() {
        case "true", "yes", "x", "1": return true
        case "false", "no", "0": return false
        default:
            report(
                TextFault(
                    "plan.wrong-kind", "“milestone” is “\(stated.value)”",
                    advice: "write true or false, or leave it empty"),
                at: positions[.milestone] ?? 0, record)
            return false
        }
    }

    private mutating func predecessors(_ record: CSVRecord) -> [Located<LinkDraft>] {
        guard let position = positions[.predecessors], !record.isEmpty(position) else { return [] }
        let links = PredecessorList.plainLinks(record.bytes(of: position), at: record.place(of: position))
        if let links { return links }
        guard let stated = text(.predecessors, record) else { return [] }
        return PredecessorList.terms(of: stated).compactMap { term in
            do throws(TextFault) {
                return Located(try PredecessorList.link(term.value), at: term.place)
            } catch {
                report(error, at: positions[.predecessors] ?? 0, place: term.place, record)
                return nil
            }
        }
    }

    private mutating func dates(_ record: CSVRecord) -> [Located<DateConstraint>] {
        constraints.compactMap { key, position in
            guard let date = read(at: position, record, StatedInstant.reading) else { return nil }
            return DateConstraint(key, date.value).map { Located($0, at: date.place) }
        }
    }

    // MARK: Fields

    private func text(_ column: ActivityListColumn, _ record: CSVRecord) -> Located<String>? {
        positions[column].flatMap { text(at: $0, record) }
    }

    private func text(at position: Int, _ record: CSVRecord) -> Located<String>? {
        guard !record.isEmpty(position) else { return nil }
        let text = record[position].trimmed
        return text.isEmpty ? nil : Located(text, at: record.place(of: position))
    }

    private mutating func read<Value>(
        _ column: ActivityListColumn, _ record: CSVRecord, _ read: (String) throws(TextFault) -> Value
    ) -> Located<Value>? {
        positions[column].flatMap { self.read(at: $0, record, read) }
    }

    private mutating func read<Value>(
        at position: Int, _ record: CSVRecord, _ read: (String) throws(TextFault) -> Value
    ) -> Located<Value>? {
        guard let stated = text(at: position, record) else { return nil }
        do throws(TextFault) {
            return Located(try read(stated.value), at: stated.place)
        } catch {
            report(error, at: position, record)
            return nil
        }
    }

    private mutating func report(
        _ fault: TextFault, at position: Int, place: SourcePlace? = nil, _ record: CSVRecord
    ) {
        tally.report(fault.id) {
            Finding(fault, at: place ?? record.place(of: position), excerpt: record.excerpt(of: position))
        }
    }
}

/// Where the columns of a list stand. Those that nearly every list has are looked up for each row.
private struct ColumnPositions {
    private let id: Int?
    private let duration: Int?
    private let milestone: Int?
    private let predecessors: Int?
    private let others: [ActivityListColumn: Int]

    init(_ header: CSVHeader) {
        id = header.position(of: ActivityListColumn.id.rawValue)
        duration = header.position(of: ActivityListColumn.duration.rawValue)
        milestone = header.position(of: ActivityListColumn.milestone.rawValue)
        predecessors = header.position(of: ActivityListColumn.predecessors.rawValue)
        var others: [ActivityListColumn: Int] = [:]
        for column in ActivityListColumn.allCases { others[column] = header.position(of: column.rawValue) }
        for usual in [ActivityListColumn.id, .duration, .milestone, .predecessors] { others[usual] = nil }
        self.others = others
    }

    /// Whether there is any other column.
    var hasDetails: Bool { !others.isEmpty }

    subscript(column: ActivityListColumn) -> Int? {
        switch column {
        case .id: id
        case .duration: duration
        case .milestone: milestone
        case .predecessors: predecessors
        default: others[column]
        }
    }
}
