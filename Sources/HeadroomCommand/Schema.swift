import ArgumentParser
import Headroom

struct Schema: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "The JSON Schema of a file format, for editors that complete and check.")

    /// The file formats that have one.
    enum Format: String, CaseIterable, ExpressibleByArgument {
        case plan
    }

    @Argument(help: "plan: the YAML plan.")
    var format: Format

    func run() throws {
        let schema =
            switch format {
            case .plan: PlanSchema.json
            }
        try reportingFaults(colored: false) { try Terminal.printOutput(schema.serialized(pretty: true)) }
    }
}
