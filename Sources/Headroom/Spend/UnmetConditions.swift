import Diagnostics
import MediaSpend

/// Names and months that a question asks for and the data lack: a table without them looks like one of no spend.
struct UnmetConditions {
    private let filter: CubeFilter
    private let parts: CubeParts
    private let names: ((SpendDimension, CubeFilter) throws -> [String])?

    /// - Parameters:
    ///   - parts: what the question was answered with.
    ///   - names: those of a dimension among the rows that a filter admits; `nil` where asking would read the files again.
    init(_ filter: CubeFilter, _ parts: CubeParts, names: ((SpendDimension, CubeFilter) throws -> [String])? = nil) {
        self.filter = filter
        self.parts = parts
        self.names = names
    }

    /// A warning for each, the columns in their usual order.
    func findings() throws -> [Finding] {
        let months = (filter.months ?? []).subtracting(parts.market.months).sorted().map { month in
            Finding(
                "spend.unmet-condition", .warning, "\(month) was not delivered",
                advice: "ask for one of the months there are: \(spans(of: Set(parts.market.months).sorted()))")
        }
        let names = try SpendDimension.allCases.flatMap { dimension in
            try findings(missing(filter.names[dimension] ?? [], in: dimension).sorted(), in: dimension)
        }
        return months + names
    }

    private func missing(_ asked: Set<String>, in dimension: SpendDimension) throws -> Set<String> {
        if let position = parts.dimensions.firstIndex(of: dimension) {
            let absent = asked.subtracting(parts.names(at: position))
            guard !absent.isEmpty, let names else { return absent }
            // Another condition may be what keeps them out.
            return absent.subtracting(try names(dimension, CubeFilter(names: [dimension: asked])))
        }
        // One name that rows were counted for is there.
        guard !asked.isEmpty, parts.isEmpty || asked.count > 1, let names else { return [] }
        return asked.subtracting(try names(dimension, CubeFilter(names: [dimension: asked])))
    }

    private func findings(_ missing: [String], in dimension: SpendDimension) throws -> [Finding] {
        let known = missing.isEmpty ? [] : try names?(dimension, .all) ?? []
        return missing.map { name in
            Finding(
                "spend.unmet-condition", .warning, "no row has the \(dimension.word) “\(name)”",
                advice: nearestName(to: name, among: known).map { "is “\($0)” meant?" }
                    ?? "write the name exactly as the data do")
        }
    }
}

extension SpendDimension {
    fileprivate var word: String { self == .adLength ? "ad length" : rawValue }
}
