import MediaSpend
import Testing

@testable import Store

@Suite("An encoded column")
struct EncodedColumnTests {
    /// Encodes a column and reads it again.
    private func roundTrip<Value: FixedWidthInteger>(_ values: [Value], from key: [UInt32]? = nil) throws
        -> EncodedColumn
    {
        let offsets = ChunkOffsets(rows: values.count)
        let keyColumn = key.map { offsets.append($0) }
        let column = withExtendedLifetime(offsets) { EncodedColumn(offsets.append(values), from: keyColumn) }
        let read = try column.offsets(from: keyColumn.map { Array($0.values) })
        #expect(try column.values(of: read) as [Value] == values)
        return column
    }

    @Test(
        "gives back what was encoded, at every limit",
        arguments: [
            [], [0], [.min], [.max], [.min, .max], [.max, .min, 0, -1, 1], [7, 7, 7], [-3, -2, -1],
            [0, Int64(UInt32.max)], [.min, .min + 1], [.max, .max - 1],
        ] as [[Int64]])
    func limits(_ values: [Int64]) throws {
        _ = try roundTrip(values)
        _ = try roundTrip(Array(repeatElement(values, count: 500).joined()))
    }

    @Test("of one value takes no bytes")
    func constant() throws {
        #expect(try roundTrip([UInt32](repeating: 9, count: 65_536)).bytes.isEmpty)
    }

    @Test("of few long runs takes next to nothing")
    func runs() throws {
        let column = try roundTrip((0..<65_536).map { UInt32($0 / 5_000 * 77) })
        #expect(column.encoding == .runs && column.bytes.count < 130, "\(column.bytes.count)")
    }

    @Test("that follows from another takes next to nothing, and says where it does not follow")
    func derived() throws {
        var random = SplitMix(state: 1)
        let brands = (0..<20_000).map { _ in UInt32(random.next() % 900) }
        let categories = brands.map { 1 + $0 * 7 % 40 }
        let sure = try roundTrip(categories, from: brands)
        #expect(sure.encoding == .derived && sure.bytes.count < 1_000, "\(sure.bytes.count)")
        // Three rows of ten are somewhere else: a value that is expected comes back after others.
        let regions = categories.map { random.next() % 10 < 7 ? $0 : UInt32(random.next() % 60) }
        let mostly = try roundTrip(regions, from: brands)
        #expect(mostly.encoding == .derived)
        #expect(mostly.bytes.count * 8 < 20_000 * 7 / 2, "\(mostly.bytes.count)")
        // What has nothing to do with the brand is not written as if it had.
        #expect(try roundTrip((0..<20_000).map { _ in UInt32(random.next() % 64) }, from: brands).encoding != .derived)
    }

    @Test("whose values are common under one key and rare under another takes little more than each key alone")
    func grouped() throws {
        var random = SplitMix(state: 8)
        let media = (0..<20_000).map { _ in UInt32(1 + random.next() % 8) }
        // Half of the media have one daypart each, the others six that are equally common.
        let dayparts = media.map { $0 % 2 == 0 ? $0 : UInt32(10 + random.next() % 6) }
        let offsets = ChunkOffsets(rows: media.count)
        let (context, column) = (offsets.append(media), offsets.append(dayparts))
        let encoded = withExtendedLifetime(offsets) { EncodedColumn(column, within: context) }
        #expect(encoded.encoding == .grouped)
        #expect(encoded.bytes.count * 8 < 20_000 * 3 / 2, "\(encoded.bytes.count)")
        let read = try encoded.offsets(from: Array(context.values))
        #expect(try encoded.values(of: read) as [UInt32] == dayparts)
        #expect(throws: Damage.self) { try encoded.offsets(from: nil) }
        #expect(throws: Damage.self) { try encoded.offsets(from: [UInt64](repeating: 70, count: media.count)) }
        for _ in 0..<300 {
            var bytes = encoded.bytes
            bytes[Int(random.next() % UInt64(bytes.count))] = UInt8(truncatingIfNeeded: random.next())
            let damaged = EncodedColumn(
                encoding: .grouped, rows: encoded.rows, minimum: encoded.minimum, maximum: encoded.maximum, bytes: bytes
            )
            if let read = try? damaged.offsets(from: Array(context.values)) { #expect(read.count == media.count) }
        }
    }

    @Test("one large credit note does not make every amount a large number")
    func creditNote() throws {
        var random = SplitMix(state: 2)
        let amounts = (0..<20_000).map { _ in Int64(random.next() % 4_096) }
        let without = try roundTrip(amounts)
        let with = try roundTrip(amounts + [-9_000_000_000, -1])
        #expect(with.encoding == .folded)
        #expect(with.bytes.count < without.bytes.count + 1_500, "\(with.bytes.count), \(without.bytes.count)")
    }

    @Test("that was derived is given back for all columns of five rows")
    func allSmallCases() throws {
        for number in 0..<1 << 10 {
            let keys = (0..<5).map { UInt64(number >> $0 & 1) }
            let values = (5..<10).map { UInt64(number >> $0 & 1) }
            let longKeys = Array(repeatElement(keys, count: 3).joined())
            let longValues = Array(repeatElement(values, count: 3).joined())
            longValues.withUnsafeBufferPointer { values in
                longKeys.withUnsafeBufferPointer { keys in
                    guard let derived = DerivedValues(values, from: keys, through: 1) else { return }
                    let bytes = derived.encoded()
                    let read = bytes.withUnsafeBytes { bytes in try? DerivedValues.decoded(bytes, from: Array(keys)) }
                    #expect(read == Array(values))
                }
            }
        }
    }

    @Test("damage is an error or another column, never the end of the program")
    func hostile() throws {
        var random = SplitMix(state: 6)
        let keys = (0..<400).map { _ in UInt32(random.next() % 30) }
        let derived = keys.map { $0 % 5 * 1_000 }
        let sound = [
            try roundTrip(derived, from: keys), try roundTrip((0..<400).map { UInt32($0 / 200) }),
            try roundTrip(keys.map { $0 % 29 == 0 ? Int64(-4_000_000_000) : Int64($0) }),
            try roundTrip(keys.map { $0 < 5 ? $0 << 20 : $0 % 3 }),
        ]
        #expect(sound.map(\.encoding) == [.derived, .runs, .folded, .classed])
        let keyOffsets = keys.map { UInt64($0 - keys.min()!) }
        for column in sound {
            for round in 0..<600 {
                var bytes = column.bytes
                if round % 5 == 0 { bytes.removeLast(Int(random.next() % UInt64(bytes.count))) }
                for _ in 0..<(1 + random.next() % 3) where !bytes.isEmpty {
                    bytes[Int(random.next() % UInt64(bytes.count))] = UInt8(truncatingIfNeeded: random.next())
                }
                let damaged = EncodedColumn(
                    encoding: column.encoding, rows: column.rows, minimum: column.minimum, maximum: column.maximum,
                    bytes: bytes)
                #expect(damaged.checksum != column.checksum || bytes == column.bytes)
                if let read = try? damaged.offsets(from: keyOffsets) { #expect(read.count == column.rows) }
            }
            for (rows, minimum, maximum) in [
                (-1, 0, 9), (65_537, 0, 9), (.max, 0, 9), (column.rows, 9, 0), (column.rows, .min, .max),
                (column.rows + 1, column.minimum, column.maximum), (column.rows, column.maximum, column.maximum),
            ] as [(Int, Int64, Int64)] {
                let damaged = EncodedColumn(
                    encoding: column.encoding, rows: rows, minimum: minimum, maximum: maximum, bytes: column.bytes)
                if let read = try? damaged.offsets(from: keyOffsets) { #expect(read.count == rows) }
                #expect(damaged.checksum != column.checksum)
            }
            #expect(throws: Damage.self) {
                try EncodedColumn(
                    encoding: .derived, rows: column.rows, minimum: 0, maximum: 9, bytes: column.bytes
                ).offsets(from: nil)
            }
        }
    }

    @Test("its key is another column, and no column follows from itself through others")
    func keys() {
        for dimension in SpendDimension.allCases {
            var seen: Set<SpendDimension> = []
            var next: SpendDimension? = dimension
            while let column = next {
                #expect(seen.insert(column).inserted)
                next = column.key ?? column.context
            }
        }
    }
}
