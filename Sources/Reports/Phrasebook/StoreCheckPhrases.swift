import MediaSpend
import WorkTime

/// What the paper on store checks says: titles, headings, columns and facts. Its sentences are ``StoreCheckSentence``.
enum StoreCheckPhrase: Phrase {
    case title(CivilMonth)
    case allCategories
    case client
    case storesVisited
    case visitedOf(Int, of: Int)
    case currency
    case comparedWith

    case atAGlance
    case distributionAndStock
    case shelf
    case prices
    case promotions
    case listings
    case byRegion(brand: String)
    case byFormat(brand: String)
    case notVisited(CivilMonth)
    case photos

    case brands
    case products
    case distributionOfBrands
    case pricesOfBrands
    case pricesOfProducts

    case product
    case stores
    case storesHandling
    case coverage
    case distribution
    case weightedDistribution
    case outOfStock
    case outOfStockChange
    case facings
    case shareOfShelf
    case averageStoreShare
    case priceIndex
    case promotionRate
    case promoted
    case placements
    case change
    case changeInYear
    case averagePrice
    case medianPrice
    case lowestPrice
    case highestPrice
    case pricesRecorded
    case priceChange
    case priceChangeInYear
    case rises
    case falls
    case pairs
    case storesIn(CivilMonth)
    case gained
    case lost
    case news
    case newProduct
    case vanishedProduct
    case store
    case region
    case format
    case lastVisit
    case neverVisited
    case day
    case takenOf
    case photo
    case productCount(Int)
    case brandAndChange(String, String)
    case visited
    case shelfOfBrands
    case others
    case previousMonth(CivilMonth)

    var wording: Wording { partWording ?? columnWording }
}

extension StoreCheckPhrase {
    /// Titles and facts; `nil` for anything else.
    private var partWording: Wording? {
        switch self {
        case .title(let month):
            Wording(en: "Store check and retail report, \(month)", zh: "\(month)店访和零售信息报告")
        case .allCategories: Wording(en: "All categories", zh: "全部品类")
        case .client: Wording(en: "Client's brand", zh: "客户品牌")
        case .storesVisited: Wording(en: "Stores visited", zh: "走访门店")
        case .visitedOf(let visited, let all) where visited == all && all > 1:
            Wording(en: "all \(all)", zh: "全部\(all)家")
        case .visitedOf(let visited, let all): Wording(en: "\(visited) of \(all)", zh: "\(all)家中的\(visited)家")
        case .currency: Wording(en: "Currency", zh: "币种")
        case .comparedWith: Wording(en: "Compared with", zh: "对比月份")
        case .atAGlance: Wording(en: "At a glance", zh: "要点")
        case .distributionAndStock: Wording(en: "Distribution and stock", zh: "铺货与缺货")
        case .shelf: Wording(en: "Share of shelf", zh: "排面占比")
        case .prices: Wording(en: "Prices", zh: "价格")
        case .promotions: Wording(en: "Promotions", zh: "促销")
        case .listings: Wording(en: "Listings gained and lost", zh: "上架与下架")
        case .byRegion(let brand): Wording(en: "By region: \(brand)", zh: "分区域：\(brand)")
        case .byFormat(let brand): Wording(en: "By store format: \(brand)", zh: "分业态：\(brand)")
        case .notVisited(let month): Wording(en: "Stores not visited in \(month)", zh: "\(month)未走访的门店")
        case .photos: Wording(en: "Photos", zh: "照片")
        case .brands: Wording(en: "Brands", zh: "品牌")
        case .products: Wording(en: "Products", zh: "产品")
        case .distributionOfBrands: Wording(en: "Distribution of brands", zh: "各品牌铺货率")
        case .pricesOfBrands: Wording(en: "Price level of brands", zh: "各品牌价格水平")
        case .pricesOfProducts: Wording(en: "Prices of products", zh: "各产品价格")
        case .shelfOfBrands: Wording(en: "Who holds the shelf", zh: "各品牌排面占比")
        case .others: Wording(en: "Others", zh: "其他")
        case .previousMonth(let month): Wording(en: "\(month)", zh: "\(month)")
        default: nil
        }
    }

    /// Heads of columns, and words in them.
    private var columnWording: Wording {
        switch self {
        case .product: Wording(en: "Product", zh: "产品")
        case .stores: Wording(en: "Stores", zh: "门店数")
        case .storesHandling: Wording(en: "Stores handling", zh: "铺货门店")
        case .coverage: Wording(en: "Coverage", zh: "走访覆盖率")
        case .distribution: Wording(en: "Distribution", zh: "铺货率")
        case .weightedDistribution: Wording(en: "Weighted", zh: "加权铺货率")
        case .outOfStock: Wording(en: "Out of stock", zh: "缺货率")
        case .outOfStockChange: Wording(en: "Out-of-stock change", zh: "缺货率环比")
        case .facings: Wording(en: "Facings", zh: "排面数")
        case .shareOfShelf: Wording(en: "Share of shelf", zh: "排面占比")
        case .averageStoreShare: Wording(en: "Mean of stores", zh: "店均占比")
        case .priceIndex: Wording(en: "Price index", zh: "价格指数")
        case .promotionRate: Wording(en: "On promotion", zh: "促销率")
        case .promoted: Wording(en: "Promoted places", zh: "促销铺货点")
        case .placements: Wording(en: "Places", zh: "铺货点")
        case .change: Wording(en: "Change", zh: "环比")
        case .changeInYear: Wording(en: "In a year", zh: "同比")
        case .averagePrice: Wording(en: "Average", zh: "平均价")
        case .medianPrice: Wording(en: "Median", zh: "中位价")
        case .lowestPrice: Wording(en: "Lowest", zh: "最低价")
        case .highestPrice: Wording(en: "Highest", zh: "最高价")
        case .pricesRecorded: Wording(en: "Prices", zh: "价格数")
        case .priceChange: Wording(en: "Price change", zh: "同店价格环比")
        case .priceChangeInYear: Wording(en: "Price in a year", zh: "同店价格同比")
        case .rises: Wording(en: "Dearer", zh: "涨价")
        case .falls: Wording(en: "Cheaper", zh: "降价")
        case .pairs: Wording(en: "Compared", zh: "可比价格")
        case .storesIn(let month): Wording(en: "Stores in \(month)", zh: "\(month)门店")
        case .gained: Wording(en: "Gained", zh: "新上架")
        case .lost: Wording(en: "Lost", zh: "下架")
        case .news: Wording(en: "News", zh: "说明")
        case .newProduct: Wording(en: "new", zh: "新品")
        case .vanishedProduct: Wording(en: "delisted", zh: "全部下架")
        case .store: Wording(en: "Store", zh: "门店")
        case .region: Wording(en: "Region", zh: "区域")
        case .format: Wording(en: "Store format", zh: "业态")
        case .lastVisit: Wording(en: "Last visit", zh: "上次走访")
        case .neverVisited: Wording(en: "no visit on record", zh: "无走访记录")
        case .day: Wording(en: "Day", zh: "日期")
        case .takenOf: Wording(en: "Of", zh: "拍摄内容")
        case .photo: Wording(en: "Photo", zh: "照片")
        case .productCount(let count): Wording(en: "\(count, "product", "products")", zh: "\(count)个产品")
        case .brandAndChange(let brand, let change): Wording(en: "\(brand), \(change)", zh: "\(brand)，\(change)")
        case .visited: Wording(en: "Visited", zh: "已走访")
        default: preconditionFailure("no column: \(self)")
        }
    }
}

/// Why a figure of a store check is missing.
struct StoreAbsencePhrase: Phrase {
    let reason: AbsenceReason

    var wording: Wording {
        switch reason {
        case .notVisited: Wording(en: "no store was visited in the month it is compared with", zh: "对比月份没有走访门店")
        case .new:
            Wording(en: "no visited store handled it in the month it is compared with", zh: "对比月份走访门店均未铺货")
        case .notHandled: Wording(en: "no visited store handles it", zh: "走访门店均未铺货")
        case .notRecorded: Wording(en: "the visits did not record it", zh: "走访未记录该项")
        case .noTurnover: Wording(en: "not every visited store has a turnover", zh: "部分走访门店没有营业额")
        case .noPrice: Wording(en: "no price was recorded", zh: "没有记录价格")
        case .noRival: Wording(en: "no other brand sells the same size", zh: "没有其他品牌的同规格产品")
        case .noMatch: Wording(en: "no store has it in both months", zh: "两个月没有可比门店")
        case .emptyWhole: Wording(en: "no facings were counted", zh: "没有计入排面")
        default: SpendAbsencePhrase(reason: reason).wording
        }
    }
}
