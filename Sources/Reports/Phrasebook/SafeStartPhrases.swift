/// What a timetable says of the latest safe starts.
enum SafeStartPhrase: Phrase {
    case heading
    case introduction

    var wording: Wording {
        switch self {
        case .heading: Wording(en: "Latest safe starts", zh: "最迟安全开始")
        case .introduction:
            Wording(
                en: """
                    Up to when each activity may begin so that every promise is kept at the agreed rounds, the most pressing \
                    first.
                    """,
                zh: "在约定轮次下，各活动最迟于何时开始仍能兑现全部承诺；最紧迫的列在最前。")
        }
    }
}
