import ArgumentParser
import Headroom

/// Dates and names on the command line.
enum CommandDates {
    static func day(_ text: String) throws -> CivilDay {
        guard let day = CivilDay(text) else {
            throw ValidationError("“\(text)” is not a date; write year, month and day: 2026-03-06")
        }
        return day
    }

    static func month(_ text: String) throws -> CivilMonth {
        guard let month = CivilMonth(text) else {
            throw ValidationError("“\(text)” is not a month; write year and month: 2026-03")
        }
        return month
    }

    static func instant(_ text: String) throws -> StatedInstant {
        guard let date = StatedInstant(text) else {
            throw ValidationError("“\(text)” is not a date; write 2026-03-06, or with a time 2026-03-06T18:00")
        }
        return date
    }

    /// Somebody's name, which says who.
    static func name(_ text: String) throws -> String {
        guard text.contains(where: { !$0.isWhitespace }) else { throw ValidationError("a name is needed") }
        return text
    }
}
