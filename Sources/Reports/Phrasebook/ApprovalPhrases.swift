/// What a timetable says of its approvals.
enum ApprovalPhrase: Phrase {
    case heading
    /// Whether anything is promised in the plan.
    case introduction(isPromised: Bool)
    case approval
    case reviewer
    case written
    case shown
    case rounds
    case approved
    case oneMoreRound
    case nothing
    case given
    /// In a sentence.
    case wholePlan
    /// One more round of any one of these approvals misses these promises.
    case breaks([String], missed: [String])

    var wording: Wording {
        switch self {
        case .heading: Wording(en: "Approvals", zh: "审批关口")
        case .introduction(let isPromised):
            Wording(
                en: """
                    Planned with the rounds that were agreed. One more round costs \
                    \(isPromised ? "what it takes of the least headroom of all promises" : "as much as the plan finishes later").
                    """,
                zh: "按约定的轮次计划。“再多一轮”指\(isPromised ? "最紧的承诺因此减少的余量" : "整个计划因此推迟完成的时间")。")
        case .approval: Wording(en: "Approval", zh: "审批")
        case .reviewer: Wording(en: "By", zh: "审批人")
        case .written: Wording(en: "In writing", zh: "书面")
        case .shown: Wording(en: "Shown", zh: "提交")
        case .rounds: Wording(en: "Rounds", zh: "轮次")
        case .approved: Wording(en: "Approved", zh: "确认")
        case .oneMoreRound: Wording(en: "One more round", zh: "再多一轮")
        case .nothing: Wording(en: "nothing", zh: "不影响")
        case .given: Wording(en: "given", zh: "已确认")
        case .wholePlan: Wording(en: "the whole plan", zh: "整个计划")
        case .breaks(let approvals, let missed) where approvals.count == 1:
            Wording(
                en: "One more round of \(list: approvals) breaks the \(Self.promises(missed)) of \(list: missed).",
                zh: "\(list: approvals)再多一轮，就会使\(list: missed)的承诺无法兑现。")
        case .breaks(let approvals, let missed):
            Wording(
                en: """
                    One more round of any one of these breaks the \(Self.promises(missed)) of \(list: missed): \
                    \(list: approvals).
                    """,
                zh: "下列任何一项再多一轮，都会使\(list: missed)的承诺无法兑现：\(list: approvals)。")
        }
    }

    private static func promises(_ missed: [String]) -> String { missed.count == 1 ? "promise" : "promises" }
}
