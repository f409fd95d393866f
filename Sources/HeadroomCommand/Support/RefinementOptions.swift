import ArgumentParser
import Headroom

/// What a cube is refined by, beyond what the data state.
struct RefinementOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "A taxonomy, YAML or CSV: levels of categories and owners, aliases, brands in several categories.",
            valueName: "file"))
    var taxonomy: String?

    @Option(
        help: ArgumentHelp("Factors from rate card to net, YAML or CSV, for the measure net.", valueName: "file"))
    var factors: String?

    var isAsked: Bool { taxonomy != nil || factors != nil }

    func check(_ columns: [SpendColumn], _ measures: [SpendMeasure]) throws {
        for case .level(let level) in columns where taxonomy == nil {
            throw ValidationError("“\(level.rawValue)” is a level of a taxonomy: name its file with --taxonomy")
        }
        guard measures.contains(.net) == (factors != nil) else {
            throw ValidationError(
                factors == nil
                    ? "net follows from factors: name their file with --factors"
                    : "--factors are for the measure net: write --measures spend,net")
        }
    }
}
