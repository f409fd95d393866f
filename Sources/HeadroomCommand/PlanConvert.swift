import ArgumentParser
import Headroom

struct PlanConvert: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "convert", abstract: "Turn a plan into a file for another program.")

    @Argument(help: "The plan, of any kind that is read; - for standard input.")
    var input: String

    @Argument(help: "The file to write; its ending tells: .xml (Microsoft Project), .xer (Primavera), .yaml, .csv.")
    var output: String

    @OptionGroup var kind: PlanFormatOption

    @Option(
        name: .customLong("to"), help: "The kind to write when the ending does not tell: \(names(PlanFormat.written)).",
        transform: PlanConvert.format)
    var to: PlanFormat?

    @Flag(help: "Print one JSON value on standard output and nothing else there.")
    var json = false

    @OptionGroup var screen: ScreenOptions

    func validate() throws { _ = try target() }

    func run() throws {
        let format = try target()
        try screen.reportingFaults(answering: { if json { try? print($0) } }) {
            let conversion = try PlanConversion(of: InputFile(reading: input), as: kind.format, to: format)
            try OutputFile.write(conversion.bytes, to: output)
            screen.print(conversion.findings)
            if json { try print(conversion.json(writtenTo: output)) }
        }
    }

    private func print(_ value: JSONValue) throws { try Terminal.printOutput(value.serialized(pretty: true)) }

    /// The kind that is asked for, or that the ending stands for.
    private func target() throws -> PlanFormat {
        if let to { return to }
        let ending = output.split(separator: "/").last.flatMap { $0.split(separator: ".").dropFirst().last } ?? ""
        guard let format = PlanFormat(ending: String(ending)), PlanFormat.written.contains(format) else {
            throw ValidationError(
                "“\(output)” does not tell what to write; end it in .xml, .xer, .yaml or .csv, or use --to "
                    + Self.names(PlanFormat.written))
        }
        return format
    }

    private static func names(_ formats: [PlanFormat]) -> String {
        formats.map(\.rawValue).joined(separator: ", ")
    }

    private static func format(_ text: String) throws -> PlanFormat {
        let formats = PlanFormat.written
        guard let format = PlanFormat(rawValue: text), formats.contains(format) else {
            throw ValidationError("“\(text)” is not a kind that is written; use \(names(formats))")
        }
        return format
    }
}
