import ArgumentParser
import Headroom

extension CommonOptions {
    /// Runs a use case and hands its answer to the user: papers, JSON or text, findings, exit status.
    func deliver(_ answer: () throws -> Answer) throws {
        let answer = try reportingFaults(answer)
        try reportingFaults { try hand(over: answer) }
        if strict && answer.isNegative { throw ExitCode(1) }
    }

    /// Runs anything that may find fault; under `--json` a rejected input is answered in JSON as well.
    func reportingFaults<Value>(_ work: () throws -> Value) throws -> Value {
        try HeadroomCommand.reportingFaults(colored: colorsErrors, rejected: { if json { printJSON($0.json) } }, work)
    }

    private func hand(over answer: Answer) throws {
        if !quiet { Terminal.printFindings(answer.findings, colored: colorsErrors) }
        let asksForFiles = folder != nil || !forms.isEmpty
        if asksForFiles {
            let written = try answer.write(as: forms.isEmpty ? [.html] : forms, in: language, to: folder ?? ".")
            if !json { written.forEach { print($0) } }
        }
        if json {
            printJSON(answer.json)
        } else if !asksForFiles {
            let text = TextRenderer(width: Terminal.width, isColoured: Terminal.colorsOutput && !noColor)
            print(try answer.report(in: language).rendered(as: text).text, terminator: "")
        }
    }

    private var colorsErrors: Bool { Terminal.colorsErrors && !noColor }

    private func printJSON(_ value: JSONValue) { print(value.serialized(pretty: true)) }
}
