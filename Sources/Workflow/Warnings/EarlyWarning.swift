public import Scheduling
public import WorkTime

/// Something that will break a promise unless somebody acts: what, through which work, how long there is, and what helps.
public struct EarlyWarning: Hashable, Sendable {
    public let sign: Sign
    /// The work from what can be acted on now to what is endangered, each waiting for the one before it.
    public let chain: [ActivityID]
    /// The latest moment to begin the first of the chain, or to finish it once it has begun, so that every promise is kept;
    /// `nil` where no promise depends on it.
    public let actBy: CivilMinute?
    /// From the data date to ``actBy`` in working minutes of the plan's calendar; 0 where it has passed.
    public let timeLeft: WorkMinutes?
    /// The one that asks for least first.
    public let options: [Option]

    /// What was seen.
    public enum Sign: Hashable, Sendable {
        /// A promise cannot be kept any more as planned.
        case promiseMissed(Endangered, by: WorkMinutes)
        /// A client has an answer to give for longer than it usually takes.
        case answerLate(ActivityID, of: ActivityID, asked: CivilMinute, usually: CivilMinute)
        /// The material of an approval will not be there when it was to be shown.
        case materialLate(ActivityID, for: ActivityID, wanted: CivilMinute, expected: CivilMinute)
        /// An approval takes more rounds than were agreed.
        case roundsOverAgreed(ActivityID, agreed: Int, now: Int)
        /// Something begins later than the people or the client have been told who are committed to it.
        case commitmentMoves(ActivityID, Commitment.Kind, told: CivilMinute, now: CivilMinute)
        /// Three statuses in a row each left a promise less headroom than the one before, the oldest first.
        case headroomEroding(Endangered, [WorkMinutes], goneBy: CivilMinute)
        /// More of a promise's buffer is consumed than of the work before it is done, in parts of each; and when it is used
        /// up if that goes on, where that is known.
        case bufferConsumedFaster(Endangered, consumed: Double, progress: Double, usedUp: CivilMinute?)
        /// An approval comes up, and one more round of it would break a promise: the deadline lies inside the path that is
        /// left.
        case noRoomForARound(ActivityID, Endangered)
    }

    /// The promises that one cause endangers: the one with the least headroom, and how many others.
    public struct Endangered: Hashable, Sendable {
        /// `nil` for the promise of the whole plan.
        public let activity: ActivityID?
        public let others: Int

        public init(activity: ActivityID?, others: Int) {
            self.activity = activity
            self.others = others
        }
    }

    /// What somebody can do.
    public enum Option: Hashable, Sendable {
        /// Get an answer by then.
        case answer(ActivityID, by: CivilMinute)
        /// Have work done by then.
        case finish(ActivityID, by: CivilMinute)
        /// Agree to leave out a round of any one of these approvals: by how much it brings the endangered promise forward.
        case fewerRounds([ActivityID], gains: WorkMinutes)
        /// Ask for another date: when it will be done as planned, or with one round more.
        case promise(ActivityID?, CivilMinute)
        /// Look at what has to move, and at the price of doing otherwise.
        case repair
    }
}

extension EarlyWarning.Sign {
    /// Its name for scripts.
    public var rule: String {
        switch self {
        case .promiseMissed: "promise-missed"
        case .answerLate: "answer-late"
        case .materialLate: "material-late"
        case .roundsOverAgreed: "rounds-over-agreed"
        case .commitmentMoves: "commitment-moves"
        case .headroomEroding: "headroom-eroding"
        case .bufferConsumedFaster: "buffer-faster-than-progress"
        case .noRoomForARound: "no-room-for-a-round"
        }
    }

    /// The activity that it is about; `nil` for the promise of the whole plan.
    public var subject: ActivityID? {
        switch self {
        case .promiseMissed(let promise, _), .headroomEroding(let promise, _, _): promise.activity
        case .bufferConsumedFaster(let promise, _, _, _): promise.activity
        case .answerLate(let id, _, _, _), .materialLate(_, let id, _, _), .roundsOverAgreed(let id, _, _),
            .commitmentMoves(let id, _, _, _), .noRoomForARound(let id, _):
            id
        }
    }
}
