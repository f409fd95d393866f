import Diagnostics
import Interchange
import Scheduling
import Seeds
public import WorkTime

extension CalendarLibrary {
    /// The calendars that every plan may name: those of the seeds, and the plain five-day week.
    ///
    /// - Precondition: the seeds are sound; a test reads each of them.
    public static let seeds: CalendarLibrary = {
        let definitions = Seed.calendars.map { seed in
            let reading = CalendarFile.read(SourceText(String(decoding: seed.bytes, as: UTF8.self), file: seed.file))
            guard let definition = reading.definition else {
                preconditionFailure("\(seed.file): \(reading.findings.inReadingOrder)")
            }
            return definition
        }
        let library = CalendarLibrary([.fiveDayWeek] + definitions)
        precondition(library.faults.isEmpty, "\(library.faults)")
        return library
    }()
}
