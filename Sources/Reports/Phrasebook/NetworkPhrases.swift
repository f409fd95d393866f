import WorkTime

/// What the picture of a plan's network and its float paths say.
enum NetworkPhrase: Phrase {
    case heading
    case title
    case summary(activities: Int, links: Int)
    case leavesOut(shown: Int, all: Int)
    case marks
    case critical
    case driving
    case loose
    case unusual
    case begins(String)
    case ends(String)

    case floatPaths
    case floatPathsIntroduction(to: String)
    case number
    case path
    case joins
    case count

    var wording: Wording {
        switch self {
        case .heading: Wording(en: "Network", zh: "网络图")
        case .title: Wording(en: "What waits for what", zh: "先后关系")
        case .summary(let activities, let links):
            Wording(
                en: "\(activities, "activity", "activities") and \(links, "link", "links"), from left to right.",
                zh: "\(activities)项活动、\(links)条逻辑关系，从左到右。")
        case .leavesOut(let shown, let all):
            Wording(
                en: "The picture shows \(shown) of \(all) activities: the critical path and its neighbours.",
                zh: "图中为\(all)项活动中的\(shown)项：关键路径及与其相邻的活动。")
        case .marks:
            Wording(en: "Goes on in the next row", zh: "在下一排继续")
        case .critical: Wording(en: "Critical path", zh: "关键路径")
        case .driving: Wording(en: "Driving link", zh: "驱动关系")
        case .loose: Wording(en: "Link with time to spare", zh: "有富余时间的关系")
        case .unusual: Wording(en: "Other than finish to start", zh: "非完成—开始关系")
        case .begins(let name): Wording(en: "\(name): begins", zh: "\(name)：开始")
        case .ends(let name): Wording(en: "\(name): done", zh: "\(name)：完成")

        case .floatPaths: Wording(en: "Float paths", zh: "时差路径")
        case .floatPathsIntroduction(let name):
            Wording(
                en: """
                    The chains that lead to “\(name)”, the one with the least float first. Each activity stands on one \
                    chain; a chain ends where it joins an earlier one.
                    """,
                zh: "通向“\(name)”的各条路径，时差最小的在前。每项活动只列在一条路径上；路径到与前面某条路径汇合处为止。")
        case .number: Wording(en: "No.", zh: "序号")
        case .path: Wording(en: "Path", zh: "路径")
        case .joins: Wording(en: "Joins", zh: "汇入")
        case .count: Wording(en: "Activities", zh: "活动数")
        }
    }
}
