import Formats
import Scheduling
import WorkTime
import Workflow

extension CriticalDate {
    /// A member of `criticalDates` in the answer of `plan FILE --json`.
    var json: JSONValue {
        var members: [(key: String, value: JSONValue)] = [
            ("vehicle", .string(vehicle.id.rawValue)), ("market", JSONValue(vehicle.market)),
            ("onAir", .string(vehicle.onAir.description)), ("kind", .string(deadline.kind.rawValue)),
            ("due", .string(deadline.due.description)), ("activity", JSONValue(deadline.activity?.rawValue)),
            ("milestone", JSONValue(deadline.milestone?.rawValue)), ("forecast", JSONValue(forecast?.description)),
            ("headroomMinutes", JSONValue(headroom?.count)),
            ("latestSafeStart", JSONValue(latestSafeStart?.description)),
        ]
        if vehicle.market == nil { members.append(("marketReason", "not-in-the-file")) }
        if deadline.activity == nil {
            for key in ["activity", "milestone", "forecast", "headroomMinutes"] {
                members.append(("\(key)Reason", "no-work-leads-to-it"))
            }
        }
        if latestSafeStart == nil {
            members.append(("latestSafeStartReason", deadline.activity == nil ? "no-work-leads-to-it" : "begun"))
        }
        return .object(members)
    }
}
