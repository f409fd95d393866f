import Diagnostics
import Formats
import Workflow

/// What stands where something depends on the size of the job: `{small: 2d, medium: 4d, large: 6d}`.
enum SizeChoice {
    /// A value, or each value of a group of keys, as it is for one size of job.
    ///
    /// Of a choice in which that size is missing, which is reported, another stands for it.
    static func settled(_ node: YAMLNode, for size: JobSize, findings: inout [Finding]) -> YAMLNode {
        guard let entries = node.entries else { return node }
        var settled = node
        settled.content = .mapping(
            entries.map { entry in
                var entry = entry
                if let choices = entry.value.entries, isChoice(choices) {
                    entry.value = choice(of: entry.key.value, among: choices, for: size, findings: &findings)
                }
                return entry
            })
        return settled
    }

    private static func isChoice(_ entries: [YAMLEntry]) -> Bool {
        entries.contains { JobSize(rawValue: $0.key.value) != nil }
    }

    private static func choice(
        of key: String, among choices: [YAMLEntry], for size: JobSize, findings: inout [Finding]
    ) -> YAMLNode {
        let sizes = JobSize.allCases.map(\.rawValue)
        for unknown in choices where !sizes.contains(unknown.key.value) {
            findings.append(
                Finding(
                    "procedure.unknown-key", .error, "“\(unknown.key.value)” is no size of job",
                    advice: nearestName(to: unknown.key.value, among: sizes).map { "did you mean “\($0)”?" }
                        ?? "use \(sizes.joined(separator: ", "))", at: unknown.key.place))
        }
        let missing = sizes.filter { size in !choices.contains { $0.key.value == size } }
        if !missing.isEmpty {
            findings.append(
                Finding(
                    "procedure.missing-size", .error,
                    "“\(key)” does not say what it is for a \(missing.joined(separator: " or ")) job",
                    advice:
                        "give all three sizes, such as {small: 2d, medium: 4d, large: 6d}, or one value for all of them",
                    at: choices[0].key.place))
        }
        return choices.first { $0.key.value == size.rawValue }?.value ?? choices[0].value
    }
}
