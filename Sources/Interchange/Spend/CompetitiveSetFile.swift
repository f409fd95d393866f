public import Diagnostics
import Formats

/// Files that declare a competitive set, as YAML: a list of brands, or a name and such a list.
///
/// ```yaml
/// name: Key rivals
/// brands: [Majogo, 君明优品, Bezo]
/// ```
public enum CompetitiveSetFile {
    /// What a file declares.
    public struct Reading: Sendable {
        /// `nil` when the file is a bare list.
        public let name: String?
        /// Each once, in the order of the file.
        public let brands: [Located<String>]
    }

    /// - Throws: a `Rejection` with everything that is wrong with the file.
    public static func read(_ source: SourceText) throws(Rejection) -> Reading {
        let document = YAMLDocument(reading: source)
        var findings = FindingList(document.findings.inReadingOrder)
        var name: String?
        var list = document.root
        if let entries = document.root?.entries {
            list = nil
            for entry in entries {
                switch entry.key.value {
                case "name": name = entry.value.text
                case "brands": list = entry.value
                default:
                    findings.report(
                        Finding(
                            "set.unknown-key", .error,
                            "“\(entry.key.value)” is nothing that a competitive set can state",
                            advice: "write name: and brands:", at: entry.key.place))
                }
            }
        }
        let brands = brands(of: list, in: source, &findings)
        let shown = FindingList(findings.inReadingOrder.map(source.showing))
        try shown.throwIfErrors()
        return Reading(name: name, brands: brands)
    }

    private static func brands(
        of node: YAMLNode?, in source: SourceText, _ findings: inout FindingList
    ) -> [Located<String>] {
        guard let elements = node?.elements, !elements.isEmpty else {
            findings.report(
                Finding(
                    "set.no-brands", .error, "the competitive set names no brand",
                    advice: "write one brand a line, each after a dash",
                    at: node?.place ?? source.place(line: 1, column: 1)))
            return []
        }
        var brands: [Located<String>] = []
        for element in elements {
            guard let brand = element.text else {
                findings.report(
                    Finding(
                        "set.wrong-kind", .error, "a brand is a name",
                        advice: "write the name alone, in quotes where it has a colon",
                        at: element.place))
                continue
            }
            if !brands.contains(where: { $0.value == brand }) { brands.append(Located(brand, at: element.place)) }
        }
        return brands
    }
}
