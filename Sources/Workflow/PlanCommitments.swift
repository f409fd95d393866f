public import Scheduling
import WorkTime

/// What has been committed of a plan: by its activities, and by the vehicles that carry the campaign.
public struct PlanCommitments: Sendable {
    /// Activities in the order of the plan.
    public private(set) var all: [Commitment] = []
    /// Activities that are committed to a date that is not known: none is stated, and no reference plan has it.
    public private(set) var undated: [ActivityID] = []

    /// The moment on air of each vehicle is a commitment too: booked media as soon as the activity is done that meets its
    /// booking deadline, planned media before that.
    ///
    /// - Parameter reference: dates of an older plan or a baseline, for what states none.
    public init(of schedule: Schedule, vehicles: [Vehicle], reference: [ActivityID: BaselineDates]) {
        let project = schedule.project
        let onAir = Dictionary(vehicles.map { (Vehicle.milestone(of: $0.id, "on-air"), $0) }) { first, _ in first }
        for (index, activity) in project.activities.enumerated() where schedule.hasDates(index) {
            if let vehicle = onAir[activity.id] {
                all.append(Commitment(activity.id, vehicle.commitmentKind(in: project), on: vehicle.onAir))
            } else if let stated = activity.facts.commitment {
                let date = stated.date?.asStart ?? reference[activity.id]?.start ?? activity.progress?.actualStart
                guard let date else {
                    undated.append(activity.id)
                    continue
                }
                all.append(Commitment(activity.id, stated.kind, on: date, cost: stated.cost))
            }
        }
    }
}

extension Vehicle {
    fileprivate func commitmentKind(in project: Project) -> Commitment.Kind {
        let booking = deadlines.first { $0.kind == .booking }?.activity.flatMap { project.index(of: $0) }
        return booking.map { project.activities[$0].isComplete } ?? false ? .bookedMedia : .plannedMedia
    }
}
