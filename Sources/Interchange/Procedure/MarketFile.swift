public import Diagnostics
import Formats
import Scheduling
public import Workflow

/// The markets, and what their vehicles want how long before an air date:
/// ```yaml
/// vehicles: {tv: TV / 电视, online: Online / 网络}
/// markets:
///   mainland:
///     name: Mainland China / 内地
///     calendar: china
///     deadlines:
///       tv: {booking: 20d, material: 5d, clearance: 6d, cancellation: 21ed}
/// ```
public enum MarketFile {
    /// Sound only when there are no errors among the findings.
    public static func read(_ source: SourceText) -> (book: MarketBook, findings: FindingList) {
        let document = YAMLDocument(reading: source)
        var findings = document.findings.inReadingOrder
        guard let root = document.root else {
            return (MarketBook(vehicleKinds: [], markets: []), FindingList(findings))
        }
        var reader = MarketReader(root)
        let book = reader.book()
        findings += reader.findings
        return (book, FindingList(findings.map(source.showing)))
    }
}

private struct MarketReader {
    private var group: YAMLGroup<MarketBookKey>
    private(set) var partFindings: [Finding] = []

    init(_ root: YAMLNode) { group = YAMLGroup(root, subject: "market", owner: "the file of markets") }

    var findings: [Finding] { group.findings + partFindings }

    mutating func book() -> MarketBook {
        let kinds = (group.entries(.vehicles) ?? []).map { entry in
            VehicleKind(id: entry.key.value, name: BilingualName(parsing: entry.value.text ?? entry.key.value))
        }
        return MarketBook(vehicleKinds: kinds, markets: (group.entries(.markets) ?? []).map { market($0) })
    }

    private mutating func market(_ entry: YAMLEntry) -> Market {
        let id = entry.key.value
        var keys = YAMLGroup<MarketKey>(entry.value, subject: "market", owner: "the market “\(id)”")
        var deadlines: [String: [VehicleDeadline.Kind: PlannedDuration]] = [:]
        for kind in keys.entries(.deadlines) ?? [] {
            var times = YAMLGroup<VehicleKey>(
                kind.value, keys: VehicleKey.ofDeadlines, subject: "market", owner: "“\(kind.key.value)” of “\(id)”")
            for (key, deadline) in zip(VehicleKey.ofDeadlines, VehicleDeadline.Kind.allCases) {
                deadlines[kind.key.value, default: [:]][deadline] =
                    times.read(key) { text throws(TextFault) in try PlannedDuration(text) }?.value
            }
            partFindings += times.findings
        }
        let market = Market(
            id: id, name: BilingualName(parsing: keys.text(.name)?.value ?? id),
            calendar: keys.text(.calendar)?.value ?? "", deadlines: deadlines)
        partFindings += keys.findings
        return market
    }
}
