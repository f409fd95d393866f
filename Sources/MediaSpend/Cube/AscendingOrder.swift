/// The order that sorts some keys, equal ones as they stand: by eleven bits at a time, from the lowest on.
///
/// - Parameter width: each key is below 2^width.
/// - Complexity: O(keys × width ÷ 11); bits that all keys share are passed over.
/// - Precondition: fewer than 2³² keys.
package func ascendingOrder(of keys: [UInt64], width: Int = UInt64.bitWidth) -> [UInt32] {
    let digitBits = 11
    var order = Array(0..<UInt32(keys.count))
    guard keys.count > 1 else { return order }
    var sorted = order
    for shift in stride(from: 0, to: width, by: digitBits) {
        @inline(__always) func digit(_ cell: UInt32) -> Int {
            Int(truncatingIfNeeded: keys[Int(cell)] >> UInt64(shift)) & (1 << digitBits - 1)
        }
        var starts = [Int](repeating: 0, count: 1 << digitBits + 1)
        for cell in order { starts[digit(cell) + 1] += 1 }
        if starts[digit(order[0]) + 1] == keys.count { continue }
        for place in 1..<starts.count { starts[place] += starts[place - 1] }
        for cell in order {
            let place = digit(cell)
            sorted[starts[place]] = cell
            starts[place] += 1
        }
        swap(&order, &sorted)
    }
    return order
}
