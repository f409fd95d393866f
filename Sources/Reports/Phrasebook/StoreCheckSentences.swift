import MediaSpend
import WorkTime

/// The sentences of the paper on store checks.
enum StoreCheckSentence: Phrase {
    case clientDistribution(
        brand: String, month: CivilMonth, stores: Int, visited: Int, rate: Double, asides: [String])
    case clientMissing(brand: String, month: CivilMonth, visited: Int)
    case widest(brand: String, month: CivilMonth, visited: Int, rate: Double, asides: [String])
    case nothingHandled(month: CivilMonth, visited: Int)
    case figures([String])
    case figure(StoreCheckPhrase, value: String, change: String?)
    case rival(brand: String, figures: [String])
    case onChange(String, CivilMonth)
    case weighted(String)

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

    case distributionRemark
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

    var wording: Wording {
        switch self {
        case .clientDistribution, .clientMissing, .widest, .nothingHandled, .figures, .figure, .rival, .onChange,
            .weighted:
            headline
        case .distributionRemark, .stockRemark, .shelfRemark, .indexRemark, .matchedRemark, .promotionRemark,
            .listingRemark, .changeRemark, .nothingChanged, .distributionChart, .shelfChart:
            remark
        default: newsWording
        }
    }

    private var newsWording: Wording {
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
                    "\(visited) of \(stores, "store", "stores") \(isListed ? "on the list" : "visited so far") were checked, \(missed) were not.",
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
        default: preconditionFailure("no news: \(self)")
        }
    }
}

extension StoreCheckSentence {
    /// What opens the paper.
    private var headline: Wording {
        switch self {
        case .clientDistribution(let brand, let month, let stores, let visited, let rate, let asides):
            Wording(
                en:
                    "In \(month) \(brand) is carried by \(stores) of the \(visited, "store", "stores") visited, a distribution of \(percent: rate)\(Asides(asides)).",
                zh: "\(month)走访的\(visited)家门店中，\(brand)铺货\(stores)家，铺货率\(percent: rate)\(Asides(asides))。")
        case .clientMissing(let brand, let month, let visited):
            Wording(
                en: "In \(month) none of the \(visited, "store", "stores") visited carries \(brand).",
                zh: "\(month)走访的\(visited)家门店均未铺货\(brand)。")
        case .widest(let brand, let month, let visited, let rate, let asides):
            Wording(
                en:
                    "In \(month) \(brand) has the widest distribution: \(percent: rate) of the \(visited, "store", "stores") visited\(Asides(asides)).",
                zh: "\(month)走访\(visited)家门店，\(brand)铺货最广，铺货率\(percent: rate)\(Asides(asides))。")
        case .nothingHandled(let month, let visited):
            Wording(
                en: "In \(month) none of the \(visited, "store", "stores") visited handles any of the products.",
                zh: "\(month)走访的\(visited)家门店均未铺货。")
        case .figures(let figures):
            Wording(en: "It stands at: \(figures.joined(separator: "; ")).", zh: "\(figures.joined(separator: "；"))。")
        case .figure(let name, let value, let change):
            Wording(
                en: "\(name) \(value)\(change.map { " (\($0))" } ?? "")",
                zh: "\(name)\(value)\(change.map { "（\($0)）" } ?? "")")
        case .rival(let brand, let figures):
            Wording(
                en: "Its widest rival is \(brand): \(figures.joined(separator: "; ")).",
                zh: "铺货最广的竞品是\(brand)：\(figures.joined(separator: "；"))。")
        case .onChange(let change, let month): Wording(en: "\(change) on \(month)", zh: "较\(month)\(change)")
        case .weighted(let rate): Wording(en: "weighted \(rate)", zh: "加权\(rate)")
        default: preconditionFailure("no headline: \(self)")
        }
    }

    /// What stands under tables and charts.
    private var remark: Wording {
        switch self {
        case .distributionRemark:
            Wording(
                en:
                    "Distribution: visited stores that handle one product of the brand or more; weighted: the same by the turnover of the stores.",
                zh: "铺货率：走访门店中至少经营该品牌一个产品的门店占比；加权铺货率按门店营业额加权。")
        case .stockRemark:
            Wording(
                en: "Out of stock: of the places of its products (one for each product in each store that handles it).",
                zh: "缺货率：缺货铺位占全部铺位的比例（每家铺货门店的每个产品为一个铺位）。")
        case .shelfRemark:
            Wording(
                en:
                    "Share of shelf: facings of the brand over all facings of its category, all stores together; mean of stores: the share in each store, each counting the same.",
                zh: "排面占比：该品牌排面数占同品类全部排面数的比例，各店合并计算；店均占比：先算各店占比，再取平均。")
        case .indexRemark(true):
            Wording(
                en:
                    "Price index: 100 is the average of all prices of the same sizes in the category; sizes that one brand alone sells are left out.",
                zh: "价格指数：以同品类、同规格全部价格的平均为100；仅一个品牌在售的规格不计入。")
        case .indexRemark(false):
            Wording(
                en:
                    "Price index: 100 is the average of all prices in the category; no sizes are recorded, so that large packs and small ones are compared as they are.",
                zh: "价格指数：以同品类全部价格的平均为100；数据没有规格，未按规格换算。")
        case .matchedRemark(let month):
            Wording(
                en: "Change of price: the same products in the same stores as in \(month).",
                zh: "价格变动：与\(month)同店同产品比较。")
        case .promotionRemark:
            Wording(
                en: "On promotion: promoted places over all places of the brand's products.", zh: "促销率：促销铺位占该品牌全部铺位的比例。"
            )
        case .listingRemark(let month):
            Wording(
                en: "Of the stores visited both in this month and in \(month).", zh: "仅比较本月与\(month)均走访的门店。")
        case .changeRemark(let month):
            Wording(
                en: "Change: percentage points on \(month), each month over the stores visited in it.",
                zh: "环比为较\(month)的百分点变化，各月均以当月走访门店计算。")
        case .nothingChanged(let month):
            Wording(
                en: "No store visited in both months took a product up or gave one up since \(month).",
                zh: "与\(month)相比，两个月均走访的门店没有上架或下架。")
        case .distributionChart(let month, true):
            Wording(
                en: "Visited stores that handle each brand; the ticks are those of \(month).",
                zh: "走访门店中经营各品牌的门店占比；刻度线为\(month)。")
        case .distributionChart(_, false):
            Wording(en: "Visited stores that handle each brand.", zh: "走访门店中经营各品牌的门店占比。")
        case .shelfChart(let brand, let share):
            Wording(
                en: "\(brand) holds the most of the shelf, \(percent: share).", zh: "\(brand)排面最多，占\(percent: share)。")
        default: preconditionFailure("no remark: \(self)")
        }
    }
}

/// Remarks in parentheses; nothing when there are none.
private struct Asides: Phrase {
    let asides: [String]

    init(_ asides: [String]) { self.asides = asides }

    var wording: Wording {
        guard !asides.isEmpty else { return Wording("") }
        return Wording(en: " (\(asides.joined(separator: ", ")))", zh: "（\(asides.joined(separator: "，"))）")
    }
}
