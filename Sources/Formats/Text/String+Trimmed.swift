extension StringProtocol where UTF8View: BidirectionalCollection {
    /// Without white space at either end.
    package var trimmed: String {
        // Nearly every field of a table begins and ends with a plain letter or digit.
        if let first = utf8.first, let last = utf8.last, isPlain(first), isPlain(last) { return String(self) }
        var rest = self[startIndex..<endIndex]
        while rest.first?.isWhitespace == true { rest.removeFirst() }
        while rest.last?.isWhitespace == true { rest.removeLast() }
        return String(rest)
    }
}

/// Whether a byte is a scalar of its own and no white space.
private func isPlain(_ byte: UInt8) -> Bool { byte > 0x20 && byte < 0x7F }
