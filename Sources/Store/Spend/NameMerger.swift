import MediaSpend

/// Brings the names of one file and those of the workspace together: a name that both know gets the workspace's code,
/// and a new one the next that is free.
struct NameMerger {
    private(set) var names: Vocabulary
    /// How many codes the workspace had before.
    private let known: [SpendDimension: Int]
    /// For each dimension the workspace's code for each code of the file.
    private var codes: [SpendDimension: [UInt32]] = [:]
    /// Names of before that the file exchanges for others.
    private(set) var changes: [NameChange] = []
    private var labels: [SpendDimension: [NameRecords.Entry]] = [:]

    init(into names: Vocabulary) {
        self.names = names
        known = Dictionary(uniqueKeysWithValues: SpendDimension.named.map { ($0, names[$0].count) })
        for dimension in SpendDimension.named { codes[dimension] = [NameTable.notStated] }
    }

    /// Gives every name of a file a code of the workspace.
    ///
    /// - Parameter others: the file's names so far.
    mutating func register(_ others: Vocabulary) -> WorkspaceCodes {
        for dimension in SpendDimension.named { extend(dimension, by: others[dimension]) }
        return WorkspaceCodes(tables: codes)
    }

    /// Takes over how the file shows its names.
    mutating func relabel(as others: Vocabulary) {
        for dimension in SpendDimension.named {
            extend(dimension, by: others[dimension])
            for (other, code) in codes[dimension]!.enumerated() {
                guard let label = others[dimension].label(of: UInt32(other)), label != names[dimension].name(of: code)
                else { continue }
                if Int(code) < known[dimension]! {
                    let (key, former) = (names[dimension].key(of: code), names[dimension].name(of: code))
                    changes.append(NameChange(dimension, key: key, from: former, to: label))
                }
                names[dimension].relabel(code, label)
                labels[dimension, default: []].append((code, label))
            }
        }
    }

    /// Stores what is new.
    func save(to records: NameRecords) throws {
        for dimension in SpendDimension.named {
            let table = names[dimension]
            let new = (known[dimension]!..<table.count).map { NameRecords.Entry(UInt32($0), table.key(of: UInt32($0))) }
            try records.insert(new, .key, in: dimension)
            try records.insert(labels[dimension] ?? [], .label, in: dimension)
        }
    }

    private mutating func extend(_ dimension: SpendDimension, by table: NameTable) {
        for other in codes[dimension]!.count..<max(table.count, codes[dimension]!.count) {
            codes[dimension]!.append(names[dimension].code(for: table.key(of: UInt32(other))))
        }
    }
}
