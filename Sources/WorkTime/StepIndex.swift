/// Counts how many of many ascending numbers are not after a given one.
///
/// The span of the numbers is cut into buckets of equal width, two to four for each number; each bucket knows how many
/// numbers lie before it. Evenly spread numbers are counted at once, clustered ones by halving their bucket.
struct StepIndex: Sendable {
    private let keys: [Int]
    private let first: Int
    /// Buckets are 2^width wide.
    private let width: Int
    /// For each bucket, and for the end after the last, the count of keys before its beginning.
    private let ranks: [Int]

    /// - Parameter keys: ascending; equal ones may repeat.
    init(_ keys: [Int]) {
        self.keys = keys
        first = keys.first ?? .max
        let span = (keys.last ?? .max) - first
        var width = 0
        while span >> width >= 4 * max(1, keys.count) { width += 1 }
        self.width = width

        var ranks: [Int] = []
        var rank = 0
        for bucket in 0...((span >> width) + 1) {
            while rank < keys.count, (keys[rank] - first) >> width < bucket { rank += 1 }
            ranks.append(rank)
        }
        self.ranks = ranks
    }

    /// How many keys are at most `number`.
    func count(notAfter number: Int) -> Int {
        guard number >= first else { return 0 }
        let bucket = (number - first) >> width
        guard bucket < ranks.count - 1 else { return keys.count }
        var (low, high) = (ranks[bucket], ranks[bucket + 1])
        while low < high {
            let middle = (low + high) / 2
            if keys[middle] <= number { low = middle + 1 } else { high = middle }
        }
        return low
    }
}
