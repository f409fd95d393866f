import Diagnostics
import Interchange
public import MediaSpend

extension Refinement {
    /// A refinement by what files state.
    ///
    /// - Parameters:
    ///   - taxonomy: the path of a taxonomy, YAML or CSV by its name.
    ///   - factors: the path of a table of factors, YAML or CSV by its name.
    /// - Throws: a `Rejection` with everything that is wrong with both files; ``Failure``.
    public static func reading(
        by columns: [SpendColumn], taxonomy: String?, factors: String?
    ) throws -> (refinement: Refinement, findings: [Finding]) {
        var findings = FindingList()
        var known: Taxonomy?
        var table: FactorTable?
        do {
            if let taxonomy { (known, findings) = try read(taxonomy: taxonomy) }
        } catch let rejection as Rejection {
            findings.report(contentsOf: rejection.findings)
        }
        do {
            if let factors { table = try read(factors: factors) }
        } catch let rejection as Rejection {
            findings.report(contentsOf: rejection.findings)
        }
        try findings.throwIfErrors()
        return (Refinement(by: columns, taxonomy: known, factors: table), findings.inReadingOrder)
    }

    /// A taxonomy of a file, YAML or CSV by its name.
    static func read(taxonomy path: String) throws -> (Taxonomy, FindingList) {
        let file = try InputFile(reading: path)
        if file.isCSV {
            let reading = try TaxonomyFile.read(csv: file.bytes, file: path)
            return (reading.taxonomy, FindingList(reading.findings))
        }
        var findings = FindingList()
        let reading = try TaxonomyFile.read(try file.text(findings: &findings))
        findings.report(contentsOf: reading.findings)
        return (reading.taxonomy, findings)
    }

    private static func read(factors path: String) throws -> FactorTable {
        let file = try InputFile(reading: path)
        if file.isCSV { return try FactorFile.read(csv: file.bytes, file: path) }
        var findings = FindingList()
        return try FactorFile.read(try file.text(findings: &findings))
    }
}

extension InputFile {
    fileprivate var isCSV: Bool { path.lowercased().hasSuffix(".csv") }
}
