import ArgumentParser
import Headroom

/// How the kind of a plan file is told where its content does not.
struct PlanFormatOption: ParsableArguments {
    @Option(
        name: .customLong("from"), help: "The kind of file when its content does not tell: \(Self.names).",
        transform: PlanFormatOption.format)
    var format: PlanFormat?

    private static var names: String { PlanFormat.allCases.map(\.rawValue).joined(separator: ", ") }

    private static func format(_ text: String) throws -> PlanFormat {
        guard let format = PlanFormat(rawValue: text) else {
            throw ValidationError("“\(text)” is not a kind of plan file; use one of \(names)")
        }
        return format
    }
}
