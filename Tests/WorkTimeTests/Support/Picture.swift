import WorkTime

// Calendars as text, drawn from positions alone, so that a picture shows what the map does.

extension WorkCalendar {
    /// One line a week, one letter a day: `#` as long as the usual working day, `+` some other work, `.` none.
    ///
    /// - Parameter first: the Monday with which the first line begins.
    func picture(from first: CivilDay, weeks: Int) -> [String] {
        (0..<weeks).map { week in
            String((0..<7).map { letter(for: first.advanced(by: 7 * week + $0)) })
        }
    }

    /// One letter for each stretch of `step` minutes of a day: `#` all work, `+` some, `.` none.
    func picture(of day: CivilDay, step: Int = 60) -> String {
        String(
            stride(from: 0, to: 1440, by: step).map { start -> Character in
                let beginning = CivilMinute(day: day, minuteOfDay: start)
                let work = work(from: beginning, to: beginning + ElapsedMinutes(step)).count
                return work == step ? "#" : work == 0 ? "." : "+"
            })
    }

    private func letter(for day: CivilDay) -> Character {
        let midnight = CivilMinute(day: day, minuteOfDay: 0)
        let work = work(from: midnight, to: midnight + ElapsedMinutes(1440))
        return work == minutesPerDay ? "#" : work.count == 0 ? "." : "+"
    }
}
