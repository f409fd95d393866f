import Formats
import MediaSpend
import Monetary
import Parallel

/// A cube as CSV: one record a cell under a header of the dimensions and measures, in the order of the dimensions.
///
/// A name that a spreadsheet would take for a formula gets an apostrophe in front, see `FormulaGuard`.
struct CubeTable: Sendable {
    private let parts: CubeParts
    private let measures: [SpendCube.Measure]
    /// One a dimension.
    private let fields: [FieldTexts]

    init(_ parts: CubeParts, _ measures: [SpendCube.Measure]) {
        self.parts = parts
        self.measures = measures
        let last = measures.isEmpty ? parts.dimensions.count - 1 : nil
        fields = parts.dimensions.indices.map { position in
            let comma = position == last ? [] : [UInt8(ascii: ",")]
            return FieldTexts(parts.names(at: position).map { Self.field($0) + comma })
        }
    }

    private static func field(_ name: String) -> [UInt8] {
        var writer = CSVWriter()
        writer.write([.text(name), 0])
        // Without the second field and the end of the line.
        return Array(writer.text.utf8.dropLast(3))
    }

    /// Hands on the bytes of the table, piece by piece.
    ///
    /// - Throws: what reading the parts and `handOn` throw.
    func write(on workers: Workers, _ handOn: ([UInt8]) throws -> Void) throws {
        var header = CSVWriter()
        header.write(parts.dimensions.map { .text($0.rawValue) } + measures.map { .text($0.rawValue) })
        try handOn(Array(header.text.utf8))
        try parts.forEach { part in
            let records = CubeRecords(part, measures, fields)
            let pieces = (part.count + Self.pieceSize - 1) / Self.pieceSize
            var failure: (any Error)?
            workers.inOrder(pieces) { piece in
                records.bytes(of: piece * Self.pieceSize..<min((piece + 1) * Self.pieceSize, part.count))
            } handOn: { bytes in
                guard failure == nil else { return }
                do { try handOn(bytes) } catch { failure = error }
            }
            if let failure { throw failure }
        }
    }

    /// How many cells are written at once.
    private static let pieceSize = 1 << 14
}

/// The cells of a part of a cube as records.
private struct CubeRecords: Sendable {
    private let cube: Cube
    private let measures: [SpendCube.Measure]
    /// One a dimension.
    private let columns: [FieldColumn]
    private let exponent: Int
    /// No record has more bytes.
    private let longest: Int

    init(_ part: Cube, _ measures: [SpendCube.Measure], _ fields: [FieldTexts]) {
        cube = part
        self.measures = measures
        exponent = part.market.currency.exponent
        columns = zip(part.dimensions, fields).map { FieldColumn($1, part.memberPositions(in: $0)) }
        longest = fields.reduce(0) { $0 + $1.longest } + measures.count * longestFigure + 1
    }

    func bytes(of cells: Range<Int>) -> [UInt8] {
        [UInt8](unsafeUninitializedCapacity: cells.count * longest) { bytes, count in
            var end = bytes.baseAddress!
            for cell in cells { write(cell, to: &end) }
            count = end - bytes.baseAddress!
        }
    }

    /// Writes a record where `end` points, and moves it behind.
    private func write(_ cell: Int, to end: inout UnsafeMutablePointer<UInt8>) {
        for column in columns { column.write(cell, to: &end) }
        for (index, measure) in measures.enumerated() {
            if index > 0 { write(UInt8(ascii: ","), to: &end) }
            write(measure, of: cell, to: &end)
        }
        write(UInt8(ascii: "\n"), to: &end)
    }

    private func write(_ measure: SpendCube.Measure, of cell: Int, to end: inout UnsafeMutablePointer<UInt8>) {
        switch measure {
        case .rows: writeDecimal(cube.rows[cell], decimals: 0, to: &end)
        case .insertions: if cube.market.countsInsertions { writeDecimal(cube.insertions[cell], decimals: 0, to: &end) }
        case .spend: writeDecimal(cube.spend[cell], decimals: exponent, to: &end)
        }
    }

    private func write(_ byte: UInt8, to end: inout UnsafeMutablePointer<UInt8>) {
        end.pointee = byte
        end += 1
    }
}

/// The names of one dimension as fields, each with the comma behind it, end to end.
///
/// By pointer: where millions of fields are written, counting references to arrays would take longer than copying them.
private final class FieldTexts: Sendable {
    let longest: Int
    nonisolated(unsafe) let text: UnsafeMutablePointer<UInt8>
    /// Where the field of each member begins, and the last ends.
    nonisolated(unsafe) let starts: UnsafeMutablePointer<Int>

    init(_ fields: [[UInt8]]) {
        longest = fields.map(\.count).max() ?? 0
        text = .allocate(capacity: max(1, fields.reduce(0) { $0 + $1.count }))
        starts = .allocate(capacity: fields.count + 1)
        var end = 0
        for (position, field) in fields.enumerated() {
            starts[position] = end
            for byte in field {
                text[end] = byte
                end += 1
            }
        }
        starts[fields.count] = end
    }

    deinit {
        text.deallocate()
        starts.deallocate()
    }
}

/// The fields of some cells in one dimension, by pointer as well.
private final class FieldColumn: Sendable {
    private let texts: FieldTexts
    /// The member of each cell.
    private nonisolated(unsafe) let members: UnsafeMutablePointer<UInt32>
    private nonisolated(unsafe) let text: UnsafeMutablePointer<UInt8>
    private nonisolated(unsafe) let starts: UnsafeMutablePointer<Int>

    init(_ texts: FieldTexts, _ positions: [UInt32]) {
        self.texts = texts
        text = texts.text
        starts = texts.starts
        members = .allocate(capacity: max(1, positions.count))
        positions.withUnsafeBufferPointer {
            if let first = $0.baseAddress { members.update(from: first, count: $0.count) }
        }
    }

    deinit { members.deallocate() }

    @inline(__always)
    func write(_ cell: Int, to end: inout UnsafeMutablePointer<UInt8>) {
        let member = Int(members[cell])
        let count = starts[member + 1] - starts[member]
        end.update(from: text + starts[member], count: count)
        end += count
    }
}

/// A sign, 19 digits, and a decimal point.
private let longestFigure = 21 + 1

/// Writes a whole number with the decimal point before its last digits: −5 with two decimals is `-0.05`.
private func writeDecimal(_ value: Int64, decimals: Int, to end: inout UnsafeMutablePointer<UInt8>) {
    if value < 0 {
        end.pointee = UInt8(ascii: "-")
        end += 1
    }
    var length = max(digitCount(value.magnitude), decimals + 1) + (decimals > 0 ? 1 : 0)
    let start = end
    end += length
    var rest = value.magnitude
    while length > 0 {
        length -= 1
        if decimals > 0, end - start - length == decimals + 1 {
            start[length] = UInt8(ascii: ".")
        } else {
            start[length] = UInt8(ascii: "0") + UInt8(truncatingIfNeeded: rest % 10)
            rest /= 10
        }
    }
}

private func digitCount(_ magnitude: UInt64) -> Int {
    var count = 1
    var rest = magnitude
    while rest >= 10 {
        rest /= 10
        count += 1
    }
    return count
}
