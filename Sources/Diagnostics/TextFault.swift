/// Why a short text, such as a duration or a date, cannot be read.
///
/// The parser of such a text knows what is wrong with it but not where it stands; whoever called it adds the place.
public struct TextFault: Error, Hashable, Sendable {
    public var id: FindingID
    /// What is wrong, quoting the text. One sentence without a full stop.
    public var message: String
    /// What would be right. One sentence without a full stop.
    public var advice: String

    public init(_ id: FindingID, _ message: String, advice: String) {
        self.id = id
        self.message = message
        self.advice = advice
    }
}

extension Finding {
    /// The finding that a fault in a text makes once its place is known.
    public init(_ fault: TextFault, at place: SourcePlace?, excerpt: String? = nil) {
        self.init(fault.id, .error, fault.message, advice: fault.advice, at: place, excerpt: excerpt)
    }
}
