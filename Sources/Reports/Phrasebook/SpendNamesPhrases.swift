import MediaSpend
import Monetary

/// What is said of names that a taxonomy does not know.
enum SpendNamesPhrase: Phrase {
    case title
    case titleOfTwins
    case names
    case levelHead
    case name
    case proposal
    case likeness
    case level(TaxonomyLevel)
    case reason(UnknownNames.Proposal.Reason)
    case unknown(TaxonomyLevel, count: Int, spend: Money)
    case twins(TaxonomyLevel, count: Int, spend: Money)
    case allKnown
    case noTwins

    var wording: Wording {
        switch self {
        case .title: Wording(en: "Names unknown to the taxonomy", zh: "分类体系中没有的名称")
        case .titleOfTwins: Wording(en: "Names written in two ways", zh: "写法不一的名称")
        case .names: Wording(en: "Names by spend", zh: "按花费排列的名称")
        case .levelHead: Wording(en: "Level", zh: "层级")
        case .name: Wording(en: "Name", zh: "名称")
        case .proposal: Wording(en: "May mean", zh: "可能指")
        case .likeness: Wording(en: "Likeness", zh: "相近之处")
        case .level(let level): Self.wording(of: level)
        case .reason(.sameName):
            Wording(en: "other spelling", zh: "仅写法不同")
        case .reason(.fewLetters): Wording(en: "a few letters differ", zh: "个别字不同")
        case .unknown(let level, let count, let spend):
            Wording(
                en:
                    "The taxonomy does not know \(count, "name", "names") of the level “\(SpendNamesPhrase.level(level))”, with a spend of \(spend).",
                zh: "“\(SpendNamesPhrase.level(level))”层级有\(count)个名称不在分类体系中，花费合计\(spend)。")
        case .twins(let level, let count, let spend):
            Wording(
                en:
                    "\(SpendNamesPhrase.level(level)): \(count, "name looks like another that has", "names look like others that have") more spend; together \(spend).",
                zh: "\(SpendNamesPhrase.level(level))：\(count)个名称疑为花费更多的另一名称的不同写法，花费合计\(spend)。")
        case .allKnown: Wording(en: "The taxonomy knows every name.", zh: "所有名称均在分类体系中。")
        case .noTwins: Wording(en: "No name is written in two ways.", zh: "没有写法不一的名称。")
        }
    }

    private static func wording(of level: TaxonomyLevel) -> Wording {
        switch level {
        case .industry: Wording(en: "Industry", zh: "行业")
        case .major: Wording(en: "Major", zh: "大类")
        case .category: Wording(en: "Category", zh: "品类")
        case .subcategory: Wording(en: "Subcategory", zh: "子品类")
        case .owner: Wording(en: "Ultimate owner", zh: "最终所有者")
        case .parent: Wording(en: "Parent", zh: "母公司")
        case .subsidiary: Wording(en: "Subsidiary", zh: "子公司")
        case .advertiser: Wording(en: "Advertiser", zh: "广告主")
        case .brand: Wording(en: "Brand", zh: "品牌")
        case .product: Wording(en: "Product", zh: "产品")
        }
    }
}
