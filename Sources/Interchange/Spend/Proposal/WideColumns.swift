import MediaSpend

/// Columns side by side that hold the spend of one medium each, told by their names.
struct WideColumns {
    /// By position in the file: the name of the medium.
    private(set) var names: [Int: String] = [:]

    /// What stands before or behind the medium in the names of such columns. Small letters, but for a lone `S`.
    private static let prefixes = ["spend_", "mdsp_", "cost_", "spend ", "花费_"]
    private static let suffixes = ["_spend", " spend", "_cost", " cost", "_S", "花费", "费用", "金额", "_gasto", "_kosten"]

    /// What is no medium: then the columns are different sums of the same.
    private static let others: Set<String> = [
        "", "total", "unit", "net", "gross", "rate card", "ratecard", "rate", "average", "总", "合计", "单位", "净", "刊例",
        "广告",
        "投放", "刊例价",
    ]

    private static let media: Set<String> = [
        "tv", "television", "radio", "print", "press", "newspaper", "newspapers", "magazine", "magazines", "ooh",
        "outdoor", "cinema", "online", "digital", "internet", "search", "social", "display", "video", "facebook",
        "youtube", "电视", "广播", "电台", "报纸", "杂志", "户外", "互联网", "网络", "数字媒体", "影院", "televisión", "prensa", "revistas",
        "exterior", "fernsehen", "zeitung", "zeitungen", "zeitschriften", "plakat", "kino",
    ]

    /// - Parameter columns: those that hold numbers.
    init(_ columns: [ColumnSketch]) {
        for affix in Self.prefixes {
            take(columns.filter { $0.name.lowercased().hasPrefix(affix) }) { String($0.dropFirst(affix.count)) }
        }
        for affix in Self.suffixes {
            let isCaseExact = affix == "_S"
            take(columns.filter { (isCaseExact ? $0.name : $0.name.lowercased()).hasSuffix(affix) }) {
                String($0.dropLast(affix.count))
            }
        }
        take(columns.filter { Self.media.contains($0.name.lowercased()) }, least: 2) { $0 }
    }

    private mutating func take(_ group: [ColumnSketch], least: Int = 3, name: (String) -> String) {
        guard names.isEmpty, group.count >= least else { return }
        let rests = group.map { name($0.name) }
        let areSums = rests.contains { rest in
            Self.others.contains(rest.lowercased()) || HeaderWords(rest).currency != nil
        }
        guard !areSums, Set(rests).count == rests.count else { return }
        for (column, rest) in zip(group, rests) { names[column.position] = rest }
    }
}
