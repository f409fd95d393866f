import Diagnostics
import Formats
import Interchange
import MediaSpend
import Monetary
import Reports
import Store
import WorkTime

extension Answer {
    /// Stores vendors' month files in a workspace, each whole or not at all; all are read and checked before the first is
    /// stored.
    ///
    /// - Parameters:
    ///   - paths: the files; `-` is standard input.
    ///   - layout: the name of a layout of the seeds, or its file; `nil`: the one that fits the first line of each file.
    ///   - year: the year of the delivery, where a layout's months are numbers; `nil`: from the file's name.
    ///   - store: the workspace, which is made when there is none.
    /// - Throws: a `Rejection` with everything that is wrong with the files; ``Failure``.
    public static func spendImport(
        _ paths: [String], layout: String? = nil, year: Int? = nil, into store: String
    ) throws -> Answer {
        try translatingSpendFaults {
            let readers = try paths.map { MonthFileReader(try Layout(named: layout, fitting: $0), year: year) }
            try check(paths, readers)
            if let slash = store.lastIndex(of: "/"), slash > store.startIndex {
                try OutputFile.makeFolder(String(store[..<slash]))
            }
            let workspace = try Workspace(at: store)
            var findings: [Finding] = []
            let results = try zip(paths, readers).map { path, reader in
                try workspace.store(from: reader.layout.name) { writer in
                    let reading = try reader.read(path, into: writer, on: .all)
                    findings += reading.findings
                    return (reading.delivery, reading.vocabulary)
                }
            }
            let imported = results.map { ($0.delivery.delivery, $0.isNew) }
            return Answer(
                name: "spend-import", findings: findings, isNegative: false,
                body: [
                    "store": .string(store),
                    "deliveries": .array(results.map(\.json)),
                ], paper: SpendImportPaper(imported.map(SpendImportPaper.Line.init), workspace: store))
        }
    }

    /// Reads several files once before any of them is stored, so that a fault in the last leaves nothing of the first.
    /// A single file needs no second reading: it is stored whole or not at all anyway.
    private static func check(_ paths: [String], _ readers: [MonthFileReader]) throws {
        guard paths.count > 1 else { return }
        var findings = FindingList()
        for (path, reader) in zip(paths, readers) {
            do {
                _ = try reader.read(path) { _, _ in }
            } catch let rejection as Rejection {
                findings.report(contentsOf: rejection.findings)
            }
        }
        try findings.throwIfErrors()
    }
}

extension StoringResult {
    fileprivate var json: JSONValue {
        let delivery = delivery.delivery
        var members: [(key: String, value: JSONValue)] = [
            ("file", .string(delivery.file)), ("source", .string(delivery.source)), ("isNew", .bool(isNew)),
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
