import ArgumentParser
import Headroom

extension CommonOptions {
    /// Runs a use case and hands its answer to the user: papers, JSON or text, findings, exit status.
    func deliver(_ answer: () throws -> Answer) throws {
        let answer = try reportingFaults(answer)
        try reportingFaults { try hand(over: answer) }
        if strict && answer.isNegative { throw ExitCode(1) }
    }

    /// Runs anything that may find fault with the input or the world, and turns faults into messages and exit status.
    func reportingFaults<Value>(_ work: () throws -> Value) throws -> Value {
        do {
            return try work()
        } catch let rejection as Rejection {
            Terminal.printFindings(rejection.findings, colored: colorsErrors)
            if json { printJSON(rejection.json) }
            throw ExitCode(65)
        } catch let failure as Failure {
            Terminal.printError("headroom: \(failure)")
            throw ExitCode(failure.kind.rawValue)
        }
    }

    private func hand(over answer: Answer) throws {
        if !quiet { Terminal.printFindings(answer.findings, colored: colorsErrors) }
        if folder != nil || !format.isEmpty {
            let written = try write(answer)
            if !json { written.forEach { print($0) } }
        }
        if json {
            printJSON(answer.json)
        } else if folder == nil && format.isEmpty {
            let report = answer.report(in: language)
            print(report.text(width: Terminal.width, colored: Terminal.colorsOutput && !noColor), terminator: "")
        }
    }

    /// Writes each paper that was asked for, HTML when none was named, and gives back the paths.
    private func write(_ answer: Answer) throws -> [String] {
        let report = answer.report(in: language)
        return try (format.isEmpty ? [.html] : format).map { format in
            let path = "\(folder ?? ".")/\(answer.fileName(as: format, in: language))"
            try report.write(as: format, answer: answer, to: path)
            return path
        }
    }

    private var colorsErrors: Bool { Terminal.colorsErrors && !noColor }

    private func printJSON(_ value: JSONValue) { print(value.serialized(pretty: true)) }
}

extension Answer {
    /// `campaign.timetable.zh-Hans.html`; JSON is the same in every language.
    func fileName(as format: PaperFormat, in language: Language) -> String {
        format == .json ? "\(name).json" : "\(name).\(language.rawValue).\(format == .text ? "txt" : format.rawValue)"
    }
}
