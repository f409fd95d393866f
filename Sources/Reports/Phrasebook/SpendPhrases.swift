import MediaSpend
import WorkTime

/// What papers on competitive spend say: titles, headings, columns and facts. Their sentences are ``SpendSentence``.
enum SpendPhrase: Phrase {
    case title(CivilMonth)
    case wholeMarket
    case basis(SpendBasis)
    case currency
    case client
    case competitiveSet
    case setSize(Int)
    case through(CivilMonth, months: Int)
    case notStated

    case atAGlance
    case whatChanged
    case shareOfSpend
    case shareOfSpendIn(CivilMonth)
    case shareOverTime
    case categories
    case categoriesIn(CivilMonth)
    case largestBrands
    case movement
    case movers
    case entrants
    case lapsed
    case longerPeriods
    case mediaMix
    case mediaOfBrands
    case mediaIndex
    case setShare
    case shareOf(String)
    case indexOf(String)
    case indexRemark
    case whyItChanged(CivilMonth)
    case aboutTheData

    case spend
    case spendIn(CivilMonth)
    case rankChange
    case monthOnMonth
    case yearOnYear
    case shareChange
    case shareChangeInYear
    case leader
    case leaderShare
    case concentration
    case change
    case contribution
    case yearToDate(Int)
    case yearToDateBefore(Int)
    case yearToDateGrowth
    case movingAnnualTotal
    case movingAnnualGrowth
    case mix(CivilMonth)
    case pointsInYear
    case partsOfChange
    case volume
    case mediaMixPart
    case unitPrice
    case newCells
    case lostCells
    case allOther(Int)
    case otherMedia
    case wholeSet
    case newRank
    case totalOf(Int)

    case spendingBrands
    case largestBrand(String, Double)
    case largestCategory
    case ranked(Int, of: Int)
    case pointsOnMonth(Double)
    case pointsOnYear(Double)
    case monthAndYear(monthOnMonth: String, yearOnYear: String)
    case level(ConcentrationLevel)

    var wording: Wording {
        switch self {
        case .title(let month):
            Wording(en: "Competitive media spending, \(month)", zh: "\(month)竞争品牌媒介花费分析报告")
        case .wholeMarket: Wording(en: "All categories", zh: "全部品类")
        case .basis(.rateCard): Wording(en: "rate card, before discounts", zh: "刊例价（未计折扣）")
        case .basis(.net): Wording(en: "net, as paid", zh: "净价（实付）")
        case .currency: Wording(en: "Currency", zh: "币种")
        case .client: Wording(en: "Client's brand", zh: "客户品牌")
        case .competitiveSet: Wording(en: "Competitive set", zh: "竞争品牌范围")
        case .setSize(let brands): Wording(en: "\(brands, "brand", "brands")", zh: "\(brands)个品牌")
        case .through(let month, let months):
            Wording(en: "\(month) (\(months, "month", "months") delivered)", zh: "\(month)（共\(months)个月）")
        case .notStated: Wording(en: "(not stated)", zh: "（未注明）")

        case .atAGlance: Wording(en: "At a glance", zh: "本月概览")
        case .whatChanged: Wording(en: "What changed", zh: "主要变化")
        case .shareOfSpend: Wording(en: "Share of spend", zh: "花费份额")
        case .shareOfSpendIn(let month): Wording(en: "Brands, \(month)", zh: "品牌花费（\(month)）")
        case .shareOverTime: Wording(en: "Share of spend by month", zh: "各月花费份额")
        case .categoriesIn(let month): Wording(en: "Categories, \(month)", zh: "品类花费（\(month)）")
        case .categories: Wording(en: "Largest categories", zh: "主要品类")
        case .largestBrands: Wording(en: "Largest brands", zh: "主要品牌")
        case .movement: Wording(en: "Movers, new brands and brands that stopped", zh: "品牌变动、新进与停投")
        case .movers: Wording(en: "Largest changes against the month before", zh: "环比变动最大的品牌")
        case .entrants: Wording(en: "New brands", zh: "新进品牌")
        case .lapsed: Wording(en: "Brands that stopped", zh: "停投品牌")
        case .longerPeriods: Wording(en: "Year to date and moving annual total", zh: "年初至今与滚动12个月")
        case .mediaMix: Wording(en: "Media mix", zh: "媒介组合")
        case .mediaOfBrands: Wording(en: "Where the largest brands spend", zh: "主要品牌的媒介组合")
        case .mediaIndex: Wording(en: "Media of brands against the whole set", zh: "品牌媒介组合与整体对比")
        case .setShare: Wording(en: "All brands", zh: "整体占比")
        case .shareOf(let brand): Wording(en: "\(brand)", zh: "\(brand)占比")
        case .indexOf(let brand): Wording(en: "Index \(brand)", zh: "\(brand)指数")
        case .indexRemark:
            Wording(
                en:
                    "Index: 100 × the share that a medium has of the brand's spend ÷ the share that it has of all brands' spend; not where that is below 1%.",
                zh: "指数＝100×该媒介占品牌花费的比例÷该媒介占整体花费的比例；整体占比低于1%时不计算。")
        case .whyItChanged(let month): Wording(en: "Why spend changed since \(month)", zh: "与\(month)相比花费变化的原因")
        case .aboutTheData: Wording(en: "About the data", zh: "数据说明")

        case .spend: Wording(en: "Spend", zh: "花费")
        case .spendIn(let month): Wording(en: "\(month)", zh: "\(month)")
        case .rankChange: Wording(en: "+/−", zh: "升降")
        case .monthOnMonth: Wording(en: "Month on month", zh: "环比")
        case .yearOnYear: Wording(en: "Year on year", zh: "同比")
        case .shareChange: Wording(en: "Share, on month", zh: "份额环比变化")
        case .shareChangeInYear: Wording(en: "Share, on year", zh: "份额同比变化")
        case .leader: Wording(en: "Leader", zh: "领先品牌")
        case .leaderShare: Wording(en: "Leader's share", zh: "领先品牌份额")
        case .concentration: Wording(en: "HHI", zh: "集中度HHI")
        case .change: Wording(en: "Change", zh: "变动额")
        case .contribution: Wording(en: "Contribution", zh: "增长贡献")
        case .yearToDate(let year): Wording(en: "Year to date \(String(year))", zh: "\(String(year))年累计")
        case .yearToDateBefore(let year): Wording(en: "Same months \(String(year))", zh: "\(String(year))年同期")
        case .yearToDateGrowth: Wording(en: "Growth to date", zh: "累计同比")
        case .movingAnnualTotal: Wording(en: "MAT, 12 months", zh: "滚动12个月")
        case .movingAnnualGrowth: Wording(en: "MAT growth", zh: "滚动同比")
        case .mix(let month): Wording(en: "Share \(month)", zh: "\(month)占比")
        case .pointsInYear: Wording(en: "Share, on year", zh: "占比同比变化")
        case .partsOfChange: Wording(en: "Parts of the change", zh: "变化构成")
        case .mediaMixPart: Wording(en: "Mix", zh: "组合")
        case .volume: Wording(en: "Volume", zh: "投放量")
        case .unitPrice: Wording(en: "Price", zh: "价格")
        case .newCells: Wording(en: "New", zh: "新增")
        case .lostCells: Wording(en: "Lost", zh: "停止")
        case .allOther(let count): Wording(en: "All other (\(count))", zh: "其他合计（\(count)个）")
        case .otherMedia: Wording(en: "Other media", zh: "其他媒介")
        case .wholeSet: Wording(en: "All brands", zh: "全部品牌")
        case .totalOf(let count): Wording(en: "\(count, "brand", "brands")", zh: "共\(count)个品牌")
        case .newRank: Wording(en: "new", zh: "新上榜")

        case .spendingBrands: Wording(en: "Brands spending", zh: "有投放的品牌数")
        case .largestBrand(let brand, let share):
            Wording(en: "the largest is \(brand) with \(percent: share)", zh: "最大为\(brand)，占\(percent: share)")
        case .largestCategory: Wording(en: "Largest category", zh: "最大品类")
        case .ranked(let rank, let count):
            Wording(en: "rank \(rank) of \(count, "brand", "brands")", zh: "排名第\(rank)，共\(count)个品牌")
        case .pointsOnMonth(let points):
            Wording(en: "\(points: points) on the month", zh: "环比\(points: points)")
        case .pointsOnYear(let points): Wording(en: "\(points: points) on the year", zh: "同比\(points: points)")
        case .monthAndYear(let month, let year):
            Wording(en: "\(month) on the month, \(year) on the year", zh: "环比\(month)，同比\(year)")
        case .level(.high): Wording(en: "highly concentrated", zh: "高度集中")
        case .level(.moderate): Wording(en: "moderately concentrated", zh: "中度集中")
        case .level(.low): Wording(en: "not concentrated", zh: "较为分散")
        }
    }
}

/// How concentrated a market is by its Herfindahl-Hirschman index.
enum ConcentrationLevel: Hashable, Sendable {
    case high
    case moderate
    case low

    /// - Source: U.S. Department of Justice and Federal Trade Commission, Merger Guidelines, 2023.
    init(_ herfindahlIndex: Double) {
        self = herfindahlIndex > 1_800 ? .high : herfindahlIndex >= 1_000 ? .moderate : .low
    }
}

/// Why a figure of spend is absent, as the remark under a table says it.
struct SpendAbsencePhrase: Phrase {
    let reason: AbsenceReason

    var wording: Wording {
        switch reason {
        case .new: Wording(en: "nothing was spent in the period it is compared with", zh: "对比期没有投放")
        case .absent: Wording(en: "nothing was spent", zh: "没有投放")
        case .negativeBase:
            Wording(en: "credits exceed spend in the period it is compared with", zh: "对比期的冲减额大于花费")
        case .notDelivered:
            Wording(en: "not every month that it takes was delivered", zh: "所需月份的数据不全")
        case .emptyWhole: Wording(en: "the whole is zero or below", zh: "合计为零或为负")
        case .negativePart: Wording(en: "a part of the whole is below zero", zh: "部分数额为负")
        case .smallBase: Wording(en: "too small a part of the whole set to compare with", zh: "占整体比重过小，不宜比较")
        case .noInsertions: Wording(en: "the data count no insertions", zh: "数据不含投放次数")
        case .noSeason: Wording(en: "no season is beyond what chance makes", zh: "未见显著的季节性")
        case .historyTooShort: Wording(en: "the history is too short", zh: "历史数据不足")
        case .tooLarge: Wording(en: "the figure is too large to state", zh: "数额过大，无法表示")
        case .noRatings: Wording(en: "the table of ratings has no figure of it", zh: "受众数据表中没有该项")
        case .zeroRatings: Wording(en: "its ratings are zero", zh: "受众数据为零")
        case .mixedMedia: Wording(en: "rating points of different media are not added up", zh: "不同媒介的毛评点不能相加")
        case .notVisited, .notHandled, .notRecorded, .noTurnover, .noPrice, .noRival, .noMatch:
            StoreAbsencePhrase(reason: reason).wording
        }
    }
}
