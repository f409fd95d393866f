import MediaSpend
import WorkTime

/// What is said of what contacts cost.
enum ContactCostPhrase: Phrase {
    case heading
    case byMedium(CivilMonth)
    case byBrand(CivilMonth)
    case ratingPoints
    case costPerRatingPoint
    case change
    case thousands
    case costPerThousand
    case coverage
    case impressionsCoverage
    case shareOfVoice
    case shareOfSpend
    case index
    case otherMedia

    case average(String, RoundAmount, SpendGrowthPhrase?)
    case ofClient(String, RoundAmount, index: Double)
    case noneIn(CivilMonth)

    case audience(String)
    case rule(SpendBasis)
    case covered(Double)
    case impressionsCovered(Double)
    case notAddedUp
    case shareRule
    case indexRule

    var wording: Wording {
        switch self {
        case .heading: Wording(en: "Media cost efficiency", zh: "媒介成本效率")
        case .byMedium(let month):
            Wording(
                en: "Cost per rating point (CPRP) and per thousand (CPM) by medium, \(month)",
                zh: "\(month)分媒介每毛评点成本与千人成本")
        case .byBrand(let month):
            Wording(
                en: "Cost per rating point and share of voice by medium and brand, \(month)",
                zh: "\(month)分媒介各品牌每毛评点成本与声量份额")
        case .ratingPoints: Wording(en: "GRPs", zh: "毛评点")
        case .costPerRatingPoint: Wording(en: "CPRP", zh: "每毛评点成本")
        case .change: Wording(en: "CPRP on the month", zh: "成本环比")
        case .thousands: Wording(en: "Impressions (000)", zh: "接触人次（千）")
        case .costPerThousand: Wording(en: "CPM", zh: "千人成本")
        case .coverage: Wording(en: "Spend with GRPs", zh: "毛评点覆盖率")
        case .impressionsCoverage: Wording(en: "Spend with impressions", zh: "接触人次覆盖率")
        case .shareOfVoice: Wording(en: "Share of voice", zh: "声量份额")
        case .shareOfSpend: Wording(en: "Share of spend", zh: "花费份额")
        case .index: Wording(en: "Cost index", zh: "成本指数")
        case .otherMedia: Wording(en: "Media without ratings", zh: "无受众数据的媒介")
        case .average, .ofClient, .noneIn: sentence
        case .audience, .rule, .covered, .impressionsCovered, .notAddedUp, .shareRule, .indexRule: remark
        }
    }

    private var sentence: Wording {
        switch self {
        case .average(let medium, let cost, let change?):
            Wording(
                en: "In \(medium) a rating point cost \(cost) on average, \(change).",
                zh: "\(medium)每毛评点成本平均为\(cost)，\(change)。")
        case .average(let medium, let cost, nil):
            Wording(
                en: "In \(medium) a rating point cost \(cost) on average.", zh: "\(medium)每毛评点成本平均为\(cost)。")
        case .ofClient(let brand, let cost, let index):
            Wording(
                en:
                    "For \(brand) it cost \(cost): an index of \(Figure.number(index, decimals: 0)) against this average.",
                zh: "\(brand)为\(cost)，成本指数\(Figure.number(index, decimals: 0))（平均为100）。")
        case .noneIn(let month):
            Wording(
                en: "What contacts cost is n/a: the table of ratings has no figure of \(month) for these brands.",
                zh: "无法计算媒介成本：受众数据表中没有这些品牌\(month)的数据。")
        default: preconditionFailure("no sentence: \(self)")
        }
    }

    private var remark: Wording {
        switch self {
        case .audience(let name): Wording(en: "Target group: \(name).", zh: "目标受众：\(name)。")
        case .rule(let basis):
            Wording(
                en: """
                    CPRP: spend (\(SpendPhrase.basis(basis))) ÷ gross rating points; CPM: spend ÷ impressions × 1,000; \
                    from the table of ratings that was given. Costs take in only brands that have both spend and a \
                    figure in the medium.
                    """,
                zh: """
                    每毛评点成本＝花费÷毛评点；千人成本＝花费÷接触人次×1,000；花费为\(SpendPhrase.basis(basis))。受众数据来自所提供的表；\
                    仅计入在同一媒介中花费与受众数据兼有的品牌。
                    """)
        case .covered(let share):
            Wording(
                en: "Spend with rating points is \(percent: share) of all spend.",
                zh: "有毛评点的花费占全部花费的\(percent: share)。")
        case .impressionsCovered(let share):
            Wording(
                en: "Spend with impressions is \(percent: share) of all spend.",
                zh: "有接触人次的花费占全部花费的\(percent: share)。")
        case .notAddedUp:
            Wording(en: "Rating points of different media are not added up.", zh: "不同媒介的毛评点不相加。")
        case .shareRule:
            Wording(
                en: """
                    Share of voice: of the rating points of all brands that have some in the medium; share of spend \
                    beside it: of the spend of the same brands there.
                    """,
                zh: "声量份额＝占该媒介中有毛评点的全部品牌毛评点之比；花费份额＝占同一批品牌在该媒介花费之比。")
        case .indexRule:
            Wording(en: "Cost index: the medium's own average is 100.", zh: "成本指数：以该媒介平均成本为100。")
        default: preconditionFailure("no remark: \(self)")
        }
    }
}
