import WorkTime

extension Cube {
    /// The cells that pass a filter, added up by fewer dimensions.
    ///
    /// - Precondition: the cube is grouped by the dimensions of the filter and by `dimensions`.
    public func counting(_ filter: CubeFilter, by dimensions: [SpendDimension]) -> Cube {
        var cube = self
        if let months = filter.months { cube = cube.restricted(to: Set(months.map(\.description)), in: .month) }
        for (dimension, names) in filter.names.sorted(by: { $0.key < $1.key }) {
            cube = cube.restricted(to: names, in: dimension)
        }
        return cube.grouped(by: dimensions)
    }
}

extension CubeFilter {
    /// What a cube must be grouped by for the filter to be applied afterwards: `dimensions`, then its own.
    public func dimensions(with dimensions: [SpendDimension]) -> [SpendDimension] {
        dimensions + self.dimensions.subtracting(dimensions).sorted()
    }

    /// Counts a name too: `2025-12` for a month or day in ISO 8601.
    ///
    /// - Returns: `nil` when it is no month.
    public func admitting(_ name: String, in dimension: SpendDimension) -> CubeFilter? {
        var filter = self
        guard dimension == .month else {
            filter.names[dimension, default: []].insert(name)
            return filter
        }
        guard let month = CivilMonth(name) else { return nil }
        filter.months = (filter.months ?? []).union([month])
        return filter
    }
}
