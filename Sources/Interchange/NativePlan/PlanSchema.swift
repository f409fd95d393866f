public import Formats
import Scheduling

/// The JSON Schema of the plan file, by which editors complete and check it.
///
/// Its keys are those that the reader reads, with a sentence on each.
public enum PlanSchema {
    public static var json: JSONValue {
        [
            "$schema": "https://json-schema.org/draft/2020-12/schema",
            "title": "Headroom plan",
            "description": "A plan of activities with durations, predecessors, calendars and promised dates.",
            "type": "object",
            "required": ["plan", "start", "activities"],
            "additionalProperties": false,
            "properties": properties(PlanKey.allCases, \.schema),
            "$defs": definitions,
        ]
    }

    /// What several keys share, by name.
    private static var definitions: JSONValue {
        [
            "date": [
                "description": "A date, 2026-01-05, or a date with a time, 2026-01-05 14:00.",
                "type": "string", "pattern": "^\\d{4}-\\d{2}-\\d{2}([T ]\\d{2}:\\d{2})?$",
            ],
            "duration": [
                "description": "A number and a unit: 30m, 4h, 2d, 1.5w; with e for time around the clock: 3ed.",
                "type": "string", "pattern": "^\\d+(\\.\\d{1,3})?e?[mhdw]$",
            ],
            "links": texts("Predecessors: brief, brief FS+2d, [concept SS+1d, brief]."),
            "hours": [
                "description": "Shifts of a day: 09:00-12:00 13:00-18:00.",
                "type": "string", "pattern": "^(\\d{2}:\\d{2}-\\d{2}:\\d{2})?( \\d{2}:\\d{2}-\\d{2}:\\d{2})*$",
            ],
            "dates": [
                "description": "Dates or ranges, then a name: 2026-02-15..2026-02-23 Spring Festival / 春节.",
                "type": "array", "items": ["type": "string", "pattern": "^\\d{4}-\\d{2}-\\d{2}"],
            ],
            "calendar": group(CalendarKey.insidePlan, \.schema),
            "lane": group(LaneKey.allCases, \.schema),
            "resource": group(ResourceKey.allCases, \.schema),
            "gate": group(GateKey.allCases, \.schema),
            "change": group(ChangeKey.allCases, \.schema),
            "brief": group(BriefKey.allCases, \.schema),
            "commitment": [
                "oneOf": [
                    ["enum": .array(CommitmentWord.allCases.map { .string($0.rawValue) })],
                    group(CommitmentKey.allCases, \.schema),
                ]
            ],
            "vehicle": group(VehicleKey.allCases, \.schema),
            "buffers": group(BufferKey.allCases, \.schema),
            "progress": group(ActivityKey.ofProgress, \.schema),
            "rework": texts("Steps that are done again, with a part of each or a time: [layouts 40%, copy 1d]."),
            "activity": group(ActivityKey.insideGroup, \.schema),
            "listedActivity": .object(members(of: group(ActivityKey.allCases, \.schema)) + [("required", ["id"])]),
        ]
    }

    private static func group<Key: RawRepresentable<String>>(_ keys: [Key], _ schema: (Key) -> JSONValue) -> JSONValue {
        ["type": "object", "additionalProperties": false, "properties": properties(keys, schema)]
    }

    private static func properties<Key: RawRepresentable<String>>(
        _ keys: [Key], _ schema: (Key) -> JSONValue
    ) -> JSONValue {
        .object(keys.map { (key: $0.rawValue, value: schema($0)) })
    }

    private static func members(of value: JSONValue) -> [(key: String, value: JSONValue)] {
        guard case .object(let members) = value else { return [] }
        return members
    }

    /// A value with a sentence on it.
    static func text(_ description: String) -> JSONValue {
        ["description": .string(description), "type": "string"]
    }

    /// One text or a list of them, with a sentence on it.
    static func texts(_ description: String) -> JSONValue {
        [
            "description": .string(description),
            "oneOf": [["type": "string"], ["type": "array", "items": ["type": "string"]]],
        ]
    }

    /// One of a few words, with a sentence on it.
    static func choice(_ words: [String], _ description: String) -> JSONValue {
        ["description": .string(description), "enum": .array(words.map(JSONValue.string))]
    }

    /// A value of a shared kind, with a sentence on it.
    static func kind(_ name: String, _ description: String) -> JSONValue {
        ["description": .string(description), "$ref": .string("#/$defs/\(name)")]
    }
}

extension PlanKey {
    fileprivate var schema: JSONValue {
        switch self {
        case .plan: PlanSchema.text("The plan's name; with a Chinese form behind a slash: Spring launch / 春季上市.")
        case .start: PlanSchema.kind("date", "When work may begin.")
        case .finishBy: PlanSchema.kind("date", "When all of it is promised; reported, never binding.")
        case .scheduleFrom:
            PlanSchema.choice(
                ["start", "finish"], "Whether dates are counted from the start, or back from “finish-by”.")
        case .dataDate: PlanSchema.kind("date", "Up to when progress is known; work that is not done lies after it.")
        case .conventions:
            PlanSchema.choice(
                Conventions.Name.allCases.map(\.rawValue), "Whose manner the plan is scheduled in; native if absent.")
        case .lagCalendar:
            PlanSchema.choice(LagCalendar.allCases.map(\.rawValue), "The calendar on which a lag is counted.")
        case .progressLogic:
            PlanSchema.choice(
                ProgressLogic.allCases.map(\.rawValue), "What work waits for that began before its predecessors let it."
            )
        case .totalFloat:
            PlanSchema.choice(FloatMeasure.allCases.map(\.rawValue), "The end at which total float is measured.")
        case .critical:
            PlanSchema.text("The most float that is critical, such as 0d or 16h, or longest-path.")
        case .calendar:
            PlanSchema.text(
                "The calendar of activities that name none: china, england, hong-kong, japan, singapore, "
                    + "united-states, or one defined under “calendars”.")
        case .calendars:
            [
                "description": "Calendars of this plan, by id.", "type": "object",
                "additionalProperties": ["$ref": "#/$defs/calendar"],
            ]
        case .lanes:
            [
                "description":
                    "Who does the work, in the order in which they are drawn: {client: Client / 客户}; external: yes for those outside.",
                "oneOf": [
                    [
                        "type": "object",
                        "additionalProperties": ["oneOf": [["type": "string"], ["$ref": "#/$defs/lane"]]],
                    ],
                    ["type": "array", "items": ["type": "string"]],
                ],
            ]
        case .resources:
            [
                "description": "Who works on it: {anna: Anna Li}, or {anna: {name: Anna Li, calendar: china}}.",
                "oneOf": [
                    [
                        "type": "object",
                        "additionalProperties": ["oneOf": [["type": "string"], ["$ref": "#/$defs/resource"]]],
                    ],
                    ["type": "array", "items": ["type": "string"]],
                ],
            ]
        case .activities:
            [
                "description": "The activities by id, in any language; ids hold no blank, comma or semicolon.",
                "oneOf": [
                    [
                        "type": "object", "propertyNames": ["pattern": "^[^\\s,;，；、]+$"],
                        "additionalProperties": ["$ref": "#/$defs/activity"],
                    ],
                    ["type": "array", "items": ["$ref": "#/$defs/listedActivity"]],
                ],
            ]
        case .changes:
            [
                "description": "What was changed after it had been approved, by id.", "type": "object",
                "additionalProperties": ["$ref": "#/$defs/change"],
            ]
        case .markets:
            [
                "description": "The markets of the campaign, each with its calendar: {mainland: china}.",
                "type": "object",
                "additionalProperties": ["type": "string"],
            ]
        case .vehicles:
            [
                "description": "The stations, titles, sites and platforms that carry it, by id.", "type": "object",
                "additionalProperties": ["$ref": "#/$defs/vehicle"],
            ]
        case .buffers:
            [
                "description":
                    "Whether promises are guarded by buffers, by what size, or how: {size: 3d, before: delivery}.",
                "oneOf": [["type": "boolean"], ["type": "string"], ["$ref": "#/$defs/buffers"]],
            ]
        case .progress:
            [
                "description":
                    "What has happened to activities by id, also to rounds and changes: {ok/1: {started: 2026-02-02}}.",
                "type": "object", "additionalProperties": ["$ref": "#/$defs/progress"],
            ]
        }
    }
}

extension ActivityKey {
    fileprivate var schema: JSONValue {
        switch self {
        case .id: PlanSchema.text("The name by which other activities refer to it; no blank, comma or semicolon.")
        case .name: PlanSchema.text("What papers call it; with a Chinese form behind a slash: Creative brief / 创作要求.")
        case .lane: PlanSchema.text("Who does it: one of “lanes”.")
        case .duration: PlanSchema.kind("duration", "How long the work takes on its calendar.")
        case .safe:
            PlanSchema.text("How long it may take, nearly always enough: 5d, or in per cent of its duration, 150%.")
        case .milestone:
            ["description": "Whether it is a point in time, without a duration.", "type": "boolean"]
        case .kind:
            PlanSchema.choice(
                ActivityKind.allCases.map(\.rawValue), "What sort of thing it is; work if absent.")
        case .partOf: PlanSchema.text("The summary that it is part of.")
        case .wbs: PlanSchema.text("Its place in the work breakdown structure: 1.2.3.")
        case .after: PlanSchema.kind("links", "What it waits for.")
        case .gate:
            PlanSchema.kind("gate", "Who approves it, how fast and in how many rounds; it then has no duration.")
        case .who:
            PlanSchema.kind("links", "Who works on it, with a share of time if it is not all: [anna, ben 50%].")
        case .brief: PlanSchema.kind("brief", "What the brief that it writes has to say before anybody works by it.")
        case .calendar: PlanSchema.text("The calendar on which it is worked, instead of the plan's.")
        case .deadline: PlanSchema.kind("date", "When its finish is promised; reported, never binding.")
        case .committed:
            PlanSchema.kind("commitment", "To whom its start is committed: people, or {to: client, on: 2026-03-10}.")
        case .startNoEarlierThan: PlanSchema.kind("date", "It may not start before.")
        case .startNoLaterThan:
            PlanSchema.kind("date", "It should have started by then; shown as negative float when not.")
        case .finishNoEarlierThan: PlanSchema.kind("date", "It may not finish before.")
        case .finishNoLaterThan:
            PlanSchema.kind("date", "It should have finished by then; shown as negative float when not.")
        case .mustStartOn: PlanSchema.kind("date", "It may not start before and should not start later.")
        case .mustFinishOn: PlanSchema.kind("date", "It may not finish before and should not finish later.")
        case .mandatoryStart: PlanSchema.kind("date", "It starts on that date, whatever it waits for.")
        case .mandatoryFinish: PlanSchema.kind("date", "It finishes on that date, whatever it waits for.")
        case .expectedFinish: PlanSchema.kind("date", "When it is expected to be done: sets the time left.")
        case .asLateAsPossible:
            ["description": "Whether it is done as late as its successors let it.", "type": "boolean"]
        case .started: PlanSchema.kind("date", "When work on it began.")
        case .finished: PlanSchema.kind("date", "When it was done.")
        case .remaining: PlanSchema.kind("duration", "The work left after the data date.")
        case .complete:
            [
                "description": "How much of it is done: 40%.",
                "oneOf": [["type": "number"], ["type": "string", "pattern": "^\\d+(\\.\\d{1,2})? ?%?$"]],
            ]
        case .suspended: PlanSchema.kind("date", "When work on it was laid down.")
        case .resumes: PlanSchema.kind("date", "When work on it is taken up again.")
        case .inactive: ["description": "Whether it is left out of the schedule.", "type": "boolean"]
        case .note: PlanSchema.text("A remark that papers show beside it: in writing / 书面.")
        }
    }
}

extension LaneKey {
    fileprivate var schema: JSONValue {
        switch self {
        case .name: PlanSchema.text("The name; its Chinese form stands behind a slash.")
        case .external:
            [
                "description": "Whether they are outside, as the client is: a timetable for the client is theirs.",
                "type": "boolean",
            ]
        }
    }
}

extension ResourceKey {
    fileprivate var schema: JSONValue {
        switch self {
        case .name: PlanSchema.text("What papers call it.")
        case .calendar: PlanSchema.text("The calendar on which it works, instead of the plan's.")
        case .kind: PlanSchema.choice(["work", "material"], "Whether it works or is used up; work if absent.")
        }
    }
}

extension CalendarKey {
    fileprivate var schema: JSONValue {
        switch self {
        case .calendar: PlanSchema.text("The id by which plans name it.")
        case .name: PlanSchema.text("What papers call it.")
        case .nameZh: PlanSchema.text("What papers in Chinese call it.")
        case .basedOn: PlanSchema.text("The calendar whose week and dates it takes over.")
        case .hours: PlanSchema.kind("hours", "The shifts of every working day of “week”.")
        case .week:
            [
                "description":
                    "The working days, mon-fri, or hours by weekday: {mon-fri: 09:00-18:00, sat: 09:00-13:00}.",
                "oneOf": [
                    ["type": "string"],
                    ["type": "object", "additionalProperties": ["$ref": "#/$defs/hours"]],
                ],
            ]
        case .holidays: PlanSchema.kind("dates", "Days off beside the week.")
        case .makeUpDays: PlanSchema.kind("dates", "Days off that are worked in exchange for a holiday (调休).")
        case .hoursOn: PlanSchema.kind("dates", "Days with hours of their own: 2026-12-24 09:00-13:00 Christmas Eve.")
        case .knownThrough: PlanSchema.kind("date", "The last day for which holidays are settled.")
        }
    }
}
