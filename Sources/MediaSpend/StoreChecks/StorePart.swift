/// The stores of one region or format, and what the brands are there.
public struct StorePart: Hashable, Sendable {
    /// Empty for stores of which it is not stated.
    public let name: String
    /// All that should be visited, and those that were.
    public let stores: Int
    public let visited: Int
    /// In the order of the whole.
    public let lines: [Line]

    /// One brand in these stores.
    public struct Line: Hashable, Sendable {
        public let category: String
        public let brand: String
        public let current: ShelfFigures
        /// Absent where none of these stores was visited the month before.
        public let previous: Derived<ShelfFigures>

        /// How much a figure is above that of the month before.
        public func change(_ figure: (ShelfFigures) -> Derived<Double>) -> Derived<Double> {
            ShelfFigures.difference(figure(current), previous, figure)
        }
    }
}
