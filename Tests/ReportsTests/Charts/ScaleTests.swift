import Testing
import WorkTime

@testable import Reports

@Suite("Scales")
struct ScaleTests {
    @Test(
        "ticks are round numbers that cover the values",
        arguments: [
            (0...1, [0, 0.2, 0.4, 0.6, 0.8, 1]),
            (0...2_360_000, [0, 500_000, 1_000_000, 1_500_000, 2_000_000, 2_500_000]),
            (-96_500...412_000, [-200_000, 0, 200_000, 400_000, 600_000]), (0.82...1.17, [0.8, 0.9, 1, 1.1, 1.2]),
            (0...0, [0, 0.2, 0.4, 0.6, 0.8, 1]), (5...5, [0, 2, 4, 6, 8]),
        ] as [(ClosedRange<Double>, [Double])])
    func ticks(range: ClosedRange<Double>, expected: [Double]) {
        let scale = NumberScale(covering: range)
        #expect(scale.ticks.map { ($0 * 1e6).rounded() / 1e6 } == expected)
    }

    @Test("any range gets between two and a dozen ticks", arguments: -12...14)
    func anyRange(exponent: Int) {
        var power = 1.0
        for _ in 0..<exponent.magnitude { power = exponent < 0 ? power / 10 : power * 10 }
        for factor in [1.0, 1.3, 2.49, 4.99, 7.77, 9.999] {
            for range in [0...factor * power, -factor * power...power, power...power * factor] {
                let scale = NumberScale(covering: range)
                #expect((2...13).contains(scale.ticks.count), "\(range)")
                #expect(scale.low <= range.lowerBound + power * 1e-6 && scale.high >= range.upperBound - power * 1e-6)
            }
        }
    }

    @Test("numbers on an axis are short in each language's own units")
    func axisWords() {
        let (english, chinese) = (Phrasebook(.english), Phrasebook(.simplifiedChinese))
        #expect(english.axisValue(12_500_000, .money(currency: "CNY"), decimals: 0) == "12.5M")
        #expect(chinese.axisValue(12_500_000, .money(currency: "CNY"), decimals: 0) == "1,250万")
        #expect(chinese.axisValue(250_000_000, .number, decimals: 0) == "2.5亿")
        #expect(english.axisValue(2_500, .days, decimals: 0) == "2,500")
        #expect(english.axisValue(0.4, .percent, decimals: 1) == "40%")
        #expect(english.axisValue(-500_000, .number, decimals: 0) == "−500k")
    }

    @Test("an axis of days names every day, weeks, months or years, as finely as there is room")
    func timeAxis() {
        let book = Phrasebook(.english)
        func labels(_ days: Int) -> (major: [String], minor: [String]) {
            let first = day("2026-01-05")
            let scale = TimeScale(
                first: first, end: first.advanced(by: days), left: 0, right: 700, hours: 540...1_080)
            return (scale.majorSpans(book).map(\.label), scale.minorSpans(book).map(\.label))
        }
        #expect(labels(14).minor == ["5", "6", "7", "8", "9", "10", "11", "12", "13", "14", "15", "16", "17", "18"])
        #expect(labels(60).major == ["Jan 2026", "Feb 2026", "Mar 2026"])
        #expect(labels(60).minor == ["5", "12", "19", "26", "2", "9", "16", "23", "2"])
        #expect(labels(400).minor.prefix(3) == ["5", "19", "2"])
        #expect(labels(600).major == ["2026", "2027"])
        #expect(labels(600).minor.prefix(3) == ["Jan", "Feb", "Mar"])
        #expect(labels(2_500).minor.prefix(3) == ["Q1", "Q2", "Q3"])
    }

    @Test("a day's work fills its day, and hours outside it lie at the ends")
    func hours() {
        let first = day("2026-01-05")
        let scale = TimeScale(first: first, end: first.advanced(by: 10), left: 0, right: 100, hours: 540...1_080)
        #expect(scale.x(CivilMinute(day: first, minuteOfDay: 540)) == 0)
        #expect(scale.x(CivilMinute(day: first, minuteOfDay: 810)) == 5)
        #expect(scale.x(CivilMinute(day: first, minuteOfDay: 1_080)) == 10)
        #expect(scale.x(CivilMinute(day: first, minuteOfDay: 1_300)) == 10)
        #expect(scale.x(CivilMinute(day: first.advanced(by: 1), minuteOfDay: 0)) == 10)
    }
}
