import Formats
import Scheduling

// What the schema says of approvals, briefs, commitments, vehicles, buffers and changes.

extension GateKey {
    var schema: JSONValue {
        switch self {
        case .reviewer: PlanSchema.text("Who approves: a resource, whose calendar counts the answers, or a lane.")
        case .answer:
            PlanSchema.texts("How long an answer takes: 2d, or at best, usually and at worst: 1d 2d 5d.")
        case .rounds:
            [
                "description": "The rounds that were agreed, the first answer included.", "type": "integer",
                "minimum": 1, "maximum": 99,
            ]
        case .atMost:
            ["description": "How many rounds there may be at most.", "type": "integer", "minimum": 1, "maximum": 99]
        case .chances:
            PlanSchema.texts("How likely each round is the last, from the first on: 50%, 35%, 15%.")
        case .rework: PlanSchema.kind("rework", "What is revised before each further round.")
        case .reopens: PlanSchema.kind("rework", "What a change after the approval opens again.")
        case .written:
            ["description": "Whether it has to be there in writing before anything goes on.", "type": "boolean"]
        }
    }
}

extension BriefKey {
    var schema: JSONValue {
        switch self {
        case .parts: PlanSchema.texts("What the brief has to say: [strategy, target, budget].")
        case .has: PlanSchema.texts("Which of these parts are there.")
        }
    }
}

extension CommitmentKey {
    var schema: JSONValue {
        switch self {
        case .to:
            PlanSchema.choice(
                CommitmentWord.allCases.map(\.rawValue), "Whom: people who are booked, the client, or booked media.")
        case .on: PlanSchema.kind("date", "The start that they were told, if not that of the reference plan.")
        case .cost:
            [
                "description": "What it costs to move it, on the scale of the other commitments.", "type": "integer",
                "minimum": .integer(Commitment.possibleCosts.lowerBound),
                "maximum": .integer(Commitment.possibleCosts.upperBound),
            ]
        }
    }
}

extension VehicleKey {
    var schema: JSONValue {
        switch self {
        case .name: PlanSchema.text("What papers call it; with a Chinese form behind a slash: CCTV-1 / 央视一套.")
        case .market: PlanSchema.text("The market that it is in: one of “markets”.")
        case .calendar: PlanSchema.text("The calendar that counts its deadlines, instead of the market's.")
        case .onAir: PlanSchema.kind("date", "When it is first on air or published.")
        case .booking: PlanSchema.text("The activity that books it, and how long before it is on air: booking 20d.")
        case .material: PlanSchema.text("The activity that delivers material, and how long before: delivery 3d.")
        case .clearance: PlanSchema.text("The activity that has the ad passed, and how long before: clearance 2d.")
        case .cancellation: PlanSchema.text("Until how long before it is on air it may be given back: 45ed.")
        }
    }
}

extension BufferKey {
    var schema: JSONValue {
        switch self {
        case .size:
            PlanSchema.text(
                "How much time a buffer has: \(BufferSize.allCases.map(\.rawValue).joined(separator: ", ")), or a time, 3d."
            )
        case .safe: PlanSchema.text("How long work may take that does not say so, in per cent of its duration: 150%.")
        case .before:
            PlanSchema.texts("The promises that have one, with its size if it is stated: [finish-by, delivery 3d].")
        case .joins:
            ["description": "Whether chains that join the one that drives a promise have one too.", "type": "boolean"]
        case .yellow:
            PlanSchema.texts(
                "How much may be consumed before it is yellow, at the start and at the end of the chain: 0% 70%.")
        case .red:
            PlanSchema.texts(
                "How much may be consumed before it is red, at the start and at the end of the chain: 30% 90%.")
        }
    }
}

extension ChangeKey {
    var schema: JSONValue {
        switch self {
        case .name: PlanSchema.text("What papers call it; with a Chinese form behind a slash.")
        case .approval: PlanSchema.text("The gate whose approval it overthrows.")
        case .on: PlanSchema.kind("date", "When it was asked for.")
        case .reopens: PlanSchema.kind("rework", "What it opens again, if not what the gate says.")
        }
    }
}
