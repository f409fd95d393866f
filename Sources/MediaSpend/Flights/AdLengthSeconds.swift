/// The length of an ad in seconds, as vendors write it: `30`, `:30`, `30s`, `30 sec`, `30"`, `30秒`.
///
/// Sizes of ads without a length, such as `1/2 page`, are none.
enum AdLengthSeconds {
    /// One second to an hour; `nil` for what is no length.
    static func reading(_ name: String) -> Int? {
        var text = Substring(name)
        text = text.drop { $0 == " " || $0 == ":" }
        let digits = text.prefix { $0.isASCII && $0.isNumber }
        let unit = text.dropFirst(digits.count).filter { $0 != " " }.lowercased()
        guard units.contains(unit), digits.count <= 4, let seconds = Int(digits), (1...3_600).contains(seconds) else {
            return nil
        }
        return seconds
    }

    private static let units: Set<String> = ["", "s", "sec", "secs", "seconds", "\"", "″", "”", "秒"]
}
