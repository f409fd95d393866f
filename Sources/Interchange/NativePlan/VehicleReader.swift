import Diagnostics
import Formats
import Scheduling
import Workflow

/// Reads a vehicle of a plan file.
struct VehicleReader {
    private var group: YAMLGroup<VehicleKey>
    private let id: Located<String>

    init(_ entry: YAMLEntry) {
        id = Located(entry.key.value, at: entry.key.place)
        group = YAMLGroup(entry.value, subject: "plan", owner: "the vehicle “\(entry.key.value)”")
    }

    var findings: [Finding] { group.findings }

    /// `nil` for what is no group of keys, which was reported.
    mutating func vehicle() -> VehicleDraft? {
        guard group.isReadable else { return nil }
        var vehicle = VehicleDraft(id: id.map { ActivityID($0) })
        vehicle.name = group.text(.name).map { BilingualName(parsing: $0.value) }
        vehicle.market = group.text(.market)
        vehicle.calendar = group.text(.calendar)
        vehicle.onAir = group.read(.onAir, StatedInstant.reading)
        if vehicle.onAir == nil, group.has(.onAir) {
            // It was read and found wrong; that it is missing too is not worth another finding.
            return nil
        }
        vehicle.deadlines = VehicleDeadline.Kind.allCases.compactMap { kind in
            VehicleKey(rawValue: kind.rawValue).flatMap { deadline(kind, $0) }
        }
        return vehicle
    }

    /// `delivery 3d`, an activity and how long before; a time alone where no work leads to it.
    private mutating func deadline(_ kind: VehicleDeadline.Kind, _ key: VehicleKey) -> VehicleDeadline? {
        guard let stated = group.text(key) else { return nil }
        let words = stated.value.split(whereSeparator: \.isWhitespace).map(String.init)
        let wantsActivity = kind != .cancellation
        guard words.count == (wantsActivity ? 2 : 1), let time = words.last else {
            group.report(
                Finding(
                    "plan.bad-vehicle-deadline", .error,
                    "“\(stated.value)” does not say by when the \(kind.rawValue) of “\(id.value)” is due",
                    advice: wantsActivity
                        ? "write the activity that does it, then how long before: \(kind.rawValue): delivery 3d"
                        : "write how long before: \(kind.rawValue): 45ed", at: stated.place))
            return nil
        }
        let duration = group.attempt(at: stated.place) { () throws(TextFault) in try PlannedDuration(time) }
        return duration.map { before in
            VehicleDeadline(
                kind, before: Located(before, at: stated.place),
                activity: wantsActivity ? Located(ActivityID(words[0]), at: stated.place) : nil)
        }
    }
}
