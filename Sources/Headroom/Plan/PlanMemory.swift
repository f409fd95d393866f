import Diagnostics
import Store
public import Workflow

/// What a workspace remembers of one plan.
///
/// Looking something up never makes a workspace; the first thing to be kept does.
public struct PlanMemory: Sendable {
    /// The workspace's file.
    public let path: String
    /// The name of the plan.
    public let plan: String
    public let record: PlanRecord

    /// - Throws: ``Failure``.
    public init(of plan: String, in path: String) throws {
        self.path = path
        self.plan = plan
        record =
            OutputFile.exists(path)
            ? try translatingStoreFailures { try Workspace(at: path).planRecord(of: plan) } : PlanRecord()
    }

    /// Why there are no updates of the plan. A clause.
    var whyItKnowsNothing: String {
        get throws {
            guard OutputFile.exists(path) else { return "there is no such workspace" }
            guard record.isEmpty else { return "nothing was reported of “\(plan)”" }
            let others = try translatingStoreFailures { try Workspace(at: path).planNames() }
            return others.isEmpty
                ? "it knows of no plan"
                : "it knows nothing of “\(plan)”, only of \(others.map { "“\($0)”" }.joined(separator: ", "))"
        }
    }

    /// Writes to the workspace, which is made when there is none.
    @discardableResult
    func keep<Value>(_ write: (Workspace) throws -> Value) throws -> Value {
        if let slash = path.lastIndex(of: "/"), slash > path.startIndex {
            try OutputFile.makeFolder(String(path[..<slash]))
        }
        return try translatingStoreFailures { try write(Workspace(at: path)) }
    }
}

extension PlanFile {
    /// The plan with what a workspace remembers of it; `nil` for the file alone.
    ///
    /// - Throws: a ``Rejection`` with every fault of the plan; ``Failure``.
    func remembered(in store: String?) throws -> AgencyPlan {
        guard let store else { return try checked() }
        return try checked(with: PlanMemory(of: name, in: store).record)
    }
}

/// Runs what works on a workspace, with its failures in the words of this library.
func translatingStoreFailures<Value>(_ work: () throws -> Value) throws -> Value {
    do {
        return try work()
    } catch let failure as StoreFailure {
        throw Failure(failure)
    }
}
