/// The order that sorts some keys, equal ones as they stand.
///
/// - Parameter width: each key is below 2^width.
/// - Complexity: O(keys × width ÷ 11): by eleven bits at a time; bits that all keys share are passed over.
/// - Precondition: fewer than 2³² keys.
package func ascendingOrder(of keys: [UInt64], width: Int = UInt64.bitWidth) -> [UInt32] {
    let digitBits = 11
    var sorting = DigitSorting(count: keys.count)
    keys.withUnsafeBufferPointer { keys in
        for shift in stride(from: 0, to: width, by: digitBits) {
            sorting.sort(below: 1 << digitBits) {
                Int(truncatingIfNeeded: keys[Int($0)] >> UInt64(shift)) & (1 << digitBits - 1)
            }
        }
    }
    return sorting.order
}

/// The order that sorts cells by the first column, then by the second, and so on; equal ones as they stand.
///
/// - Parameters:
///   - columns: for each cell a number below the size of the column.
///   - count: how many cells there are.
/// - Complexity: O(columns × (cells + sizes)).
/// - Precondition: fewer than 2³² cells.
func ascendingOrder(of columns: [[UInt32]], sizes: [Int], count: Int) -> [UInt32] {
    var sorting = DigitSorting(count: count)
    for (column, size) in zip(columns, sizes).reversed() where size > 1 {
        column.withUnsafeBufferPointer { column in sorting.sort(below: size) { Int(column[Int($0)]) } }
    }
    return sorting.order
}

/// Positions while they are sorted by one digit after another, the one that counts least first.
private struct DigitSorting {
    private(set) var order: [UInt32]
    private var sorted: [UInt32]

    init(count: Int) {
        order = Array(0..<UInt32(count))
        sorted = order
    }

    /// Sorts by one more digit, by counting; equal ones keep their order.
    ///
    /// - Parameter size: each digit is below it.
    @inline(__always)
    mutating func sort(below size: Int, by digit: (UInt32) -> Int) {
        guard let first = order.first else { return }
        var starts = [UInt32](repeating: 0, count: size + 1)
        for position in 0..<UInt32(order.count) { starts[digit(position) + 1] += 1 }
        // What all have in common does not order them.
        if starts[digit(first) + 1] == order.count { return }
        for place in 1..<starts.count { starts[place] += starts[place - 1] }
        sorted.withUnsafeMutableBufferPointer { [order] sorted in
            for position in order {
                let place = digit(position)
                sorted[Int(starts[place])] = position
                starts[place] += 1
            }
        }
        swap(&order, &sorted)
    }
}
