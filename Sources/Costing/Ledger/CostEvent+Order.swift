extension CostEvent {
    /// Whether it comes before another: by date, then by the number of its document as people count, PR-9 before PR-10.
    func precedes(_ other: CostEvent) -> Bool {
        date == other.date ? DocumentNumber.precedes(id, other.id) : date < other.date
    }
}

/// The number of a document, such as `PR-10`: text with numbers in it.
enum DocumentNumber {
    /// Whether one comes before another as people count. Digits count as one number, whatever zeros lead it; where that makes
    /// no difference the texts decide, so that two different numbers are always in an order.
    ///
    /// - Complexity: O(the shorter number).
    static func precedes(_ left: String, _ right: String) -> Bool {
        var (first, second) = (left.utf8[...], right.utf8[...])
        while let one = first.first, let other = second.first {
            if isDigit(one), isDigit(other) {
                let (number, otherNumber) = (takeNumber(&first), takeNumber(&second))
                if number.count != otherNumber.count { return number.count < otherNumber.count }
                if !number.elementsEqual(otherNumber) { return number.lexicographicallyPrecedes(otherNumber) }
            } else {
                guard one == other else { return one < other }
                first.removeFirst()
                second.removeFirst()
            }
        }
        return first.isEmpty == second.isEmpty ? left < right : first.isEmpty
    }

    private static func isDigit(_ byte: UInt8) -> Bool { UInt8(ascii: "0")...UInt8(ascii: "9") ~= byte }

    /// The digits that a text begins with, without leading zeros; the text goes on behind them.
    private static func takeNumber(_ text: inout Substring.UTF8View) -> Substring.UTF8View {
        let digits = text.prefix(while: isDigit)
        text = text[digits.endIndex...]
        return digits.drop { $0 == UInt8(ascii: "0") }
    }
}
