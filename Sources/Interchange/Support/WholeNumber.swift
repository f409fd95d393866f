import Diagnostics

/// A number that counts something.
enum WholeNumber {
    /// - Throws: `plan.bad-number`.
    static func reading(_ text: String) throws(TextFault) -> Int {
        guard let number = Int(text), (-1_000_000...1_000_000).contains(number) else {
            throw TextFault("plan.bad-number", "“\(text)” is not a whole number", advice: "write digits alone: 2")
        }
        return number
    }
}
