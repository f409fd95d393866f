/// A language that papers are written in.
public enum Language: String, Hashable, Sendable, Codable, CaseIterable {
    case english = "en"
    case simplifiedChinese = "zh-Hans"
}

extension Language: CustomStringConvertible {
    /// Its tag, as written in `--language` and in HTML's `lang`.
    public var description: String { rawValue }
}
