/// A cell by its row and column, both counted from 1; written `C12`.
public struct CellAddress: Hashable, Sendable, CustomStringConvertible {
    /// 1…1,048,576.
    public let row: Int
    /// 1…16,384; `A` is 1.
    public let column: Int

    /// - Returns: `nil` outside of the largest sheet there is.
    public init?(row: Int, column: Int) {
        guard (1...Self.lastRow).contains(row), (1...Self.lastColumn).contains(column) else { return nil }
        self.row = row
        self.column = column
    }

    /// Reads `C12`, and `$C$12`.
    init?(_ text: ArraySlice<UInt8>) {
        var (row, column) = (0, 0)
        for byte in text where byte != UInt8(ascii: "$") {
            if case 0x41...0x5A = byte, row == 0 {
                column = column * 26 + Int(byte - 0x40)
            } else if case 0x30...0x39 = byte, column > 0 {
                row = row * 10 + Int(byte - 0x30)
            } else {
                return nil
            }
            guard row <= Self.lastRow, column <= Self.lastColumn else { return nil }
        }
        self.init(row: row, column: column)
    }

    public static let lastRow = 1_048_576
    public static let lastColumn = 16_384

    public var description: String { Self.letters(of: column) + String(row) }

    /// `A` for 1, `AA` for 27.
    static func letters(of column: Int) -> String {
        var letters = ""
        var rest = column
        while rest > 0 {
            letters = String(UnicodeScalar(UInt8(0x41 + (rest - 1) % 26))) + letters
            rest = (rest - 1) / 26
        }
        return letters
    }
}

/// A rectangle of cells; written `A1:B3`.
struct CellRange: Hashable, Sendable {
    let first: CellAddress
    let last: CellAddress

    /// Reads `A1:B3`, and `A1` for a range of one.
    init?(_ text: ArraySlice<UInt8>) {
        let ends = text.split(separator: UInt8(ascii: ":"), omittingEmptySubsequences: false)
        guard (1...2).contains(ends.count), let first = CellAddress(ends[0]),
            let last = CellAddress(ends[ends.count - 1]), first.row <= last.row, first.column <= last.column
        else { return nil }
        self.first = first
        self.last = last
    }
}
