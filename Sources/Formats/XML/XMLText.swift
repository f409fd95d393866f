/// The text of an element as it is put together.
///
/// A text that stands in the file in one piece stays there; only one of several pieces is copied.
struct XMLText: Sendable {
    private var range = 0..<0
    private var pieces: [UInt8] = []
    private var isCopied = false

    var isEmpty: Bool { range.isEmpty && !isCopied }

    func bytes(of file: [UInt8]) -> ArraySlice<UInt8> { isCopied ? pieces[...] : file[range] }

    mutating func clear() {
        range = 0..<0
        guard isCopied else { return }
        isCopied = false
        pieces.removeAll(keepingCapacity: true)
    }

    mutating func append(_ piece: Range<Int>, of file: [UInt8]) {
        if isEmpty {
            range = piece
        } else {
            copy(from: file)
            pieces += file[piece]
        }
    }

    mutating func append(_ scalar: Unicode.Scalar, of file: [UInt8]) {
        copy(from: file)
        pieces += UTF8.encode(scalar)!
    }

    private mutating func copy(from file: [UInt8]) {
        guard !isCopied else { return }
        pieces += file[range]
        isCopied = true
    }
}
