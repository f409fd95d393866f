import Reports
import Testing
import WorkTime

@Suite("The phrasebook writes values without a locale library")
struct PhrasebookTests {
    let english = Phrasebook(.english)
    let chinese = Phrasebook(.simplifiedChinese)

    @Test(
        "a day is written in four lengths",
        arguments: [
            (DayStyle.full, "Mon 12 Jan 2026", "2026年1月12日 周一"),
            (.dated, "12 Jan 2026", "2026年1月12日"),
            (.weekday, "Mon 12 Jan", "1月12日 周一"),
            (.brief, "12 Jan", "1月12日"),
        ])
    func days(style: DayStyle, en: String, zh: String) throws {
        let day = try #require(CivilDay("2026-01-12"))
        #expect(english.day(day, style) == en)
        #expect(chinese.day(day, style) == zh)
    }

    @Test(
        "a whole number is grouped in threes with a true minus",
        arguments: [
            (0, "0"), (7, "7"), (999, "999"), (1_000, "1,000"), (-1_234_567, "−1,234,567"),
            (Int.min, "−9,223,372,036,854,775,808"),
        ])
    func integers(count: Int, text: String) {
        #expect(english.integer(count) == text)
        #expect(chinese.integer(count) == text)
    }

    @Test(
        "a number has exactly the decimals asked for, and zero has no sign",
        arguments: [
            (1_234.5, 2, "1,234.50"), (0.05, 1, "0.1"), (-0.04, 1, "0.0"), (2.5, 0, "3"), (-2.5, 0, "−3"),
            (1e300, 2, "1e+300"),
            (.nan, 1, "n/a"), (.infinity, 1, "n/a"), (0.005, 3, "0.005"),
        ])
    func numbers(value: Double, decimals: Int, text: String) {
        #expect(english.number(value, decimals: decimals) == text)
    }

    @Test("percentages and percentage points differ in their unit")
    func percentages() {
        #expect(english.percent(0.1254) == "12.5%")
        #expect(english.percent(0.1254, decimals: 0, signed: true) == "+13%")
        #expect(english.points(-0.012) == "−1.2 pp")
        #expect(chinese.points(0.012) == "+1.2个百分点")
    }

    @Test(
        "work is written in days of the calendar, hours and minutes",
        arguments: [
            (0, "0 days", "0天", "0 working days"), (480, "1 day", "1天", "1 working day"),
            (1_560, "3 days 2 h", "3天2小时", "3 working days 2 h"), (90, "1 h 30 min", "1小时30分钟", "1 h 30 min"),
            (-960, "−2 days", "−2天", "−2 working days"),
            (480_001, "1,000 days 1 min", "1,000天1分钟", "1,000 working days 1 min"),
        ])
    func work(minutes: Int, en: String, zh: String, spelled: String) {
        let length = WorkLength(WorkMinutes(minutes), perDay: WorkMinutes(480))
        #expect(english.work(length) == en)
        #expect(chinese.work(length) == zh)
        #expect(english.work(length, .spelled) == spelled)
    }

    @Test("a list is joined as each language does")
    func lists() {
        #expect(english.list(["brief", "concept", "approval"]) == "brief, concept and approval")
        #expect(chinese.list(["创作要求", "创意", "认可"]) == "创作要求、创意和认可")
        #expect(english.list([]) == "")
        #expect(chinese.list(["创意"]) == "创意")
    }

    @Test("a phrase carries typed values and each language writes them its way")
    func phrases() throws {
        enum Sample: Phrase {
            case finishes(CivilDay, activities: Int)
            var wording: Wording {
                switch self {
                case .finishes(let day, let count):
                    Wording(
                        en: "Finishes \(day) after \(count, "activity", "activities")",
                        zh: "\(day, .dated)完成\(count)项活动")
                }
            }
        }
        let day = try #require(CivilDay("2026-03-27"))
        #expect(english.say(Sample.finishes(day, activities: 1)) == "Finishes Fri 27 Mar 2026 after 1 activity")
        #expect(english.say(Sample.finishes(day, activities: 15)) == "Finishes Fri 27 Mar 2026 after 15 activities")
        #expect(chinese.say(Sample.finishes(day, activities: 15)) == "2026年3月27日完成15项活动")
    }

    @Test("every common phrase is said in both languages, the Chinese without half-width punctuation")
    func commonPhrases() {
        for phrase in CommonPhrase.allCases {
            #expect(!english.say(phrase).isEmpty)
            let said = chinese.say(phrase)
            #expect(!said.isEmpty)
            #expect(!said.contains { ",;:!?()".contains($0) }, "\(said)")
        }
    }
}
