import Formats

/// The parts of a workbook file, unpacked: enough of ZIP to read back what was written.
///
/// - Source: PKWARE APPNOTE, 4.3: entries of the central directory and local headers, stored or deflated.
func unzipped(_ bytes: [UInt8]) -> [String: String] {
    func number(_ place: Int, _ length: Int) -> Int {
        (0..<length).reduce(0) { $0 | Int(bytes[place + $1]) << (8 * $1) }
    }
    var parts: [String: String] = [:]
    for place in bytes.indices.dropLast(46) where number(place, 4) == 0x0201_4B50 {
        let (method, packed) = (number(place + 10, 2), number(place + 20, 4))
        let name = String(decoding: bytes[(place + 46)..<(place + 46 + number(place + 28, 2))], as: UTF8.self)
        let header = number(place + 42, 4)
        let start = header + 30 + number(header + 26, 2) + number(header + 28, 2)
        let content = Array(bytes[start..<(start + packed)])
        guard method == 8 else {
            parts[name] = String(decoding: content, as: UTF8.self)
            continue
        }
        // A ZIP entry holds what a gzip file holds between its header and its checksum.
        let gzip =
            [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 255] + content + bytes[(place + 16)..<(place + 20)]
            + bytes[(place + 24)..<(place + 28)]
        parts[name] = (try? unpacked(gzip, size: number(place + 24, 4))).map { String(decoding: $0, as: UTF8.self) }
    }
    return parts
}

/// The contents of a gzip file that is all at hand.
private func unpacked(_ gzip: [UInt8], size: Int) throws -> [UInt8] {
    var stream = GzipStream()
    var rest = gzip
    var contents: [UInt8] = []
    while contents.count < size {
        let piece = try [UInt8](unsafeUninitializedCapacity: size) { bytes, count in
            count = try stream.read(into: UnsafeMutableRawBufferPointer(bytes)) {
                defer { rest = [] }
                return rest
            }
        }
        guard !piece.isEmpty else { break }
        contents += piece
    }
    return contents
}
