import ArgumentParser
import Headroom

/// Runs what may find fault with the input or the world, and turns faults into messages and exit status.
///
/// - Parameters:
///   - errorsOnly: whether warnings and notes about a rejected input are left out.
///   - rejected: called with the findings of an input that cannot be used, after they have been printed.
func reportingFaults<Value>(
    colored: Bool, errorsOnly: Bool = false, rejected: (Rejection) -> Void = { _ in }, _ work: () throws -> Value
) throws -> Value {
    do {
        return try work()
    } catch let rejection as Rejection {
        let shown = rejection.findings.filter { !errorsOnly || $0.severity == .error }
        Terminal.printFindings(shown, colored: colored)
        rejected(rejection)
        throw ExitCode(65)
    } catch let failure as Failure {
        Terminal.printError("headroom: \(failure)")
        throw ExitCode(failure.kind.rawValue)
    } catch let unknown as UnknownName {
        // A question about what is not there: wrong usage, which the command says.
        throw unknown
    } catch {
        Terminal.printError("headroom: a fault of the program: \(error)")
        throw ExitCode(Failure.Kind.ours.rawValue)
    }
}
