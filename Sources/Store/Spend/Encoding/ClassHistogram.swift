/// How often each class of numbers occurs, and which precision codes them in the fewest bits.
struct ClassHistogram {
    let classes: ValueClasses
    /// One count a class.
    private(set) var counts: [UInt32]
    /// How many numbers there are.
    let total: Int

    /// Counts numbers at the finest precision that is of use.
    init(_ values: UnsafeBufferPointer<UInt64>, maximum: UInt64) {
        let classes = ValueClasses(precision: ValueClasses.finest)
        var counts = [UInt32](repeating: 0, count: classes.count(through: maximum))
        counts.withUnsafeMutableBufferPointer { counts in
            for value in values { counts[classes.split(value).symbol] &+= 1 }
        }
        self.init(classes: classes, counts: counts, total: values.count)
    }

    private init(classes: ValueClasses, counts: [UInt32], total: Int) {
        self.classes = classes
        self.counts = counts
        self.total = total
    }

    /// The same numbers in fewer classes.
    private func coarser(_ precision: Int) -> ClassHistogram {
        let coarse = ValueClasses(precision: precision)
        let last = classes.first(of: counts.count - 1)
        var merged = [UInt32](repeating: 0, count: coarse.count(through: last))
        for (symbol, count) in counts.enumerated() where count > 0 {
            merged[coarse.split(classes.first(of: symbol)).symbol] += count
        }
        return ClassHistogram(classes: coarse, counts: merged, total: total)
    }

    /// The same numbers at the precision that should code them shortest.
    ///
    /// Exact codes for all numbers win where their list is short beside the column; few leading bits win where every
    /// number is another.
    var best: ClassHistogram {
        var best = self
        var least = estimatedBits
        var next = self
        for precision in stride(from: classes.precision - 2, through: 2, by: -2) {
            next = next.coarser(precision)
            let bits = next.estimatedBits
            if bits < least { (best, least) = (next, bits) }
        }
        return best
    }

    /// About how many bits a prefix code takes: by entropy, with the table of its lengths.
    ///
    /// Logarithms are read off the top bits of a number, so that every machine makes the same choice.
    var estimatedBits: Int {
        let whole = logarithm(total)
        var (parts, raw, used) = (0, 0, 0)
        for (symbol, count) in counts.enumerated() where count > 0 {
            parts += Int(count) * (whole - logarithm(Int(count)))
            raw += Int(count) * classes.rawBits(of: symbol)
            used += 1
        }
        guard used <= PrefixCode.mostSymbols else { return .max }
        // A code takes at least one bit.
        return max(parts >> logarithmShift, total) + raw + counts.count * 4
    }
}

private let logarithmShift = 8

/// log₂ in steps of 1 ÷ 256, linear between powers of two.
///
/// - Source: Mitchell, 1962; at most 0.086 too small.
private func logarithm(_ number: Int) -> Int {
    let top = 63 - max(number, 1).leadingZeroBitCount
    let mantissa = top >= logarithmShift ? number >> (top - logarithmShift) : number << (logarithmShift - top)
    return top << logarithmShift + mantissa - 1 << logarithmShift
}
