extension String {
    /// The text as it may stand on a page or in a terminal: control characters, which could move the cursor or break a
    /// line, become blanks, and the marks that turn the writing direction of whatever follows them are left out.
    ///
    /// Letters written from right to left stay; they order themselves.
    var printable: String {
        guard unicodeScalars.contains(where: { $0.isControl || $0.turnsDirection }) else { return self }
        var clean = UnicodeScalarView()
        for scalar in unicodeScalars where !scalar.turnsDirection { clean.append(scalar.isControl ? " " : scalar) }
        return String(clean)
    }
}

extension Unicode.Scalar {
    /// C0, delete, C1, and the separators of lines and paragraphs.
    fileprivate var isControl: Bool {
        value < 0x20 || (0x7F...0x9F).contains(value) || value == 0x2028 || value == 0x2029
    }

    /// Embeddings, overrides and isolates.
    fileprivate var turnsDirection: Bool {
        (0x202A...0x202E).contains(value) || (0x2066...0x2069).contains(value)
    }
}
