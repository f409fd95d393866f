import WorkTime

extension StoreCheckSentence {
    /// What stands under tables and charts; `nil` for anything else.
    var remark: Wording? {
        switch self {
        case .distributionRemark(false):
            Wording(
                en: "Distribution: visited stores that handle one product of the brand or more.",
                zh: "铺货率：走访门店中至少经营该品牌一个产品的门店占比。")
        case .distributionRemark(true):
            Wording(
                en:
                    "Distribution: visited stores that handle one product of the brand or more; weighted: the same by the turnover of the stores.",
                zh: "铺货率：走访门店中至少经营该品牌一个产品的门店占比；加权铺货率按门店营业额加权。")
        case .stockRemark:
            Wording(
                en: "Out of stock: of the places of its products (one for each product in each store that handles it).",
                zh: "缺货率：缺货铺货点占全部铺货点的比例（每家铺货门店的每个产品为一个铺货点）。")
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
                en: "On promotion: promoted places over all places of the brand's products.",
                zh: "促销率：促销铺货点占该品牌全部铺货点的比例。"
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
        default: nil
        }
    }
}
