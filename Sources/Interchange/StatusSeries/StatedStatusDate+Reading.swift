public import Costing
public import Diagnostics
import WorkTime

extension StatedStatusDate {
    /// Reads `2026-09-04`, the end of that day, or `2026-09-04T17:00`, with seconds or without; a blank instead of the T
    /// will do.
    ///
    /// - Throws: `cost.bad-date`, with the form that is read.
    public init(reading text: String) throws(TextFault) {
        if let day = CivilDay(text) {
            self = .endOfDay(day)
        } else if let minute = CivilMinute(Self.withoutSeconds(text)) {
            self = .minute(minute)
        } else {
            throw TextFault(
                "cost.bad-date", text.isEmpty ? "the date is missing" : "“\(text)” is not a date",
                advice: "write year, month and day, 2026-09-04, with a time if needed, 2026-09-04T17:00")
        }
    }

    /// `2026-09-04T17:00:30` without `:30`. Any other text as it is.
    private static func withoutSeconds(_ text: String) -> Substring {
        let seconds = text.suffix(3)
        let isTime = text.utf8.count == 19 && seconds.first == ":"
        guard isTime, let count = Int(seconds.dropFirst()), (0..<60).contains(count) else { return text[...] }
        return text.dropLast(3)
    }
}
