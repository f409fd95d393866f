extension FigureCells {
    /// The cells as bytes: the members of each column, then the cells. Numbers are written seven bits a byte, the lowest
    /// first; signed ones are folded so that small sizes stay short.
    package func bytes() -> [UInt8] {
        var writer = NumberWriter()
        for members in members {
            writer.write(UInt64(members.count))
            for member in members {
                writer.write(member.key)
                writer.write(member.name == member.key ? "" : member.name)
            }
        }
        writer.write(UInt64(count))
        for code in codes { writer.write(UInt64(code)) }
        for sum in sums {
            for number in [sum.rows, sum.insertions, sum.spend] { writer.write(signed: number) }
        }
        return writer.bytes
    }

    /// `nil` when the bytes are not what ``bytes()`` writes of cells by these dimensions.
    package init?(_ bytes: [UInt8], by dimensions: [SpendDimension]) {
        var reader = NumberReader(bytes)
        var members: [[CubeColumn.Member]] = []
        for _ in dimensions {
            guard let count = reader.count() else { return nil }
            var column: [CubeColumn.Member] = []
            for _ in 0..<count {
                guard let key = reader.text(), let name = reader.text() else { return nil }
                column.append(CubeColumn.Member(name: name.isEmpty ? key : name, key: key))
            }
            members.append(column)
        }
        guard let count = reader.count() else { return nil }
        var (codes, sums): ([UInt32], [FigureSum]) = ([], [])
        for _ in 0..<count {
            for column in members {
                guard let code = reader.number(), code < UInt64(column.count) else { return nil }
                codes.append(UInt32(code))
            }
        }
        for _ in 0..<count {
            guard let rows = reader.signed(), let insertions = reader.signed(), let spend = reader.signed() else {
                return nil
            }
            sums.append(FigureSum(rows: rows, insertions: insertions, spend: spend))
        }
        guard reader.isAtEnd else { return nil }
        self.init(dimensions, members, codes, sums)
    }
}

private struct NumberWriter {
    private(set) var bytes: [UInt8] = []

    mutating func write(_ number: UInt64) {
        var rest = number
        while rest >= 0x80 {
            bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
            rest >>= 7
        }
        bytes.append(UInt8(rest))
    }

    mutating func write(signed number: Int64) { write(UInt64(bitPattern: number << 1 ^ number >> 63)) }

    mutating func write(_ text: String) {
        write(UInt64(text.utf8.count))
        bytes.append(contentsOf: text.utf8)
    }
}

private struct NumberReader {
    private let bytes: [UInt8]
    private var position = 0

    init(_ bytes: [UInt8]) { self.bytes = bytes }

    var isAtEnd: Bool { position == bytes.count }

    mutating func number() -> UInt64? {
        var number: UInt64 = 0
        for shift in stride(from: UInt64(0), to: 64, by: 7) {
            guard position < bytes.count else { return nil }
            let byte = bytes[position]
            position += 1
            number |= UInt64(byte & 0x7F) << shift
            if byte < 0x80 { return number }
        }
        return nil
    }

    /// How many things follow, each of at least one byte.
    mutating func count() -> Int? {
        guard let number = number(), number <= UInt64(bytes.count - position) else { return nil }
        return Int(number)
    }

    mutating func signed() -> Int64? {
        number().map { Int64(bitPattern: $0 >> 1) ^ -Int64(bitPattern: $0 & 1) }
    }

    mutating func text() -> String? {
        guard let count = count() else { return nil }
        defer { position += count }
        return String(validating: bytes[position..<position + count], as: UTF8.self)
    }
}
