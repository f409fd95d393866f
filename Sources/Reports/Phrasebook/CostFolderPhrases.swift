/// What the paper on the jobs of a folder says.
enum CostFolderPhrase: Phrase {
    case headline(open: Int, over: Int, done: Int)
    case jobs
    case done
    case atEighty
    case probabilityOver

    var wording: Wording {
        switch self {
        case .headline(let open, _, let done) where open == 0:
            Wording(en: "All \(done, "job is", "jobs are") done.", zh: "\(done)个项目均已完工。")
        case .headline(let open, let over, let done):
            Wording(
                en: """
                    Of \(open, "job", "jobs") under way \(over) \(over == 1 ? "is" : "are") forecast to end over budget; \
                    \(done, "job is", "jobs are") done.
                    """, zh: "\(open)个在建项目中，\(over)个预计超支；另有\(done)个已完工。")
        case .jobs: Wording(en: "Jobs", zh: "项目")
        case .done: Wording(en: "Done", zh: "完成比例")
        case .atEighty: Wording(en: "Cost at 80% confidence", zh: "80%置信成本")
        case .probabilityOver: Wording(en: "Chance of overspend", zh: "超支概率")
        }
    }
}
