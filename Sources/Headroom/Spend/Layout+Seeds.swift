import Diagnostics
import Interchange
public import MediaSpend
import Seeds

extension Layout {
    /// The layouts of the seeds.
    ///
    /// - Precondition: they are sound; a test reads each of them.
    public static let seeds: [Layout] = Seed.layouts.map { seed in
        let source = SourceText(String(decoding: seed.bytes, as: UTF8.self), file: seed.file)
        do {
            return try LayoutFile.read(source)
        } catch {
            preconditionFailure("\(seed.file): \(error)")
        }
    }

    /// The layout of this name, or of this file; without a name, the one layout of the seeds that fits the first line of
    /// the month file.
    ///
    /// - Throws: ``Failure`` when there is neither; a `Rejection` when the layout is faulty, or none fits.
    init(named name: String?, fitting file: String?) throws {
        if let name {
            self = try Self.named(name)
        } else {
            self = try Self.fitting(file)
        }
    }

    private static func named(_ name: String) throws -> Layout {
        if let seed = seeds.first(where: { $0.name == name }) { return seed }
        guard OutputFile.exists(name) else {
            let names = seeds.map(\.name)
            let advice =
                nearestName(to: name, among: names).map { "is “\($0)” meant?" }
                ?? "give the file of a layout, or use one of: \(names.joined(separator: ", "))"
            throw Rejection(findings: [
                Finding(
                    "spend.unknown-layout", .error, "there is no layout “\(name)”, and no such file", advice: advice)
            ])
        }
        var findings = FindingList()
        let source = try InputFile(reading: name).text(findings: &findings)
        try findings.throwIfErrors()
        return try LayoutFile.read(source)
    }

    private static func fitting(_ file: String?) throws -> Layout {
        let fitting = try file.map { $0 == "-" ? [] : try Layout.fitting($0, among: seeds) } ?? []
        if fitting.count == 1 { return fitting[0] }
        if let file, OutputFile.isEmpty(file) {
            throw Rejection(findings: [
                Finding(
                    "spend.no-header", .error, "“\(file)” is empty",
                    advice: "ask for the file once more, or check that it was copied whole",
                    at: SourcePlace(file: file, line: 1, column: 1))
            ])
        }
        let names = (fitting.isEmpty ? seeds : fitting).map(\.name).joined(separator: ", ")
        throw Rejection(findings: [
            Finding(
                "spend.no-layout", .error,
                fitting.isEmpty
                    ? "no layout is known for the columns of “\(file ?? "-")”"
                    : "several layouts fit the columns of “\(file ?? "-")”",
                advice: fitting.isEmpty
                    ? "have one written by  headroom spend import --propose vendor.yaml, look at it, and use it with "
                        + "--layout vendor.yaml; or use one of: \(names)"
                    : "say which with --layout: \(names)", at: file.map { SourcePlace(file: $0, line: 1, column: 1) })
        ])
    }
}
