import Testing

@testable import Store

@Suite("Numbers by class")
struct ClassedValuesTests {
    private func decoded(_ bytes: [UInt8], count: Int) throws(Damage) -> [UInt64] {
        let result: Result<[UInt64], Damage> = bytes.withUnsafeBytes { bytes in
            Result { () throws(Damage) in try ClassedValues.decoded(bytes, count: count) }
        }
        return try result.get()
    }

    @Test("every number belongs to one class, and classes follow one another without gaps", arguments: 1...10)
    func classes(_ precision: Int) {
        let classes = ValueClasses(precision: precision)
        var numbers = Array<UInt64>(0..<5_000)
        for top in 0..<64 {
            let power = UInt64(1) << UInt64(top)
            numbers += [power &- 1, power, power &+ 1, power | power >> 1, .max >> UInt64(top)]
        }
        var last = -1
        for number in numbers.sorted() {
            let (symbol, rawBits) = classes.split(number)
            #expect(rawBits == classes.rawBits(of: symbol))
            #expect(number >= classes.first(of: symbol))
            #expect((number - classes.first(of: symbol)) >> UInt64(rawBits) == 0)
            #expect(symbol >= last)
            last = symbol
        }
        #expect(last == classes.count - 1)
        for symbol in 0..<classes.count { #expect(classes.split(classes.first(of: symbol)).symbol == symbol) }
    }

    @Test("all short sequences of small, large and repeated numbers come back")
    func allSmallCases() throws {
        let numbers: [UInt64] = [0, 1, 2, 5, 1 << 33, .max]
        var sequences: [[UInt64]] = [[]]
        for _ in 0..<4 {
            for sequence in sequences {
                let bytes = ClassedValues.encoded(sequence)
                #expect(try decoded(bytes, count: sequence.count) == sequence)
            }
            sequences = sequences.flatMap { sequence in numbers.map { sequence + [$0] } }
        }
    }

    @Test("random numbers of every width come back, in odd and even counts", arguments: 0...64)
    func widths(_ width: Int) throws {
        var random = SplitMix(state: UInt64(width))
        for count in [1, 2, 3, 64, 1_001, 4_000] {
            let values = (0..<count).map { _ in width == 0 ? 0 : random.next() >> UInt64(64 - width) }
            let bytes = ClassedValues.encoded(values)
            #expect(try decoded(bytes, count: count) == values)
            // A code and its rest are never much longer than the number, whatever it is.
            #expect(bytes.count <= 200 + count * (width + 2) / 8)
        }
    }

    @Test("numbers of a Zipf law take little more than their entropy")
    func zipf() throws {
        var random = SplitMix(state: 3)
        // The number n about as often as 1 ÷ n.
        let values = (0..<60_000).map { _ in
            UInt64(1) << (random.next() % 10) + random.next() % 400 >> (random.next() % 9)
        }
        let bytes = ClassedValues.encoded(values)
        var counts: [UInt64: Int] = [:]
        for value in values { counts[value, default: 0] += 1 }
        var bits = 0
        for count in counts.values { bits += count * (16 - (63 - (count << 1).leadingZeroBitCount) + 1) }
        #expect(bytes.count * 8 < bits, "\(bytes.count * 8) bits, rounded-up entropy \(bits)")
        #expect(try decoded(bytes, count: values.count) == values)
    }

    @Test("the same number over and over takes nine bytes, and no more memory than a chunk")
    func constant() throws {
        let values = [UInt64](repeating: .max, count: 65_536)
        let bytes = ClassedValues.encoded(values)
        #expect(bytes.count == 9)
        #expect(try decoded(bytes, count: values.count) == values)
        #expect(throws: Damage.self) { try decoded(bytes, count: 65_537) }
        #expect(try decoded(ClassedValues.encoded(values + [.max]), count: 65_537) == values + [.max])
    }

    @Test("what cannot have been written is refused, and nothing outside of it is read")
    func hostile() throws {
        var random = SplitMix(state: 4)
        let values = (0..<300).map { _ in random.next() >> (random.next() % 64) }
        let sound = ClassedValues.encoded(values)
        for length in 0..<sound.count {
            #expect(throws: Damage.self) { try decoded(Array(sound.prefix(length)), count: values.count) }
        }
        #expect(throws: Damage.self) { try decoded(sound + [0], count: values.count) }
        #expect(throws: Damage.self) { try decoded(sound, count: 0) }
        #expect(throws: Damage.self) { try decoded(sound, count: -1) }
        #expect(throws: Damage.self) { try decoded(sound, count: .max) }
        // Any damage is an error, or other numbers: never the end of the program.
        for round in 0..<2_000 {
            var bytes = round % 3 == 0 ? (0..<60).map { _ in UInt8(truncatingIfNeeded: random.next()) } : sound
            for _ in 0..<(1 + random.next() % 4) {
                bytes[Int(random.next() % UInt64(bytes.count))] = UInt8(truncatingIfNeeded: random.next())
            }
            if let read = try? decoded(bytes, count: 300) { #expect(read.count == 300) }
        }
    }
}

@Suite("A prefix code")
struct PrefixCodeTests {
    private func check(_ counts: [UInt32], sourceLocation: SourceLocation = #_sourceLocation) {
        let code = PrefixCode(counts: counts)
        var taken: [(code: UInt32, length: Int)] = []
        var room = 1.0
        code.forEachCode { symbol, bits, length in
            #expect(counts[symbol] > 0 && (1...PrefixCode.longest).contains(length), sourceLocation: sourceLocation)
            room -= 1 / Double(1 << length)
            taken.append((bits, length))
        }
        #expect(taken.count == counts.count { $0 > 0 }, sourceLocation: sourceLocation)
        #expect(room >= 0, sourceLocation: sourceLocation)
        guard taken.count <= 200 else { return }
        for (index, one) in taken.enumerated() {
            for other in taken[(index + 1)...] {
                let mask = UInt32(1) << UInt32(min(one.length, other.length)) - 1
                #expect(one.code & mask != other.code & mask, "\(counts)", sourceLocation: sourceLocation)
            }
        }
    }

    @Test("no code begins another, for all counts of five symbols up to three")
    func allSmallCases() {
        for number in 1..<1_024 { check((0..<5).map { UInt32(number >> (2 * $0) & 3) }) }
    }

    @Test("codes stay within twelve bits where Huffman's would be longer")
    func limited() {
        var fibonacci: [UInt32] = [1, 1]
        while fibonacci.count < 40 { fibonacci.append(fibonacci[fibonacci.count - 1] + fibonacci[fibonacci.count - 2]) }
        check(fibonacci)
        check([UInt32](repeating: 1, count: PrefixCode.mostSymbols))
        check([UInt32](repeating: 1, count: PrefixCode.mostSymbols - 1) + [.max])
        check((0..<150).map { UInt32(1) << UInt32($0 % 31) })
    }

    @Test("a code is as short as possible on average")
    func short() {
        // Known by heart: lengths 1, 2, 3, 3.
        #expect(PrefixCode(counts: [8, 4, 2, 2]).lengths == [1, 2, 3, 3])
        #expect(PrefixCode(counts: [0, 5, 5, 5, 5]).lengths == [0, 2, 2, 2, 2])
        #expect(PrefixCode(counts: [0, 0, 7]).lengths == [0, 0, 1])
    }

    @Test("lengths that are no code are refused")
    func refused() {
        for lengths in [[], [0, 0], [1, 1, 1], [1, 2, 2, 12], [13]] as [[UInt8]] {
            #expect(PrefixCode(lengths: lengths) == nil)
        }
        #expect(PrefixCode(lengths: [1]) != nil)
        #expect(PrefixCode(lengths: [2, 2, 2]) != nil)
    }
}
