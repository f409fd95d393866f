import Diagnostics
public import Interchange
public import Scheduling
import Workflow

/// A plan as it stands in its file, read and not yet checked.
public struct PlanFile: Sendable {
    private var reading: PlanReading

    /// - Parameters:
    ///   - format: the kind of file; `nil` to tell it from the content.
    ///   - dataDate: up to when progress is known; `nil` for the date that the plan states.
    /// - Throws: what is so wrong that nothing could be read.
    public init(
        reading input: InputFile, as format: PlanFormat? = nil, dataDate: StatedInstant? = nil
    ) throws(Rejection) {
        reading = try PlanReader.read(input.bytes, file: input.path, as: format)
        // A plan without a name is called by its file.
        reading.draft.name = reading.draft.name ?? Located(BilingualName(input.stem))
        if let dataDate { reading.draft.dataDate = Located(dataDate) }
    }

    /// By what name the workspace remembers it.
    public var name: String { reading.draft.name?.value.primary ?? "" }

    /// The plan, unrolled, checked and scheduled.
    ///
    /// - Parameters:
    ///   - record: what is remembered of it: what was reported counts as if the file stated it, and the timetable that was
    ///     accepted last is its baseline.
    ///   - update: what has just been reported, after all that is remembered.
    /// - Throws: every fault of the plan and of what was reported.
    public func checked(with record: PlanRecord = PlanRecord(), adding update: StatusUpdate? = nil) throws(Rejection)
        -> AgencyPlan
    {
        let agreed = reading.workflow.gates.mapValues(\.rounds.value)
        var reading = reading
        reading.workflow = reading.workflow.applying(record.updates.map(\.update), areRemembered: true)
            .applying(update.map { [$0] } ?? [])
        return try AgencyPlan(checking: reading, agreedRounds: agreed, against: record.accepted?.baseline)
    }

    /// What forbids to take in an update, as far as the file tells.
    func faults(taking update: StatusUpdate) -> [Finding] { reading.workflow.faults(taking: update) }
}
