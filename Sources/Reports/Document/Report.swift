/// A paper as a value: what it says, in one language, before anyone has drawn it.
///
/// Papers make reports, renderers draw them; neither knows the other. Everything in a report is already said in
/// ``language``: a renderer adds only what its own form needs, such as a legend or the names of months on an axis.
public struct Report: Hashable, Sendable, Codable {
    public var kind: Kind
    public var language: Language
    public var title: String
    /// What the paper is about when the title does not say it: the client, the month, the market.
    public var subtitle: String?
    /// Where the paper comes from and how far it reaches: plan file, data through, basis, version.
    public var facts: [Fact]
    /// The answer in one to three sentences; the first says the headroom.
    public var headline: Headline
    public var sections: [Section]
    /// Its dates for a calendar; `nil` for a paper without any.
    public var agenda: Agenda?

    public init(
        kind: Kind, language: Language, title: String, subtitle: String? = nil, facts: [Fact] = [],
        headline: Headline, sections: [Section] = [], agenda: Agenda? = nil
    ) {
        self.kind = kind
        self.language = language
        self.title = title
        self.subtitle = subtitle
        self.facts = facts
        self.headline = headline
        self.sections = sections
        self.agenda = agenda
    }

    /// The stable name of a kind of paper, such as `timetable`: lower case, words joined by hyphens.
    public struct Kind: RawRepresentable, Hashable, Sendable, Codable, ExpressibleByStringLiteral {
        public var rawValue: String
        public init(rawValue: String) { self.rawValue = rawValue }
        public init(stringLiteral value: String) { rawValue = value }
    }

    /// One line of a paper's origin: a label and what stands beside it.
    public struct Fact: Hashable, Sendable, Codable {
        public var label: String
        public var value: String

        public init(_ label: String, _ value: String) {
            self.label = label
            self.value = value
        }
    }

    /// The first sentences of a paper and how they are meant.
    public struct Headline: Hashable, Sendable, Codable {
        public var sentences: [String]
        public var tone: Tone

        public init(_ sentences: [String], tone: Tone = .neutral) {
            self.sentences = sentences
            self.tone = tone
        }
    }
}

/// How news is meant. It only colours: the words say it too, for readers who see no colour.
public enum Tone: String, Hashable, Sendable, Codable, CaseIterable {
    case neutral
    /// A promise is kept.
    case good
    /// It is kept, but little is left; or an input needs a second look.
    case warning
    /// A promise is missed.
    case bad
}

extension Report {
    /// All tables in reading order.
    public var tables: [Table] {
        sections.flatMap(\.blocks).compactMap { if case .table(let table) = $0 { table } else { nil } }
    }

    /// All charts in reading order.
    public var charts: [Chart] {
        sections.flatMap(\.blocks).compactMap { if case .chart(let chart) = $0 { chart } else { nil } }
    }
}
