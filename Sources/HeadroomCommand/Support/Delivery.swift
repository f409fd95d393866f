import ArgumentParser
import Headroom

extension CommonOptions {
    /// Runs a use case and hands its answer to the user: papers, JSON or text, findings, exit status.
    func deliver(_ answer: () throws -> Answer) throws {
        // What a use case keeps in the workspace is kept, also where its paper cannot be written.
        if let folder { try reportingFaults { try OutputFile.checkFolder(folder) } }
        let answer = try reportingFaults(answer)
        try reportingFaults { try hand(over: answer) }
        if strict && answer.isNegative { throw ExitCode(1) }
    }

    /// Runs anything that may find fault; under `--json` a fault is answered in JSON as well.
    func reportingFaults<Value>(_ work: () throws -> Value) throws -> Value {
        try screen.reportingFaults(answering: { if json { try? printJSON($0) } }, work)
    }

    private func hand(over answer: Answer) throws {
        screen.print(answer.findings)
        let asksForFiles = folder != nil || !forms.isEmpty
        if asksForFiles {
            let written = try answer.write(as: forms.isEmpty ? [.html] : forms, in: language, to: folder ?? ".")
            if !json { try Terminal.printOutput(written.joined(separator: "\n")) }
        }
        if json {
            try printJSON(answer.json)
        } else if !asksForFiles {
            try printText(of: answer)
        }
    }

    /// Prints the paper of an answer.
    func printText(of answer: Answer) throws {
        let text = TextRenderer(width: Terminal.width, isColoured: Terminal.colorsOutput && !screen.noColor)
        try Terminal.printOutput(answer.report(in: language).rendered(as: text).text, terminator: "")
    }

    private func printJSON(_ value: JSONValue) throws(Failure) {
        try Terminal.printJSON(value, workers)
    }
}
