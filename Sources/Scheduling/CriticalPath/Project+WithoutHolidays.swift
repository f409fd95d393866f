import Diagnostics
package import WorkTime

extension Project {
    /// The calendars that activities use and that know no holidays; none in a plan that states no dates either.
    package var calendarsWithoutHolidays: [WorkCalendar] {
        let undated: Set<FindingID> = ["plan.assumed-start", "psplib.resources-not-read"]
        guard !findings.contains(where: { undated.contains($0.id) }) else { return [] }
        let used = Set(network.calendarOf)
        return network.calendars.indices.compactMap { index in
            let calendar = network.calendars[index]
            let isMeant = calendar.knownThrough != nil || calendar.id == WorkCalendar.elapsed.id
            return used.contains(UInt16(index)) && calendar.rules.isEmpty && !isMeant ? calendar : nil
        }
    }

    /// A note for each of them: a plan over the Spring Festival that no one works would look sound.
    func withoutHolidays() -> [Finding] {
        calendarsWithoutHolidays.map { calendar in
            Finding(
                "calendar.no-holidays", .note,
                "the calendar “\(calendar.id)” has no holidays, so work is planned on them too",
                advice: "name a country's, such as  calendar: china, or base yours on one, such as  based-on: china")
        }
    }
}
