public import WorkTime

/// How the promises of a checked plan are guarded by buffers.
///
/// A buffer moves no date. It is the headroom that a promise should have, because work that takes as long as planned half
/// of the time takes longer the other half.
public struct BufferRules: Hashable, Sendable {
    /// By what method sizes are found; for a promise whose size is stated, those of the chains that join.
    public let method: BufferSize
    /// How long work may take, in hundredths of a per cent of its planned length; never below 10,000.
    public let safeShare: Int
    public let limits: FeverLimits
    public let guardsJoins: Bool
    /// The size that all buffers before promises have, where it is stated.
    let fixedSize: WorkMinutes?
    /// The promises that are guarded; `nil`: all of them.
    let guarded: Set<ActivityID?>?
    /// The sizes that are stated for single promises.
    let sizes: [ActivityID?: WorkMinutes]

    /// Whether a promise has a buffer; `nil` is that of the whole plan.
    public func guards(_ promise: ActivityID?) -> Bool { guarded?.contains(promise) ?? true }

    /// The stated size of the buffer before a promise, in minutes of the plan's calendar; `nil` where it is to be found.
    public func statedSize(before promise: ActivityID?) -> WorkMinutes? { sizes[promise] ?? fixedSize }

    /// How long work may take that is planned with so many minutes, where it does not say so itself; rounded up.
    func safeLength(of planned: WorkMinutes) -> WorkMinutes {
        let (product, overflow) = planned.count.multipliedReportingOverflow(by: safeShare)
        return overflow ? planned : WorkMinutes((product + 9_999) / 10_000)
    }
}
