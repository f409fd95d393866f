import ArgumentParser

/// Reads a whole number within bounds.
func number(in range: ClosedRange<Int>) -> @Sendable (String) throws -> Int {
    { text in
        guard let number = Int(text), range.contains(number) else {
            throw ValidationError("“\(text)” is no number from \(range.lowerBound) to \(range.upperBound)")
        }
        return number
    }
}
