import Diagnostics
import Interchange
import MediaSpend
import Store

extension Failure {
    /// What is wrong with a workspace, as an exit status tells it.
    init(_ failure: StoreFailure) {
        let kind: Kind =
            switch failure.kind {
            case .busy: .busy
            case .cannotOpen: .cannotWrite
            case .damaged, .newerVersion, .inputOutput: .inputOutput
            }
        self.init(kind, failure.subject, cause: failure.cause)
    }

    init(_ fault: SpendFileFault) {
        switch fault {
        case .cannotOpen(let path, let cause): self.init(.noSuchInput, path, cause: cause)
        case .cannotRead(let path, let cause): self.init(.inputOutput, path, cause: cause)
        }
    }
}

/// Runs what works on month files and workspaces, with their failures in the words of this library.
///
/// - Throws: ``Failure``, `Rejection`.
func translatingSpendFaults<Value>(_ work: () throws -> Value) throws -> Value {
    do {
        return try work()
    } catch let failure as StoreFailure {
        throw Failure(failure)
    } catch let fault as SpendFileFault {
        throw Failure(fault)
    } catch let overflow as CubeOverflow {
        throw Rejection(findings: [
            Finding(
                "spend.too-large", .error, "all \(overflow.measure) together are more than can be counted",
                advice: "look for amounts with too many digits, or for a layout with the wrong unit")
        ])
    }
}

extension Workspace {
    /// Opens a workspace that must be there.
    ///
    /// - Throws: ``Failure``; `.noSuchInput` when there is none.
    static func existing(at path: String) throws -> Workspace {
        guard OutputFile.exists(path) else {
            throw Failure(.noSuchInput, path, cause: "there is no workspace; headroom spend import makes one")
        }
        return try Workspace(at: path)
    }
}
