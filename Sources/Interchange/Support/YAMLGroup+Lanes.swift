import Diagnostics
import Formats
import Scheduling

extension YAMLGroup {
    /// `{client: Client / 客户}`, `{client: {name: Client / 客户, external: yes}}`, or a list of ids that serve as names.
    mutating func lanes(_ key: Key) -> [Located<Lane>] {
        if node(key)?.elements != nil {
            return texts(key).map { $0.map { Lane(id: LaneID($0), name: BilingualName(parsing: $0)) } }
        }
        return (entries(key) ?? []).map { entry in
            if entry.value.entries != nil { return lane(entry) }
            if entry.value.text == nil { reportWrongKind(key, entry.value, expected: "the lane's name") }
            let name = BilingualName(parsing: entry.value.text ?? entry.key.value)
            return Located(Lane(id: LaneID(entry.key.value), name: name), at: entry.key.place)
        }
    }

    private mutating func lane(_ entry: YAMLEntry) -> Located<Lane> {
        let id = entry.key.value
        var keys = YAMLGroup<LaneKey>(entry.value, subject: subject, owner: "the lane “\(id)”")
        let name = keys.text(.name).map { BilingualName(parsing: $0.value) } ?? BilingualName(id)
        let isExternal = keys.has(.external) && keys.flag(.external) ?? false
        for finding in keys.findings { report(finding) }
        return Located(Lane(id: LaneID(id), name: name, isExternal: isExternal), at: entry.key.place)
    }
}
