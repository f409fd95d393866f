import ArgumentParser
import Headroom

/// What a command prints beside its answer.
struct ScreenOptions: ParsableArguments {
    @Flag(help: "No findings below an error on standard error.")
    var quiet = false

    @Flag(name: .customLong("no-color"), help: "No colour, even on a terminal.")
    var noColor = false

    var colorsErrors: Bool { Terminal.colorsErrors && !noColor }

    /// Runs anything that may find fault, and turns faults into messages and exit status.
    func reportingFaults<Value>(answering: (JSONValue) -> Void = { _ in }, _ work: () throws -> Value) throws -> Value {
        try HeadroomCommand.reportingFaults(colored: colorsErrors, errorsOnly: quiet, answering: answering, work)
    }

    /// Warnings and notes of an input that was used.
    func print(_ findings: [Finding]) {
        if !quiet { Terminal.printFindings(findings, colored: colorsErrors) }
    }
}

/// How many threads a command may use.
struct ThreadsOption: ParsableArguments {
    @Option(
        help: ArgumentHelp("How many threads may work; the answer is the same with any number.", valueName: "n"),
        transform: parsed)
    var threads: Workers?

    var workers: Workers { threads ?? .all }

    private static func parsed(_ text: String) throws -> Workers {
        guard let count = Int(text), (1...1_024).contains(count) else {
            throw ValidationError("“\(text)” is not a number of threads; use one from 1 to 1024, or leave it out")
        }
        return Workers(count)
    }
}

/// The options that every command that answers with a paper takes.
struct CommonOptions: ParsableArguments {
    @Flag(help: "Print one JSON value on standard output and nothing else there.")
    var json = false

    @Option(name: .customLong("out"), help: ArgumentHelp("Write the papers into this folder.", valueName: "dir"))
    var folder: String?

    @Option(
        name: .customLong("format"),
        help: ArgumentHelp("The forms of paper to write, such as html,xlsx: \(formNames).", valueName: "forms"),
        transform: parseForms)
    var forms: [RenderingForm] = []

    @Option(help: ArgumentHelp("The language of papers: en or zh-Hans.", valueName: "tag"), transform: language)
    var language: Language = .english

    @Flag(help: "Exit with status 1 when the answer is no: a promise is missed, an approved amount is passed.")
    var strict = false

    @OptionGroup var threads: ThreadsOption
    @OptionGroup var screen: ScreenOptions

    var workers: Workers { threads.workers }

    static func language(_ tag: String) throws -> Language {
        guard let language = Language(rawValue: tag) else {
            throw ValidationError("“\(tag)” is not a language of papers; use en or zh-Hans")
        }
        return language
    }

    private static let formNames = RenderingForm.allCases.map(\.rawValue).joined(separator: ", ")

    private static func parseForms(_ text: String) throws -> [RenderingForm] {
        try text.split(separator: ",").map { word in
            guard let form = RenderingForm(rawValue: String(word)) else {
                throw ValidationError("“\(word)” is not a form of paper; use \(formNames)")
            }
            return form
        }
    }
}
