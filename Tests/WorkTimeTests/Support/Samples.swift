import WorkTime

extension DayPattern {
    /// Eight hours with a break for lunch.
    static let office = try! DayPattern("09:00-12:00 13:00-18:00")
}

extension WeekPattern {
    static let office = WeekPattern(.office, on: Weekday.allCases.prefix(5))
}

extension WorkCalendar {
    static let office = WorkCalendar(id: "office", name: "Office", week: .office)

    /// Mainland China from January 2026 through February 2027, as the State Council announced it for 2026;
    /// of 2027 only the statutory days are known.
    static let china = WorkCalendar(
        id: "china", name: "Mainland China", nameZh: "中国大陆", week: .office,
        rules: holidays("2026-01-01", "2026-01-03", "New Year's Day")
            + [.makeUpDay(day("2026-01-04"), name: "New Year's Day")]
            + [.makeUpDay(day("2026-02-14"), name: "Spring Festival", nameZh: "春节")]
            + holidays("2026-02-15", "2026-02-23", "Spring Festival")
            + [.makeUpDay(day("2026-02-28"), name: "Spring Festival", nameZh: "春节")]
            + [.makeUpDay(day("2026-09-20"), name: "National Day")]
            + holidays("2026-09-25", "2026-09-27", "Mid-autumn Festival")
            + holidays("2026-10-01", "2026-10-07", "National Day")
            + [.makeUpDay(day("2026-10-10"), name: "National Day")]
            + holidays("2027-02-05", "2027-02-10", "Spring Festival"),
        knownThrough: day("2026-12-31"))

    private static func holidays(_ first: String, _ last: String, _ name: String) -> [DateRule] {
        (day(first)...day(last)).map { .holiday($0, name: name) }
    }
}

func day(_ text: String) -> CivilDay { CivilDay(text)! }
func minute(_ text: String) -> CivilMinute { CivilMinute(text)! }
