/// The names that a column gives the keys in another, as far as one thread has met them.
///
/// Nearly every row says of its key what the last one said of it, so that is what is asked first.
final class KeyLabels {
    private var memo = FieldMemo()
    private var count: UInt32 = 0
    /// For each code the number of the name that it had last; 0 is none.
    private var last: [UInt32] = []
    /// Codes, and in the lower half the numbers of names.
    private var known: Set<UInt64> = []

    /// The number of a name, counted from 1 in the order in which they are met.
    ///
    /// - Parameter field: as of ``FieldMemo/value(of:count:makeSense:)``.
    func number(of field: UnsafePointer<UInt8>, _ length: Int) -> UInt32 {
        memo.value(of: field, count: length) {
            count += 1
            return count
        }
    }

    /// Whether a name was settled for a code.
    func isKnown(_ number: UInt32, of code: UInt32) -> Bool {
        let index = Int(code)
        guard index < last.count else { return false }
        if last[index] == number { return true }
        guard known.contains(Self.pair(number, code)) else { return false }
        last[index] = number
        return true
    }

    /// Remembers a name of a code that all know.
    func settle(_ number: UInt32, of code: UInt32) {
        let index = Int(code)
        if index >= last.count { last.append(contentsOf: repeatElement(0, count: index + 1 - last.count)) }
        last[index] = number
        known.insert(Self.pair(number, code))
    }

    private static func pair(_ number: UInt32, _ code: UInt32) -> UInt64 { UInt64(code) << 32 | UInt64(number) }
}
