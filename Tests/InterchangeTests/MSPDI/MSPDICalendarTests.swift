import Diagnostics
import Interchange
import Scheduling
import Testing
import WorkTime

@Suite("Microsoft Project: calendars")
struct MSPDICalendarTests {
    private func days(_ exception: String, from: String, to: String) throws -> [String] {
        let calendar = """
            <Calendar><UID>1</UID><Name>C</Name><Exceptions><Exception><TimePeriod><FromDate>\(from)T00:00:00</FromDate>
            <ToDate>\(to)T23:59:00</ToDate></TimePeriod>\(exception)<DayWorking>0</DayWorking></Exception></Exceptions></Calendar>
            """
        let draft = try MSPDIReadingTests.draft(
            MSPDIReadingTests.file(MSPDIReadingTests.task(1), top: "<CalendarUID>1</CalendarUID>", calendars: calendar))
        return draft.calendars[0].value.rules.map { String($0.day.description.dropFirst(5)) }
    }

    @Test(
        "an exception falls on the days that its recurrence means",
        arguments: [
            ("<Type>1</Type>", ["01-30", "01-31", "02-01"], "2026-02-01"),
            ("<Type>1</Type><Period>2</Period>", ["01-30", "02-01", "02-03"], "2026-02-03"),
            ("<Type>7</Type><Period>3</Period>", ["01-30", "02-02", "02-05"], "2026-02-06"),
            // Fridays of every second week; the bit of Sunday is 1.
            ("<Type>6</Type><Period>2</Period><DaysOfWeek>32</DaysOfWeek>", ["01-30", "02-13", "02-27"], "2026-03-01"),
            ("<Type>4</Type><Period>1</Period><MonthDay>31</MonthDay>", ["01-31", "03-31", "05-31"], "2026-06-30"),
            ("<Type>4</Type><Period>2</Period><MonthDay>15</MonthDay>", ["03-15", "05-15"], "2026-06-30"),
            // The last weekday of the month, the first Monday of it.
            (
                "<Type>5</Type><MonthItem>1</MonthItem><MonthPosition>4</MonthPosition>", ["01-30", "02-27", "03-31"],
                "2026-04-01"
            ),
            (
                "<Type>5</Type><MonthItem>4</MonthItem><MonthPosition>0</MonthPosition>", ["02-02", "03-02"],
                "2026-03-31"
            ),
            ("<Type>2</Type><Month>11</Month><MonthDay>24</MonthDay>", ["12-24", "12-24"], "2027-12-31"),
            // The fourth Thursday of November.
            (
                "<Type>3</Type><Month>10</Month><MonthItem>7</MonthItem><MonthPosition>3</MonthPosition>",
                ["11-26", "11-25"], "2027-12-31"
            ),
            (
                "<Type>6</Type><EnteredByOccurrences>1</EnteredByOccurrences><Occurrences>2</Occurrences><DaysOfWeek>2</DaysOfWeek>",
                ["02-02", "02-09"], "2026-01-31"
            ),
        ])
    func recurrence(_ exception: String, _ days: [String], _ to: String) throws {
        #expect(try self.days(exception, from: "2026-01-30", to: to) == days)
    }

    @Test("a work week holds within its dates, and an exception within the work week")
    func workWeek() throws {
        let calendar = """
            <Calendar><UID>1</UID><Name>C</Name>
            <Exceptions><Exception><TimePeriod><FromDate>2026-02-07T00:00:00</FromDate><ToDate>2026-02-07T23:59:00</ToDate>
            </TimePeriod><DayWorking>0</DayWorking></Exception></Exceptions>
            <WorkWeeks><WorkWeek><Name>Rush</Name><TimePeriod><FromDate>2026-02-02T00:00:00</FromDate>
            <ToDate>2026-02-15T23:59:00</ToDate></TimePeriod><WeekDays><WeekDay><DayType>7</DayType><DayWorking>1</DayWorking>
            <WorkingTimes><WorkingTime><FromTime>09:00:00</FromTime><ToTime>13:00:00</ToTime></WorkingTime></WorkingTimes>
            </WeekDay><WeekDay><DayType>2</DayType><DayWorking>1</DayWorking><WorkingTimes><WorkingTime>
            <FromTime>08:00:00</FromTime><ToTime>12:00:00</ToTime></WorkingTime><WorkingTime><FromTime>13:00:00</FromTime>
            <ToTime>17:00:00</ToTime></WorkingTime></WorkingTimes></WeekDay></WeekDays></WorkWeek></WorkWeeks></Calendar>
            """
        let draft = try MSPDIReadingTests.draft(
            MSPDIReadingTests.file(MSPDIReadingTests.task(1), top: "<CalendarUID>1</CalendarUID>", calendars: calendar))
        let work = try #require(CalendarLibrary([draft.calendars[0].value])["C"])
        let saturdays = ["2026-01-31", "2026-02-07", "2026-02-14", "2026-02-21"].compactMap { CivilDay($0) }
        #expect(saturdays.map { work.pattern(on: $0).workMinutes.count } == [0, 0, 240, 0])
        // A Monday that is as every Monday needs no rule.
        #expect(work.rules.count == 2)
    }

    @Test("from midnight to midnight is the whole day, and dates in the old manner count where there are no new ones")
    func oldManner() throws {
        let calendar = """
            <Calendar><UID>1</UID><Name>C</Name><WeekDays><WeekDay><DayType>0</DayType><DayWorking>1</DayWorking><TimePeriod>
            <FromDate>2026-02-07T00:00:00</FromDate><ToDate>2026-02-08T23:59:00</ToDate></TimePeriod><WorkingTimes>
            <WorkingTime><FromTime>00:00:00</FromTime><ToTime>00:00:00</ToTime></WorkingTime></WorkingTimes></WeekDay>
            </WeekDays></Calendar>
            """
        let draft = try MSPDIReadingTests.draft(
            MSPDIReadingTests.file(MSPDIReadingTests.task(1), top: "<CalendarUID>1</CalendarUID>", calendars: calendar))
        let rules = draft.calendars[0].value.rules
        #expect(rules.map(\.day.day) == [7, 8])
        #expect(rules.allSatisfy { $0.kind == .hours(.wholeDay) })
    }

    @Test("a calendar takes the days that it does not list from its base, and one that lists none is its base")
    func derived() throws {
        let calendars = """
            <Calendar><UID>1</UID><Name>Office</Name><WeekDays><WeekDay><DayType>2</DayType><DayWorking>1</DayWorking>
            <WorkingTimes><WorkingTime><FromTime>10:00:00</FromTime><ToTime>16:00:00</ToTime></WorkingTime></WorkingTimes>
            </WeekDay></WeekDays></Calendar>
            <Calendar><UID>2</UID><Name>Part time</Name><BaseCalendarUID>1</BaseCalendarUID><WeekDays><WeekDay>
            <DayType>6</DayType><DayWorking>0</DayWorking></WeekDay></WeekDays></Calendar>
            <Calendar><UID>3</UID><Name>Anna</Name><BaseCalendarUID>2</BaseCalendarUID></Calendar>
            """
        let task = MSPDIReadingTests.task(1, "<CalendarUID>3</CalendarUID>")
        let draft = try MSPDIReadingTests.draft(
            MSPDIReadingTests.file(task, top: "<CalendarUID>1</CalendarUID>", calendars: calendars))
        #expect(draft.activities[0].calendar?.value == "Part time")
        let week = try #require(CalendarLibrary(draft.calendars.map(\.value))["Part time"]).week
        #expect(Weekday.allCases.map { week[$0].workMinutes.count } == [360, 480, 480, 480, 0, 0, 0])
    }

    @Test("ten thousand exceptions of centuries are read in bounded time, and said to be too many")
    func manyLongSpans() {
        let exception = """
            <Exception><TimePeriod><FromDate>1000-01-01T00:00:00</FromDate><ToDate>9999-12-31T23:59:00</ToDate></TimePeriod>
            <Type>5</Type><MonthItem>1</MonthItem><MonthPosition>4</MonthPosition><DayWorking>0</DayWorking></Exception>
            """
        let calendar =
            "<Calendar><UID>1</UID><Name>C</Name><Exceptions>"
            + String(repeating: exception, count: 10_000) + "</Exceptions></Calendar>"
        let reading = MSPDIFile.read(
            MSPDIReadingTests.file(MSPDIReadingTests.task(1), top: "<CalendarUID>1</CalendarUID>", calendars: calendar),
            file: "t")
        #expect(reading.findings.inReadingOrder.allSatisfy { $0.id == "mspdi.long-span" })
        #expect(reading.draft.calendars[0].value.rules.count < 2_000_000)
    }
}
