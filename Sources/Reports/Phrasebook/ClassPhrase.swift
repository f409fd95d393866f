import Costing

/// The finished jobs that something was learned from: how many, and what they have in common.
struct ClassPhrase: Phrase {
    let name: ClassName
    let jobs: Int

    var wording: Wording {
        switch name {
        case .kept(let place):
            Wording(en: "\(jobs, "finished job", "finished jobs") of \(place)", zh: "\(place)的\(jobs)个已完工项目")
        case .agency:
            Wording(en: "\(jobs, "closed job", "closed jobs") of the agency", zh: "本公司的\(jobs)个已完工项目")
        case .clientAndType(let client, let type):
            Wording(
                en: "\(jobs, "closed job", "closed jobs") of the type “\(type)” for \(client)",
                zh: "\(client)的\(jobs)个“\(type)”类已完工项目")
        case .typeAndSize(let type):
            Wording(
                en: """
                    \(jobs, "closed job", "closed jobs") of the type “\(type)” with budgets from a third to three times this \
                    one
                    """, zh: "预算为本项目三分之一至三倍的\(jobs)个“\(type)”类已完工项目")
        case .type(let type):
            Wording(
                en: "\(jobs, "closed job", "closed jobs") of the type “\(type)”", zh: "\(jobs)个“\(type)”类已完工项目")
        }
    }
}
