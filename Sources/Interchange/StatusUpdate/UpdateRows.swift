import Diagnostics
import Formats
import Scheduling
import WorkTime

/// The columns of an update. Names are those of a plan file's keys.
enum UpdateColumn: String, CaseIterable {
    case id
    case started
    case finished
    case remaining
    case complete
    case suspended
    case resumes
    case rounds
}

/// Reads an update from a table, one activity a line.
struct UpdateRows {
    private var found: [Finding] = []
    private var tally = FindingTally()
    private var positions: [UpdateColumn: Int] = [:]

    /// Reads the header.
    init(_ csv: inout CSVReader) {
        guard let header = csv.next().map(CSVHeader.init) else { return }
        found = header.findings(
            required: [UpdateColumn.id.rawValue], optional: UpdateColumn.allCases.map(\.rawValue))
        for column in UpdateColumn.allCases { positions[column] = header.position(of: column.rawValue) }
    }

    /// What is wrong with the header and the fields.
    var findings: [Finding] { found + tally.findings }

    mutating func parts(_ csv: inout CSVReader) -> UpdateParts {
        var parts = UpdateParts()
        while let record = csv.next() {
            guard (0..<record.count).contains(where: { !record.isEmpty($0) }) else { continue }
            let progress = progress(record)
            let rounds = read(.rounds, record, WholeNumber.reading)
            guard let id = id(record) else { continue }
            if !progress.isEmpty { parts.progress.append((id, progress)) }
            if let rounds { parts.rounds.append((id, rounds)) }
        }
        return parts
    }

    private mutating func id(_ record: CSVRecord) -> Located<ActivityID>? {
        if let id = text(.id, record) { return id.map { ActivityID($0) } }
        if let position = positions[.id] {
            report(
                TextFault(
                    "plan.no-id", "this line names no activity", advice: "give the id of the activity it speaks of"),
                at: position, record)
        }
        return nil
    }

    private mutating func progress(_ record: CSVRecord) -> ProgressDraft {
        ProgressDraft(
            actualStart: read(.started, record, StatedInstant.reading),
            actualFinish: read(.finished, record, StatedInstant.reading),
            remaining: read(.remaining, record) { text throws(TextFault) in try PlannedDuration(text) },
            complete: read(.complete, record, Percentage.reading),
            suspended: read(.suspended, record, StatedInstant.reading),
            resumes: read(.resumes, record, StatedInstant.reading))
    }

    // MARK: Fields

    private func text(_ column: UpdateColumn, _ record: CSVRecord) -> Located<String>? {
        guard let position = positions[column], !record.isEmpty(position) else { return nil }
        let text = record[position].trimmed
        return text.isEmpty ? nil : Located(text, at: record.place(of: position))
    }

    private mutating func read<Value>(
        _ column: UpdateColumn, _ record: CSVRecord, _ read: (String) throws(TextFault) -> Value
    ) -> Located<Value>? {
        guard let stated = text(column, record), let position = positions[column] else { return nil }
        do throws(TextFault) {
            return Located(try read(stated.value), at: stated.place)
        } catch {
            report(error, at: position, record)
            return nil
        }
    }

    private mutating func report(_ fault: TextFault, at position: Int, _ record: CSVRecord) {
        tally.report(fault.id) {
            Finding(fault, at: record.place(of: position), excerpt: record.excerpt(of: position))
        }
    }
}
