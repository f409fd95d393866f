import MediaSpend
import WorkTime

/// What is said of flights: when brands were on and off the air.
enum FlightPhrase: Phrase {
    case heading
    case brandMap
    case mediaMap([String])
    case period(FlightPeriods.Unit, ClosedRange<CivilDay>)
    case offAir
    case notDelivered

    case flights
    case listOfFlights
    case allMedia
    case flightCount
    case onAir(FlightPeriods.Unit)
    case meanWeight(FlightPeriods.Unit)
    case longestHiatus(FlightPeriods.Unit)
    case state
    case from
    case through
    case length(FlightPeriods.Unit)
    case insertions
    case flightSpend
    case remarkHead
    case mayBeginEarlier
    case mayGoOn
    case mayBoth

    case overlap(String)
    case rival
    case shared(FlightPeriods.Unit)
    case ofItsPeriods(FlightPeriods.Unit)
    case ofItsSpend
    case ofClientPeriods(String, FlightPeriods.Unit)

    case stillOn(since: String, atLeast: Bool)
    case offSince(String)
    case silentSince(brand: String, FlightPeriods.Unit, String)
    case neverOn
    case notKnown

    var wording: Wording {
        switch self {
        case .heading: Wording(en: "Flighting", zh: "投放排期")
        case .brandMap: Wording(en: "Flights of the largest brands", zh: "主要品牌投放排期热力图")
        case .mediaMap(let brands): Wording(en: "Flights by medium: \(list: brands)", zh: "分媒介投放排期：\(list: brands)")
        case .period(.week, let days):
            Wording(en: "week of \(days.lowerBound, .dated)", zh: "\(days.lowerBound, .dated)当周")
        case .period(.month, let days): Wording("\(CivilMonth(of: days.lowerBound))")
        case .offAir: Wording(en: "off air", zh: "未投放")
        case .notDelivered: Wording(en: "not all delivered", zh: "数据不全")

        case .flights: Wording(en: "Flights and hiatuses", zh: "波段与空窗期")
        case .listOfFlights: Wording(en: "All flights", zh: "波段明细")
        case .allMedia: Wording(en: "All media", zh: "全部媒介")
        case .flightCount: Wording(en: "Flights", zh: "波段数")
        case .onAir(.week): Wording(en: "Weeks on air", zh: "在播周数")
        case .onAir(.month): Wording(en: "Months on air", zh: "在播月数")
        case .meanWeight(.week): Wording(en: "Mean week on air", zh: "在播周均花费")
        case .meanWeight(.month): Wording(en: "Mean month on air", zh: "在播月均花费")
        case .longestHiatus(.week): Wording(en: "Longest hiatus, weeks", zh: "最长空窗期（周）")
        case .longestHiatus(.month): Wording(en: "Longest hiatus, months", zh: "最长空窗期（月）")
        case .state: Wording(en: "At the end", zh: "期末状态")
        case .from: Wording(en: "From", zh: "开始")
        case .through: Wording(en: "Through", zh: "结束")
        case .length(.week): Wording(en: "Weeks", zh: "周数")
        case .length(.month): Wording(en: "Months", zh: "月数")
        case .insertions: Wording(en: "Insertions", zh: "投放次数")
        case .flightSpend: Wording(en: "Spend", zh: "花费")
        case .remarkHead: Wording(en: "Remark", zh: "备注")
        case .mayBeginEarlier: Wording(en: "may begin earlier", zh: "可能更早开始")
        case .mayGoOn: Wording(en: "may go on", zh: "可能仍在继续")
        case .mayBoth: Wording(en: "may begin earlier and go on", zh: "可能更早开始且仍在继续")

        case .overlap(let client): Wording(en: "Overlap with \(client)", zh: "与\(client)排期的重叠")
        case .rival: Wording(en: "Rival", zh: "竞争品牌")
        case .shared(.week): Wording(en: "Weeks shared", zh: "重叠周数")
        case .shared(.month): Wording(en: "Months shared", zh: "重叠月数")
        case .ofItsPeriods(.week): Wording(en: "Of its weeks", zh: "占其在播周")
        case .ofItsPeriods(.month): Wording(en: "Of its months", zh: "占其在播月")
        case .ofItsSpend: Wording(en: "Of its spend", zh: "占其花费")
        case .ofClientPeriods(let client, .week):
            Wording(en: "Of \(client)'s weeks", zh: "占\(client)在播周")
        case .ofClientPeriods(let client, .month):
            Wording(en: "Of \(client)'s months", zh: "占\(client)在播月")

        case .stillOn(let since, false): Wording(en: "on air since \(since)", zh: "自\(since)起在播")
        case .stillOn(let since, true): Wording(en: "on air since \(since) or earlier", zh: "至少自\(since)起在播")
        case .offSince(let since): Wording(en: "off air since \(since)", zh: "自\(since)起停播")
        case .silentSince(let brand, .week, let since):
            Wording(en: "\(brand) (since the \(since))", zh: "\(brand)（自\(since)起）")
        case .silentSince(let brand, .month, let since):
            Wording(en: "\(brand) (since \(since))", zh: "\(brand)（自\(since)起）")
        case .neverOn: Wording(en: "not on air", zh: "期内未投放")
        case .notKnown: Wording(en: "not known", zh: "未知")
        }
    }
}

/// Sentences on flights.
enum FlightSentence: Phrase {
    case course(brand: String, FlightPeriods.Unit, on: Int, of: Int, flights: Int)
    case hiatus(brand: String, FlightPeriods.Unit, count: Int, since: String)
    case contested(brand: String, FlightPeriods.Unit, Double)
    case met(rival: String, client: String, FlightPeriods.Unit, Double)
    case offAir([String], CivilMonth)
    case map(FlightPeriods.Unit, first: String, last: String)
    case whatIsOnAir(FlightPeriods.Unit)
    case anyMedium
    case gap(FlightPeriods.Unit, Int)
    case byMonths
    case unknown(FlightPeriods.Unit, Int)
    case overlapRemark(FlightPeriods.Unit)

    var wording: Wording {
        switch self {
        case .course(let brand, .week, let on, let all, let flights):
            Wording(
                en: "\(brand) was on air in \(on) of \(all) weeks, in \(flights, "flight", "flights").",
                zh: "\(brand)在\(all)周中在播\(on)周，共\(flights)个波段。")
        case .course(let brand, .month, let on, let all, let flights):
            Wording(
                en: "\(brand) was on air in \(on) of \(all) months, in \(flights, "flight", "flights").",
                zh: "\(brand)在\(all)个月中在播\(on)个月，共\(flights)个波段。")
        case .hiatus(let brand, .week, let count, let since):
            Wording(
                en: "\(brand)'s longest hiatus was \(count, "week", "weeks"), from the \(since) on.",
                zh: "\(brand)最长空窗期为\(count)周，始于\(since)。")
        case .hiatus(let brand, .month, let count, let since):
            Wording(
                en: "\(brand)'s longest hiatus was \(count, "month", "months"), from \(since) on.",
                zh: "\(brand)最长空窗期为\(count)个月，始于\(since)。")
        case .contested(let brand, .week, let share):
            Wording(
                en:
                    "In \(percent: share, decimals: 0) of \(brand)'s weeks on air at least one of the rivals shown was on air too.",
                zh: "\(brand)的在播周中，\(percent: share, decimals: 0)至少有一个所列竞品同时在播。")
        case .contested(let brand, .month, let share):
            Wording(
                en:
                    "In \(percent: share, decimals: 0) of \(brand)'s months on air at least one of the rivals shown was on air too.",
                zh: "\(brand)的在播月中，\(percent: share, decimals: 0)至少有一个所列竞品同时在播。")
        case .met(let rival, let client, .week, let share):
            Wording(
                en:
                    "\(rival) met it most: \(percent: share, decimals: 0) of its spend fell into weeks in which \(client) was on air.",
                zh: "与其重叠最多的是\(rival)：其花费的\(percent: share, decimals: 0)落在\(client)的在播周内。")
        case .met(let rival, let client, .month, let share):
            Wording(
                en:
                    "\(rival) met it most: \(percent: share, decimals: 0) of its spend fell into months in which \(client) was on air.",
                zh: "与其重叠最多的是\(rival)：其花费的\(percent: share, decimals: 0)落在\(client)的在播月内。")
        case .offAir(let brands, let month):
            Wording(en: "Off air at the end of \(month): \(list: brands).", zh: "\(month)末处于停播的品牌：\(list: brands)。")
        case .map(.week, let first, let last):
            Wording(
                en:
                    "One row a brand, one column a week, from the \(first) to the \(last); the darker, the more was spent.",
                zh: "每行一个品牌，每列一周，自\(first)至\(last)；颜色越深，花费越多。")
        case .map(.month, let first, let last):
            Wording(
                en: "One row a brand, one column a month, from \(first) to \(last); the darker, the more was spent.",
                zh: "每行一个品牌，每列一个月，自\(first)至\(last)；颜色越深，花费越多。")
        case .whatIsOnAir(.week):
            Wording(
                en: "On air is a week, Monday to Sunday, in which more was spent than credited.",
                zh: "在播指当周（周一至周日）花费大于冲减额。")
        case .whatIsOnAir(.month):
            Wording(en: "On air is a month in which more was spent than credited.", zh: "在播指当月花费大于冲减额。")
        case .anyMedium:
            Wording(
                en: "Over all media a brand is on air when it is in one of them.", zh: "任一媒介在播即视为全部媒介在播。")
        case .gap(.week, let count):
            Wording(
                en: "A pause of \(count, "week", "weeks") does not end a flight; longer ones are hiatuses.",
                zh: "间隔不超过\(count)周仍属同一波段，更长的间隔为空窗期。")
        case .gap(.month, let count):
            Wording(
                en: "A pause of \(count, "month", "months") does not end a flight; longer ones are hiatuses.",
                zh: "间隔不超过\(count)个月仍属同一波段，更长的间隔为空窗期。")
        case .byMonths:
            Wording(
                en:
                    "Flights are told by months where a paper is on the whole market, or not every row states a day near its month.",
                zh: "针对全部市场的报告，以及部分记录未注明投放日期或日期偏离所属月份时，按月划分波段。")
        case .unknown(.week, let count):
            Wording(
                en:
                    "Of \(count, "week", "weeks") not all days are in the data: where nothing is seen in them, nothing is known, which ends a flight and is no hiatus.",
                zh: "有\(count)周的数据不全：其中无记录者状态未知，波段在此中断，但不计为空窗期。")
        case .unknown(.month, let count):
            Wording(
                en:
                    "\(count, "month was", "months were") not delivered: nothing is known of them, which ends a flight and is no hiatus.",
                zh: "有\(count)个月的数据未到：状态未知，波段在此中断，但不计为空窗期。")
        case .overlapRemark(.week):
            Wording(
                en: "Weeks on air are compared, also within one medium where both used it.",
                zh: "按在播周比较；双方共用的媒介另行单列。")
        case .overlapRemark(.month):
            Wording(
                en: "Months on air are compared, also within one medium where both used it.",
                zh: "按在播月比较；双方共用的媒介另行单列。")
        }
    }
}

/// What is said of dayparts and ad lengths.
enum PatternPhrase: Phrase {
    case dayparts(CivilMonth)
    case lengths(CivilMonth)
    case daypart
    case length
    case seconds(Int)
    case index(String)
    case equivalents(CivilMonth)
    case insertions
    case meanLength
    case spots
    case spotPrice
    case remark(stated: Double)
    case spotRemark

    var wording: Wording {
        switch self {
        case .dayparts(let month): Wording(en: "Dayparts, \(month)", zh: "时段分布（\(month)）")
        case .lengths(let month): Wording(en: "Ad lengths, \(month)", zh: "广告长度分布（\(month)）")
        case .daypart: Wording(en: "Daypart", zh: "时段")
        case .length: Wording(en: "Length", zh: "长度")
        case .seconds(let seconds): Wording(en: "\(seconds) s", zh: "\(seconds)秒")
        case .index(let brand): Wording(en: "\(brand), index", zh: "\(brand)指数")
        case .equivalents(let month): Wording(en: "In spots of 30 seconds, \(month)", zh: "折合30秒广告（\(month)）")
        case .insertions: Wording(en: "Insertions", zh: "投放次数")
        case .meanLength: Wording(en: "Mean seconds", zh: "平均秒数")
        case .spots: Wording(en: "30-second spots", zh: "折合30秒次数")
        case .spotPrice: Wording(en: "Spend per 30 seconds", zh: "每30秒花费")
        case .remark(let stated):
            Wording(
                en:
                    "Shares are of the spend that states it, \(percent: stated) of all; index 100 is the share that it has among all brands, where that is at least 1%.",
                zh: "占比以注明该项的花费为基数（占全部花费的\(percent: stated)）；指数100表示与全部品牌的占比相同，后者不足1%时不计指数。")
        case .spotRemark:
            Wording(
                en: "An insertion of s seconds counts as s ÷ 30; insertions without a length in seconds do not count.",
                zh: "每次投放按秒数÷30折算；未注明秒数的投放不计入。")
        }
    }
}
