public import Diagnostics

/// How a plan wants its promises guarded by buffers, as it was read.
public struct BufferDraft: Sendable {
    /// Where it is stated.
    public var place: SourcePlace?
    /// How much time a buffer has; `nil`: by the root of the squared errors.
    public var size: Located<Size>?
    /// How long work may take, beside how long it is planned, where an activity does not say so: in per cent of its
    /// duration. `nil`: ``usualSafeLength``.
    public var safe: Located<PlannedDuration>?
    /// From where on the fever chart is yellow, and red; `nil`: ``FeverLimits/usual``.
    public var yellow: Located<FeverLine>?
    public var red: Located<FeverLine>?
    /// The promises that are guarded; `nil`: all.
    public var promises: [Located<GuardedPromise>]?
    /// Whether chains that join the one that drives a promise are guarded too.
    public var guardsJoins = true

    public init(at place: SourcePlace? = nil) { self.place = place }

    /// How the size of a buffer is found.
    public enum Size: Hashable, Sendable {
        case method(BufferSize)
        /// The same for every promise.
        case fixed(PlannedDuration)
    }

    /// A promise by the id of its activity, ``finishBy`` for that of the whole plan, and the size of its buffer where
    /// that is stated.
    public struct GuardedPromise: Hashable, Sendable {
        public var id: ActivityID
        public var size: PlannedDuration?

        public init(_ id: ActivityID, size: PlannedDuration? = nil) {
            self.id = id
            self.size = size
        }
    }

    /// What lists of promises call that of the whole plan.
    public static let finishBy: ActivityID = "finish-by"

    /// Half as long again as planned.
    public static let usualSafeLength = PlannedDuration(thousandths: 150_000, unit: .percent)
}
