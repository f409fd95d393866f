// Dates as text, ISO 8601 and nothing else: digits in their number, hyphens in their place, no white space around.

extension CivilDay {
    /// Reads `2026-02-14`; `nil` for any other text and for dates that do not exist.
    public init?(_ text: some StringProtocol) {
        var reader = DigitReader(text)
        guard let day = reader.day(), reader.isAtEnd else { return nil }
        self = day
    }
}

extension CivilMonth {
    /// Reads `2026-02`; `nil` for any other text.
    public init?(_ text: some StringProtocol) {
        var reader = DigitReader(text)
        guard let month = reader.month(), reader.isAtEnd else { return nil }
        self = month
    }
}

extension CivilMinute {
    /// Reads `2026-02-14T09:30` or `2026-02-14 09:30`, from 00:00 to 23:59; `nil` for any other text.
    public init?(_ text: some StringProtocol) {
        var reader = DigitReader(text)
        guard let day = reader.day(), reader.skip("T") || reader.skip(" "),
            let minute = reader.timeOfDay(), minute < Self.minutesPerDay, reader.isAtEnd
        else { return nil }
        self.init(day: day, minuteOfDay: minute)
    }
}

extension CivilDay: CustomStringConvertible, Codable {
    /// `2026-02-14`.
    public var description: String {
        String(unsafeUninitializedCapacity: 10) { buffer in
            write(to: buffer.baseAddress!)
            return 10
        }
    }

    /// Puts the ten bytes of ``description`` there.
    func write(to bytes: UnsafeMutablePointer<UInt8>) {
        let date = date
        putDigits(date.year / 100, at: bytes)
        putDigits(date.year % 100, at: bytes + 2)
        bytes[4] = UInt8(ascii: "-")
        putDigits(date.month, at: bytes + 5)
        bytes[7] = UInt8(ascii: "-")
        putDigits(date.day, at: bytes + 8)
    }

    public init(from decoder: any Decoder) throws { self = try decodeText(decoder, CivilDay.init) }
    public func encode(to encoder: any Encoder) throws { try encodeText(self, to: encoder) }
}

extension CivilMonth: CustomStringConvertible, Codable {
    /// `2026-02`.
    public var description: String { "\(padded(year, to: 4))-\(padded(month, to: 2))" }

    public init(from decoder: any Decoder) throws { self = try decodeText(decoder, CivilMonth.init) }
    public func encode(to encoder: any Encoder) throws { try encodeText(self, to: encoder) }
}

extension CivilMinute: CustomStringConvertible, Codable {
    /// `2026-02-14T09:30`.
    public var description: String {
        String(unsafeUninitializedCapacity: Self.textLength) { buffer in
            write(to: buffer.baseAddress!)
            return Self.textLength
        }
    }

    /// How many bytes ``write(to:)`` puts.
    public static let textLength = 16

    /// Puts the bytes of ``description`` there, for writers of many dates.
    public func write(to bytes: UnsafeMutablePointer<UInt8>) {
        day.write(to: bytes)
        bytes[10] = UInt8(ascii: "T")
        putDigits(minuteOfDay / 60, at: bytes + 11)
        bytes[13] = UInt8(ascii: ":")
        putDigits(minuteOfDay % 60, at: bytes + 14)
    }

    public init(from decoder: any Decoder) throws { self = try decodeText(decoder, CivilMinute.init) }
    public func encode(to encoder: any Encoder) throws { try encodeText(self, to: encoder) }
}

/// `09:30` for 570.
func timeOfDay(_ minute: Int) -> String { "\(padded(minute / 60, to: 2)):\(padded(minute % 60, to: 2))" }

/// Two digits of a number below 100.
private func putDigits(_ number: Int, at bytes: UnsafeMutablePointer<UInt8>) {
    bytes[0] = UInt8(ascii: "0") + UInt8(truncatingIfNeeded: number / 10)
    bytes[1] = UInt8(ascii: "0") + UInt8(truncatingIfNeeded: number % 10)
}

private func padded(_ number: Int, to width: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, width - digits.utf8.count)) + digits
}

private func decodeText<Value>(_ decoder: any Decoder, _ read: (String) -> Value?) throws -> Value {
    let container = try decoder.singleValueContainer()
    let text = try container.decode(String.self)
    guard let value = read(text) else {
        throw DecodingError.dataCorruptedError(in: container, debugDescription: "“\(text)” is not a \(Value.self)")
    }
    return value
}

private func encodeText(_ value: some CustomStringConvertible, to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(value.description)
}
