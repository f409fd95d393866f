import Diagnostics
import Formats
import Interchange
public import MediaSpend
import Reports

/// A layout that is proposed for a month file which none is known for, with the paper that says what was understood.
public struct ProposedLayout: Sendable {
    public let proposal: LayoutProposal
    /// The columns and what they were taken for, as a paper and as JSON.
    public let answer: Answer

    /// - Throws: a `Rejection` when the file is no table with amounts; ``Failure``.
    public init(for path: String) throws {
        let proposal = try translatingSpendFaults { try LayoutProposal(for: path) }
        self.proposal = proposal
        answer = Answer(
            name: "layout-proposal", findings: [], isNegative: false, body: proposal.json(of: path),
            paper: LayoutProposalPaper(proposal, file: path))
    }

    /// The first of the files that no layout of the seeds fits, or several do; `nil` when each has its own. Standard input
    /// cannot be looked at before it is read.
    public static func firstUnknown(among paths: [String]) throws -> String? {
        try translatingSpendFaults {
            try paths.first { try $0 != "-" && Layout.fitting($0, among: Layout.seeds).isEmpty }
        }
    }

    /// Writes the layout to a file that is not there yet.
    ///
    /// - Throws: `.cannotWrite`.
    public func write(to path: String) throws(Failure) {
        guard !OutputFile.exists(path) else {
            throw Failure(.cannotWrite, path, cause: "there is such a file already; give another name")
        }
        try OutputFile.write(Array(proposal.text.utf8), to: path)
    }
}

extension LayoutProposal {
    fileprivate func json(of path: String) -> JSONValue {
        [
            "file": .string(path), "layout": .string(text), "encoding": .string(encoding.rawValue),
            "delimiter": .string(delimiter.rawValue), "headerLine": .integer(headerLine), "lines": .integer(lines),
            "columns": .array(columns.map(\.json)),
            "assumptions": .array(assumptions.map { .string($0.rawValue) }),
        ]
    }
}

extension LayoutProposal.Column {
    fileprivate var json: JSONValue {
        [
            "name": .string(name), "role": .string(role.name), "kind": .string(kind.name),
            "examples": .array(examples.map(JSONValue.string)),
        ]
    }
}

extension ColumnRole {
    /// As JSON states it.
    fileprivate var name: String {
        switch self {
        case .dimension(let dimension): dimension.rawValue
        case .key(let dimension): "key of \(dimension.rawValue)"
        case .spend: "spend"
        case .insertions: "insertions"
        case .currency: "currency"
        case .spendOfMedium(let name): "spend of \(name)"
        case .ignored: "ignored"
        }
    }
}

extension ColumnKind {
    /// As JSON states it.
    fileprivate var name: String {
        switch self {
        case .empty: "empty"
        case .day(let format): format.rawValue
        case .month: "month"
        case .monthNumber: "month number"
        case .quarter: "quarter"
        case .year: "year"
        case .amount: "amount"
        case .wholeNumber: "whole number"
        case .name: "name"
        }
    }
}
