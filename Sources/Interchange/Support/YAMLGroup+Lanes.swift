import Diagnostics
import Formats
import Scheduling

extension YAMLGroup {
    /// `{client: Client / 客户}`, or a list of ids that serve as names.
    mutating func lanes(_ key: Key) -> [Located<Lane>] {
        if node(key)?.elements != nil {
            return texts(key).map { $0.map { Lane(id: LaneID($0), name: BilingualName(parsing: $0)) } }
        }
        return (entries(key) ?? []).map { entry in
            if entry.value.text == nil { reportWrongKind(key, entry.value, expected: "the lane's name") }
            let name = BilingualName(parsing: entry.value.text ?? entry.key.value)
            return Located(Lane(id: LaneID(entry.key.value), name: name), at: entry.key.place)
        }
    }
}
