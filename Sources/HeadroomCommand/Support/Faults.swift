import ArgumentParser
import Headroom

/// Runs what may find fault with the input or the world, and turns faults into messages and exit status.
///
/// - Parameter rejected: called with the findings of an input that cannot be used, after they have been printed.
func reportingFaults<Value>(colored: Bool, rejected: (Rejection) -> Void = { _ in }, _ work: () throws -> Value) throws
    -> Value
{
    do {
        return try work()
    } catch let rejection as Rejection {
        Terminal.printFindings(rejection.findings, colored: colored)
        rejected(rejection)
        throw ExitCode(65)
    } catch let failure as Failure {
        Terminal.printError("headroom: \(failure)")
        throw ExitCode(failure.kind.rawValue)
    }
}
