import ArgumentParser
import Headroom

/// Runs what may find fault with the input or the world, and turns faults into messages and exit status.
///
/// - Parameters:
///   - errorsOnly: whether warnings and notes about a rejected input are left out.
///   - answering: called with what a program reads in the place of an answer, after the faults have been printed.
func reportingFaults<Value>(
    colored: Bool, errorsOnly: Bool = false, answering: (JSONValue) -> Void = { _ in }, _ work: () throws -> Value
) throws -> Value {
    func fail(_ failure: Failure, _ message: String) -> ExitCode {
        Terminal.printError("headroom: \(message)")
        answering(failure.json)
        return ExitCode(failure.kind.rawValue)
    }
    do {
        return try work()
    } catch let rejection as Rejection {
        let shown = rejection.findings.filter { !errorsOnly || $0.severity == .error }
        Terminal.printFindings(shown, colored: colored)
        answering(rejection.json)
        throw ExitCode(65)
    } catch let failure as Failure {
        throw fail(failure, "\(failure)")
    } catch let interruption as Interruption {
        // As a shell tells it of a program that a signal ended.
        Terminal.printError("headroom: stopped; nothing was written")
        throw ExitCode(128 + interruption.signal)
    } catch let unknown as UnknownName {
        // A question about what is not there: wrong usage, which the command says.
        throw unknown
    } catch {
        let failure = Failure(.ours, "a fault of the program", cause: "\(error)")
        throw fail(failure, "\(failure)")
    }
}
