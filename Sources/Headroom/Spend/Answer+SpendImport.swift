import Diagnostics
import Formats
import Interchange
import MediaSpend
import Monetary
public import Parallel
import Reports
import Store
import WorkTime

extension Answer {
    /// Stores vendors' month files in a workspace, all of them or none, once each has passed the quality gate.
    ///
    /// - Parameters:
    ///   - paths: the files; `-` is standard input.
    ///   - layout: the name of a layout of the seeds, or its file; `nil`: the one that fits the first line of each file.
    ///   - year: the year of the delivery, where a layout's months are numbers; `nil`: from the file's name.
    ///   - gate: how they are judged.
    ///   - store: the workspace, which is made when there is none.
    /// - Returns: negative when a file is blocked; then nothing was stored, and the workspace is as it was.
    /// - Throws: a `Rejection` with everything that is wrong with the files; ``Failure``.
    public static func spendImport(
        _ paths: [String], layout: String? = nil, year: Int? = nil, gate: SpendGate = SpendGate(), into store: String,
        on workers: Workers = .all
    ) throws -> Answer {
        try translatingSpendFaults {
            let files = try paths.map { path in
                (path: path, reader: MonthFileReader(try Layout(named: layout, fitting: path), year: year))
            }
            if let slash = store.lastIndex(of: "/"), slash > store.startIndex {
                try OutputFile.makeFolder(String(store[..<slash]))
            }
            let run = try keepingNoBlankWorkspace(at: store) { workspace in
                try SpendImportRun(files, gate, into: workspace, on: workers)
            }
            return Answer(
                name: "spend-import", findings: run.findings, isNegative: run.isBlocked,
                body: [
                    "store": .string(store), "isBlocked": .bool(run.isBlocked),
                    "deliveries": .array(zip(run.lines, run.numbers).map { $0.json(number: $1) }),
                ], paper: SpendImportPaper(run.lines, workspace: store))
        }
    }

    /// Works on a workspace, and takes it away again where it was not there before and nothing came into it.
    private static func keepingNoBlankWorkspace(
        at path: String, _ work: (Workspace) throws -> SpendImportRun
    ) throws -> SpendImportRun {
        let isNew = !OutputFile.exists(path)
        func clear() throws {
            guard isNew, OutputFile.exists(path), try Workspace(at: path).isBlank() else { return }
            try OutputFile.remove(path, path + "-wal", path + "-shm")
        }
        do {
            let run = try work(Workspace(at: path))
            if run.isBlocked { try clear() }
            return run
        } catch {
            try? clear()
            throw error
        }
    }
}

extension SpendImportPaper.Line {
    fileprivate func json(number: DeliveryID?) -> JSONValue {
        var members: [(key: String, value: JSONValue)] = [
            ("file", .string(delivery.file)), ("source", .string(delivery.source)),
            ("isNew", .bool(fate == .stored)), ("state", .string(fate.rawValue)),
        ]
        members += jsonMember("delivery", number.map { .integer(Int($0.rawValue)) }, else: fate.rawValue)
        members += [
            ("rows", .integer(delivery.rows)),
            ("spend", delivery.spend.json), ("currency", .string(delivery.currency.code)),
            ("basis", .string(delivery.basis.rawValue)),
            ("months", .array(delivery.months.map { $0.json(countsInsertions: delivery.countsInsertions) })),
            ("skippedLines", .integer(delivery.skippedLines)), ("filteredRows", .integer(delivery.filteredRows)),
        ]
        members += insertionsJSON(delivery.insertions, isCounted: delivery.countsInsertions)
        if let control = delivery.control {
            members.append(
                (
                    "control",
                    [
                        "column": .string(control.column), "total": control.total.json,
                        "currency": .string(control.total.currency.code), "rows": .integer(control.rows),
                    ]
                ))
        }
        members.append(("quality", quality.json(in: delivery.currency)))
        if let comparison { members.append(("reissued", comparison.summary)) }
        return .object(members)
    }
}

extension Delivery.MonthTotal {
    fileprivate func json(countsInsertions: Bool) -> JSONValue {
        .object(
            [
                ("month", .string(month.description)), ("rows", .integer(rows)), ("spend", spend.json),
                ("currency", .string(spend.currency.code)),
            ] + insertionsJSON(insertions, isCounted: countsInsertions))
    }
}

/// A number of insertions, or `null` with its reason where a vendor counts none.
private func insertionsJSON(_ count: Int64, isCounted: Bool) -> [(key: String, value: JSONValue)] {
    isCounted
        ? [("insertions", .integer(Int(count)))]
        : [("insertions", .null), ("insertionsReason", .string(AbsenceReason.noInsertions.rawValue))]
}

extension Money {
    /// A text with the currency's decimals.
    var json: JSONValue { .string(AmountStyle.plain.text(of: self)) }
}
