import MediaSpend
import Testing

@testable import Store

@Suite("A packed column")
struct PackedColumnTests {
    @Test(
        "gives back what was packed, at every limit",
        arguments: [
            [], [0], [.min], [.max], [.min, .max], [.max, .min, 0, -1, 1], [7, 7, 7], [-3, -2, -1],
            [0, Int64(UInt32.max)], [.min, .min + 1], [.max, .max - 1],
        ] as [[Int64]])
    func limits(_ values: [Int64]) throws {
        #expect(try PackedColumn(packing: values).unpacked() as [Int64] == values)
    }

    @Test("gives back random values of every width, in every length around a word", arguments: 0...64)
    func widths(_ width: Int) throws {
        var random = SplitMix(state: UInt64(width))
        for count in [1, 2, 7, 31, 63, 64, 65, 129, 1_000] {
            let values = (0..<count).map { _ in
                width == 0 ? 5 : Int64(bitPattern: random.next() >> UInt64(64 - width)) &- 1_000
            }
            let column = PackedColumn(packing: values)
            #expect(try column.unpacked() as [Int64] == values)
            #expect(column.bytes.count <= (count * width + 63) / 64 * 8)
        }
    }

    @Test("of one value takes no bytes")
    func constant() {
        #expect(PackedColumn(packing: [UInt32](repeating: 9, count: 65_536)).bytes.isEmpty)
    }

    @Test("of five values of three bits lies in the file as documented")
    func layout() {
        let column = PackedColumn(packing: [10, 11, 12, 13, 17] as [UInt32])
        // From the last value to the first: 111 011 010 001 000.
        #expect(column.bytes == [0b1000_1000, 0b0111_0110, 0, 0, 0, 0, 0, 0])
    }

    @Test("that cannot have been packed is refused")
    func damaged() {
        let sound = PackedColumn(packing: [1, 2, 3, 6] as [UInt32])
        func changed(
            rows: Int? = nil, minimum: Int64? = nil, maximum: Int64? = nil, bytes: [UInt8]? = nil
        ) -> PackedColumn {
            PackedColumn(
                rows: rows ?? sound.rows, minimum: minimum ?? sound.minimum, maximum: maximum ?? sound.maximum,
                bytes: bytes ?? sound.bytes)
        }
        let damaged = [
            changed(rows: -1), changed(rows: 65_537), changed(rows: .max), changed(rows: 40), changed(minimum: 7),
            changed(minimum: -1), changed(minimum: .min, maximum: .max), changed(maximum: 1 << 40), changed(maximum: 5),
            changed(bytes: []), changed(bytes: Array(sound.bytes.dropLast())), changed(bytes: sound.bytes + [0]),
        ]
        for column in damaged {
            #expect(throws: Damage.self, "\(column)") { try column.unpacked(as: UInt32.self) }
            #expect(column.checksum != sound.checksum)
        }
    }
}
