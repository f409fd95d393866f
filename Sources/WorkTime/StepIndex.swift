/// Finds the last of many ascending numbers that is not after a given one.
///
/// The span of the numbers is cut into buckets of equal width, about as many as there are numbers; each bucket knows
/// how many numbers lie before it. Evenly spread numbers are found at once, clustered ones by halving their bucket.
struct StepIndex: Sendable {
    private let keys: [Int]
    /// Buckets are 2^width wide.
    private let width: Int
    /// For each bucket, and for the end after the last, the count of keys before its beginning.
    private let ranks: [Int]

    /// - Parameter keys: ascending, at least one; equal ones may repeat.
    init(_ keys: [Int]) {
        self.keys = keys
        let span = keys[keys.count - 1] - keys[0]
        var width = 0
        while span >> width > 2 * keys.count { width += 1 }
        self.width = width

        var ranks: [Int] = []
        var rank = 0
        for bucket in 0...((span >> width) + 1) {
            while rank < keys.count, (keys[rank] - keys[0]) >> width < bucket { rank += 1 }
            ranks.append(rank)
        }
        self.ranks = ranks
    }

    /// The index of the last key that is at most `number`, which is no less than the first key.
    func last(notAfter number: Int) -> Int {
        let bucket = (number - keys[0]) >> width
        guard bucket < ranks.count - 1 else { return keys.count - 1 }
        var (low, high) = (ranks[bucket], ranks[bucket + 1])
        while low < high {
            let middle = (low + high) / 2
            if keys[middle] <= number { low = middle + 1 } else { high = middle }
        }
        return low - 1
    }
}
