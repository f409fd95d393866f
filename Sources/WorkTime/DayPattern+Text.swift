extension DayPattern {
    /// Reads shifts separated by blanks: `09:00-12:00 13:00-18:00`. An end no later than the start lies in the next
    /// day (`22:00-06:00`); `00:00-24:00` is the whole day; an empty text is a day off.
    public init(_ text: some StringProtocol) throws(DayPatternFault) {
        var shifts: [Shift] = []
        for word in text.split(whereSeparator: \.isWhitespace) {
            guard let shift = Shift(String(word)) else { throw .unreadable(String(word)) }
            shifts.append(shift)
        }
        try self.init(shifts)
    }
}

extension Shift: CustomStringConvertible {
    /// `nil` when the text is not two times of day with a hyphen between, or both are the same.
    init?(_ text: String) {
        var reader = DigitReader(text)
        guard let start = reader.timeOfDay(), reader.skip("-"), let end = reader.timeOfDay(), reader.isAtEnd,
            start != end
        else { return nil }
        self.init(start: start, end: end > start ? end : end + CivilMinute.minutesPerDay)
    }

    /// `22:00-06:00`.
    public var description: String {
        let day = CivilMinute.minutesPerDay
        return "\(timeOfDay(start))-\(timeOfDay(end > day ? end - day : end))"
    }
}

extension DayPattern: CustomStringConvertible, Codable {
    /// `09:00-12:00 13:00-18:00`; empty for a day off.
    public var description: String { shifts.map(\.description).joined(separator: " ") }

    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        let text = try container.decode(String.self)
        do throws(DayPatternFault) {
            try self.init(text)
        } catch {
            throw DecodingError.dataCorruptedError(in: container, debugDescription: "\(error)")
        }
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(description)
    }
}
