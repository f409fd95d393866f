import Diagnostics

/// One change to a plan.
public enum PlanEdit: Sendable {
    /// How long an activity takes.
    case duration(ActivityID, PlannedDuration)
    /// The dates that bind an activity, all of them.
    case constraints(ActivityID, [DateConstraint])
    /// When an activity's finish is promised; `nil`: not at all.
    case deadline(ActivityID, StatedInstant?)
    /// What has happened to an activity.
    case progress(ActivityID, ProgressDraft)
    /// A link more.
    case addLink(LinkDraft, to: ActivityID)
    /// A link less: the first between the two that has this relationship.
    case removeLink(from: ActivityID, Relationship, to: ActivityID)
    /// Another lag of the first link between the two that has this relationship.
    case lag(from: ActivityID, Relationship, to: ActivityID, PlannedDuration)

    /// The activity whose line of the plan changes.
    public var subject: ActivityID {
        switch self {
        case .duration(let id, _), .constraints(let id, _), .deadline(let id, _), .progress(let id, _),
            .addLink(_, to: let id), .removeLink(from: _, _, to: let id), .lag(from: _, _, to: let id, _):
            id
        }
    }

    /// Whether links come or go, rather than what they tie.
    var changesLinks: Bool {
        switch self {
        case .addLink, .removeLink, .lag: true
        case .duration, .constraints, .deadline, .progress: false
        }
    }
}

extension ActivityDraft {
    /// The same activity after an edit of it; `nil` when the edit speaks of a link that is not there.
    func applying(_ edit: PlanEdit) -> ActivityDraft? {
        var edited = self
        switch edit {
        case .duration(_, let duration): edited.duration = Located(duration, at: self.duration?.place)
        case .constraints(_, let constraints): edited.constraints = constraints.map { Located($0) }
        case .deadline(_, let deadline): edited.deadline = deadline.map { Located($0) }
        case .progress(_, let progress): edited.progress = progress
        case .addLink(let link, _): edited.predecessors.append(Located(link))
        case .removeLink(let source, let relationship, _):
            guard let place = edited.place(of: source, relationship) else { return nil }
            edited.predecessors.remove(at: place)
        case .lag(let source, let relationship, _, let lag):
            guard let place = edited.place(of: source, relationship) else { return nil }
            edited.predecessors[place].value.lag = lag
        }
        return edited
    }

    /// Where the first link of a relationship to a predecessor stands.
    func place(of source: ActivityID, _ relationship: Relationship) -> Int? {
        predecessors.firstIndex { $0.value.predecessor == source && $0.value.relationship == relationship }
    }
}
