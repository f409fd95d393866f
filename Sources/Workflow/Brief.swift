public import Diagnostics

/// What a brief has to say before anybody works by it, as it was read.
///
/// It belongs to the activity that writes it.
public struct Brief: Sendable {
    /// What it needs, in the plan's own words.
    public var parts: [Located<String>]
    /// What of that is there.
    public var present: [Located<String>]

    public init(parts: [Located<String>], present: [Located<String>] = []) {
        self.parts = parts
        self.present = present
    }

    /// What is not there yet.
    public var missing: [String] {
        let there = Set(present.map(\.value))
        return parts.map(\.value).filter { !there.contains($0) }
    }
}
