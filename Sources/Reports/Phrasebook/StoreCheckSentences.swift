import MediaSpend
import WorkTime

/// The sentences of the paper on store checks.
enum StoreCheckSentence: Phrase {
    case clientDistribution(
        brand: String, month: CivilMonth, stores: Int, visited: Int, rate: Double, asides: [String])
    case clientMissing(brand: String, month: CivilMonth, visited: Int)
    case widest(brand: String, month: CivilMonth, visited: Int, rate: Double, asides: [String])
    case nothingHandled(month: CivilMonth, visited: Int)
    case standing([StoreCheckStanding])
    case rival(brand: String, rate: Double, change: String?, [StoreCheckStanding])
    case onChange(String, CivilMonth)
    case unchangedSince(CivilMonth)
    case unchanged
    case weighted(String)
    case inCategory(brand: String, String)

    case mostOutOfStock(product: String, stores: Int, handling: Int)
    case newOnShelf([String], since: CivilMonth)
    case leftShelf([String], since: CivilMonth)
    case nameInStores(String, Int)
    case dearer(product: String, Double, pairs: Int, since: CivilMonth)
    case cheaper(product: String, Double, pairs: Int, since: CivilMonth)
    case mostPromoted(brand: String, rate: Double, change: String?)
    case revisited(Int)
    case coverage(visited: Int, stores: Int, missed: Int, isListed: Bool)
    case matched(Int, since: CivilMonth)
    case noComparison(CivilMonth)
    case sameStores(brand: String, ListingChange, stores: Int, since: CivilMonth)

    case distributionRemark(isWeighted: Bool)
    case stockRemark
    case shelfRemark
    case indexRemark(bySize: Bool)
    case matchedRemark(CivilMonth)
    case promotionRemark
    case listingRemark(CivilMonth)
    case changeRemark(CivilMonth)
    case nothingChanged(CivilMonth)
    case distributionChart(CivilMonth, hasPrevious: Bool)
    case shelfChart(String, Double)

    var wording: Wording { headline ?? remark ?? news }

    private var news: Wording {
        switch self {
        case .mostOutOfStock(let product, let stores, let handling):
            Wording(
                en:
                    "Most often out of stock: \(product), in \(stores) of the \(handling, "store that handles", "stores that handle") it.",
                zh: "缺货最多的是\(product)：\(handling)家铺货门店中有\(stores)家缺货。")
        case .newOnShelf(let names, let month):
            Wording(
                en: "New on the shelf since \(month): \(list: names).", zh: "较\(month)新上架：\(list: names)。")
        case .leftShelf(let names, let month):
            Wording(
                en: "Handled in \(month) and no longer in any of the same stores: \(list: names).",
                zh: "\(month)有售、同店现已全部下架：\(list: names)。")
        case .nameInStores(let name, let stores):
            Wording(en: "\(name) (\(stores, "store", "stores"))", zh: "\(name)（\(stores)家）")
        case .dearer(let product, let change, let pairs, let month):
            Wording(
                en:
                    "\(product) is \(percent: change) dearer than in \(month) in the \(pairs, "store", "stores") that can be compared.",
                zh: "\(product)较\(month)涨价\(percent: change)（同店比较，\(pairs)家）。")
        case .cheaper(let product, let change, let pairs, let month):
            Wording(
                en:
                    "\(product) is \(percent: change) cheaper than in \(month) in the \(pairs, "store", "stores") that can be compared.",
                zh: "\(product)较\(month)降价\(percent: change)（同店比较，\(pairs)家）。")
        case .mostPromoted(let brand, let rate, let change):
            Wording(
                en:
                    "The most promoted brand is \(brand): \(percent: rate) of its places\(change.map { " (\($0))" } ?? "").",
                zh: "促销最多的品牌是\(brand)：促销率\(percent: rate)\(change.map { "（\($0)）" } ?? "")。")
        case .revisited(let stores):
            Wording(
                en:
                    "\(stores, "store was", "stores were") visited on more than one day: of each product the latest observation counts.",
                zh: "\(stores)家门店在当月走访不止一次：每个产品以最近一次的记录为准。")
        case .coverage(let visited, let stores, let missed, let isListed):
            Wording(
                en:
                    "\(visited) of \(stores, "store", "stores") \(isListed ? "on the list" : "visited so far") were checked, \(missed, "was", "were") not.",
                zh: "\(isListed ? "名单内" : "历次走访过的")\(stores)家门店中，本月走访\(visited)家，\(missed)家未走访。")
        case .matched(let stores, let month):
            Wording(
                en:
                    "\(stores, "store was", "stores were") visited in \(month) as well; changes of price and listing are told by these alone.",
                zh: "其中\(stores)家在\(month)也已走访；价格变动与上下架仅按这些门店比较。")
        case .noComparison(let month):
            Wording(
                en: "No store was visited in \(month), so that nothing can be said of changes.",
                zh: "\(month)没有走访门店，无法比较变动。")
        case .sameStores(let brand, let listing, let stores, let month) where listing.gained + listing.lost == 0:
            Wording(
                en:
                    "Of the \(stores, "store", "stores") visited in both months \(listing.storesNow) carry \(brand), the same as in \(month).",
                zh: "两个月均走访的\(stores)家门店中，\(brand)铺货\(listing.storesNow)家，与\(month)为同一批门店。")
        case .sameStores(let brand, let listing, let stores, let month):
            Wording(
                en:
                    "Of the \(stores, "store", "stores") visited in both months \(listing.storesNow) carry \(brand), \(listing.storesBefore) in \(month): \(listing.gained) gained, \(listing.lost) lost.",
                zh:
                    "两个月均走访的\(stores)家门店中，\(brand)现铺货\(listing.storesNow)家，\(month)为\(listing.storesBefore)家：新上架\(listing.gained)家，下架\(listing.lost)家。"
            )
        default: preconditionFailure("no news: \(self)")
        }
    }
}
