/// The characters of an export as bytes.
enum XERCharacters {
    /// Windows-1252 where that has all of them, UTF-8 with a byte order mark elsewhere.
    static func bytes(of text: String) -> [UInt8] {
        if text.utf8.allSatisfy({ $0 < 0x80 }) { return Array(text.utf8) }
        var bytes: [UInt8] = []
        bytes.reserveCapacity(text.utf8.count)
        for scalar in text.unicodeScalars {
            guard let byte = windows1252(scalar) else { return [0xEF, 0xBB, 0xBF] + Array(text.utf8) }
            bytes.append(byte)
        }
        return bytes
    }

    private static func windows1252(_ scalar: Unicode.Scalar) -> UInt8? {
        switch scalar.value {
        case 0..<0x80, 0xA0...0xFF: UInt8(scalar.value)
        default: others[scalar]
        }
    }

    /// What stands in 0x80…0x9F.
    private static let others: [Unicode.Scalar: UInt8] = {
        let scalars = Array("€\u{81}‚ƒ„…†‡ˆ‰Š‹Œ\u{8D}Ž\u{8F}\u{90}‘’“”•–—˜™š›œ\u{9D}žŸ".unicodeScalars)
        let codes = scalars.enumerated().filter { !(0x80..<0xA0).contains($1.value) }
        return Dictionary(uniqueKeysWithValues: codes.map { ($1, UInt8(0x80 + $0)) })
    }()
}
