import Statistics
import Testing

@Suite("Random draws")
struct RandomTests {
    /// The known answers that come with the paper's library, Random123: philox4x32, 10 rounds.
    static let knownAnswers: [(counter: SIMD4<UInt32>, key: SIMD2<UInt32>, block: SIMD4<UInt32>)] = [
        (
            SIMD4(repeating: 0), SIMD2(repeating: 0), SIMD4(0x6627_e8d5, 0xe169_c58d, 0xbc57_ac4c, 0x9b00_dbd8)
        ),
        (
            SIMD4(repeating: .max), SIMD2(repeating: .max),
            SIMD4(0x408f_276d, 0x41c8_3b0e, 0xa20b_c7c6, 0x6d54_51fd)
        ),
        (
            SIMD4(0x243f_6a88, 0x85a3_08d3, 0x1319_8a2e, 0x0370_7344), SIMD2(0xa409_3822, 0x299f_31d0),
            SIMD4(0xd16c_fe09, 0x94fd_cceb, 0x5001_e420, 0x2412_6ea1)
        ),
    ]

    @Test("Philox gives the published blocks", arguments: knownAnswers)
    func published(counter: SIMD4<UInt32>, key: SIMD2<UInt32>, block: SIMD4<UInt32>) {
        #expect(Philox4x32(key: key).block(counter) == block)
    }

    @Test("a draw depends on seed, trial, activity and draw, and on nothing else")
    func draws() {
        let random = TrialRandom(seed: 0x0123_4567_89ab_cdef)
        let first = random.words(trial: 5, activity: 7)
        #expect(first == TrialRandom(seed: 0x0123_4567_89ab_cdef).words(trial: 5, activity: 7))
        #expect(first != TrialRandom(seed: 0x0123_4567_89ab_cdee).words(trial: 5, activity: 7))
        #expect(first != TrialRandom(seed: 0x8123_4567_89ab_cdef).words(trial: 5, activity: 7))
        #expect(first != random.words(trial: 7, activity: 5))
        #expect(first != random.words(trial: 5 << 32, activity: 7))
        #expect(first != random.words(trial: 5, activity: 7, draw: 1))
    }

    @Test("uniform draws are inside the interval and evenly spread")
    func uniform() throws {
        let random = TrialRandom(seed: 7)
        var moments = Moments()
        var tenths = Array(repeating: 0, count: 10)
        for trial in 0..<20_000 as Range<UInt64> {
            let draw = random.uniform(trial: trial, activity: 3)
            #expect(draw > 0 && draw < 1)
            moments.add(draw)
            tenths[Int(draw * 10)] += 1
        }
        #expect(abs(try #require(moments.mean) - 0.5) < 0.01)
        #expect(abs(try #require(moments.variance) - 1.0 / 12) < 0.002)
        // Chi squared with nine degrees of freedom passes 27.9 once in a thousand seeds.
        let chiSquared = tenths.reduce(0.0) { $0 + (Double($1) - 2_000) * (Double($1) - 2_000) / 2_000 }
        #expect(chiSquared < 27.9)
    }
}
