import Monetary
import Reports
import WorkTime

/// A paper with one of everything, for goldens and for looking at.
func sampleReport(_ language: Language, activities: Int = 15) -> Report {
    let book = Phrasebook(language)
    let isChinese = language == .simplifiedChinese
    return Report(
        kind: "sample", language: language,
        title: isChinese ? "春季新品上市推广排期" : "Spring launch timetable",
        subtitle: isChinese ? "客户:清泉饮料(苏打气泡水)".fullWidth : "Client: Clearspring Drinks (soda water)",
        facts: [
            .init(book.say(.source), "spring-launch.yaml"),
            .init(book.say(.dataThrough), book.day(day("2026-01-12"))),
            .init(book.say(.version), "Headroom 0.1.0"),
        ],
        headline: .init(
            isChinese
                ? ["预计2026年3月27日(周五)完成,比承诺日期4月1日早3个工作日。".fullWidth, "关键路径共9项活动,最需要盯紧的是客户审批。".fullWidth]
                : [
                    "Finishes Fri 27 Mar 2026, 3 working days before the promise of 1 Apr.",
                    "The critical path has 9 activities; client approvals are what to watch.",
                ], tone: .good),
        sections: [
            Section(isChinese ? "一览" : "At a glance", [keyFigures(book), .table(deadlines(book))]),
            Section(
                isChinese ? "排期" : "Timetable", [.chart(.gantt(gantt(book, activities))), .table(timetable(book))]),
            Section(isChinese ? "花费" : "Spend", spend(book)),
            Section(book.say(.findings), notes(book)),
        ])
}

func day(_ text: String) -> CivilDay { CivilDay(text) ?? CivilDay(number: 0) }

func minute(_ text: String, _ minuteOfDay: Int) -> CivilMinute { CivilMinute(day: day(text), minuteOfDay: minuteOfDay) }

private func keyFigures(_ book: Phrasebook) -> Block {
    .keyFigures([
        KeyFigure(
            book.say(.headroom), book.work(WorkLength(WorkMinutes(1_440), perDay: WorkMinutes(480)), .spelled),
            context: book.language == .english ? "before Wed 1 Apr 2026" : "早于2026年4月1日", tone: .good),
        KeyFigure(book.say(.finish), book.day(day("2026-03-27"), .dated)),
        KeyFigure(book.say(.total), book.money(money(128_450_000))),
    ])
}

private func money(_ minorUnits: Int64) -> Money {
    guard let yuan = try? Currency("CNY") else { preconditionFailure("the yuan is a known currency") }
    return Money(minorUnits: minorUnits, yuan)
}

private func deadlines(_ book: Phrasebook) -> Table {
    func length(_ days: Int) -> Figure { .work(WorkLength(WorkMinutes(days * 480), perDay: WorkMinutes(480))) }
    return Table(
        "deadlines", title: book.language == .english ? "Deadlines" : "期限",
        columns: [
            Column(book.say(.deadline)), Column(book.say(.promised), .date), Column(book.say(.forecast), .date),
            Column(book.say(.headroom), .work),
        ],
        rows: [
            [
                Cell(book.name("Material to TV stations", chinese: "电视台送带")), book.cell(.day(day("2026-03-20"))),
                book.cell(.day(day("2026-03-23")), .missed), book.cell(length(-1), .missed),
            ],
            [
                Cell(book.name("Campaign on air", chinese: "广告上线")), book.cell(.day(day("2026-04-01"))),
                book.cell(.day(day("2026-03-27"))), book.cell(length(3), .kept),
            ],
        ])
}

private let activityNames: [(String, String)] = [
    ("Client instruction", "客户工作指令"), ("Creative brief", "创作要求"), ("Initial ideas", "初步创意"),
    ("Internal review of strategy and quality", "策略和质量内部评审"), ("Proposal to client", "向客户提案"),
    ("Storyboard, layout and copy", "创意材料(分镜、版式、文案)".fullWidth), ("Written approval", "书面确认"),
    ("Finished artwork", "广告创意完稿"), ("Pre-production meeting", "制作前会议"), ("Shooting <day 1> & \"2\"", "拍摄<第1天>"),
    ("Post-production", "后期制作"), ("Client approval of film", "客户审片"), ("Regulatory clearance", "广告审批"),
    ("Media booking", "媒介订位"), ("On air", "广告上线"),
]

private func gantt(_ book: Phrasebook, _ count: Int) -> GanttChart {
    let lanes: [(String, String)] = [
        ("Client", "客户"), ("Account service", "客户服务"), ("Creative", "创意部"), ("Media", "媒介部"),
    ]
    var rows: [[GanttChart.Row]] = lanes.map { _ in [] }
    var start = day("2026-01-12")
    for index in 0..<count {
        let name = activityNames[index % activityNames.count]
        let number = index >= activityNames.count ? " \(index / activityNames.count + 1)" : ""
        let length = 1 + (index * 7) % 9
        let end = start.advanced(by: length)
        let isMilestone = index % activityNames.count == activityNames.count - 1
        let isCritical = index % 3 != 1
        rows[(index * 5 + index / 3) % lanes.count].append(
            GanttChart.Row(
                book.name(name.0, chinese: name.1) + number,
                start: CivilMinute(day: isMilestone ? end : start, minuteOfDay: isMilestone ? 1_080 : 540),
                finish: CivilMinute(day: end, minuteOfDay: 1_080),
                slackUntil: isCritical ? nil : CivilMinute(day: end.advanced(by: 2 + index % 5), minuteOfDay: 1_080),
                isCritical: isCritical, isMilestone: isMilestone,
                deadline: index % 7 == 6
                    ? CivilMinute(day: end.advanced(by: index % 2 == 0 ? 3 : -1), minuteOfDay: 1_080) : nil,
                missesDeadline: index % 7 == 6 && index % 2 == 1))
        start = index % 2 == 0 ? end.advanced(by: 1) : start.advanced(by: 2)
    }
    let last = start.advanced(by: 14)
    let festival = day("2026-02-15")...day("2026-02-23")
    let off = (day("2026-01-12")...last).filter {
        ($0.weekday.rawValue > 5 || festival.contains($0)) && $0 != day("2026-02-28") && $0 != day("2026-02-14")
    }
    return GanttChart(
        book.language == .english ? "Work by lane" : "各职能工作安排",
        summary: book.language == .english
            ? "\(count) activities in four lanes from 12 January; the critical path runs through creative work and client approvals."
            : "自1月12日起,四个职能共\(count)项活动;关键路径经过创意制作和客户审批。".fullWidth,
        lanes: zip(lanes, rows).map { GanttChart.Lane(book.name($0.0, chinese: $0.1), rows: $1) },
        daysOff: off.map { .init($0, name: festival.contains($0) ? book.name("Spring Festival", chinese: "春节") : nil) },
        makeUpDays: [.init(day("2026-02-14")), .init(day("2026-02-28"))],
        markers: [
            .init(book.language == .english ? "data date 12 Jan" : "数据日期1月12日", at: minute("2026-01-12", 540)),
            .init(
                book.language == .english ? "promised 1 Apr" : "承诺4月1日", at: minute("2026-04-01", 1_080), tone: .good),
        ], hours: 540...1_080)
}

private func timetable(_ book: Phrasebook) -> Table {
    Table(
        "timetable", title: book.language == .english ? "All activities" : "全部活动",
        columns: [
            Column(book.say(.activity)), Column(book.say(.lane), importance: .useful), Column(book.say(.start), .date),
            Column(book.say(.finish), .date), Column(book.say(.duration), .work, importance: .useful),
            Column(book.say(.float), .work), Column(book.say(.critical), alignment: .centre, importance: .extra),
        ],
        rows: activityNames.enumerated().map { index, name in
            let start = day("2026-01-12").advanced(by: index * 5)
            let isCritical = index % 3 != 1
            return [
                Cell(book.name(name.0, chinese: name.1), emphasis: isCritical ? .strong : .plain),
                Cell(book.name("Creative", chinese: "创意部")), book.cell(start, .weekday),
                book.cell(start.advanced(by: 4), .weekday),
                book.cell(.work(WorkLength(WorkMinutes(index * 330), perDay: WorkMinutes(480)))),
                isCritical
                    ? book.cell(.work(WorkLength(WorkMinutes(0), perDay: WorkMinutes(480))))
                    : book.cell(.work(WorkLength(WorkMinutes(990), perDay: WorkMinutes(480)))),
                Cell(isCritical ? book.say(.yes) : "", emphasis: isCritical ? .critical : .plain),
            ]
        }, rowLimit: 12)
}

private func spend(_ book: Phrasebook) -> [Block] {
    let isChinese = book.language == .simplifiedChinese
    let brands =
        isChinese
        ? ["清泉", "可口可乐", "百事可乐", "元气森林", "农夫山泉"]
        : ["Clearspring", "Coca-Cola 可口可乐", "Pepsi", "Genki Forest 元气森林", "Nongfu Spring"]
    let changes: [Double?] = [412_000, -1_530_000, 88_000, nil, -96_500]
    let months = (0..<12).compactMap { CivilMonth(year: 2025, month: $0 + 1) }
    let known = (0..<12).map { 1_200_000 + Double($0 * 37 % 11) * 90_000 }
    let actual: [Double?] = known
    var other: [Double?] = (0..<12).map { 800_000 + Double($0 * 53 % 7) * 110_000 }
    other[3] = nil
    let third: [Double?] = other.map { value in value.map { $0 * 0.6 } }
    var band = [ClosedRange<Double>?](repeating: nil, count: 12)
    for place in 8..<12 {
        let room = 100_000 * Double(place - 8)
        band[place] = (known[place] - room)...(known[place] + room)
    }
    let media = isChinese ? ["电视", "互联网", "户外", "广播", "报纸杂志"] : ["Television", "Online", "Outdoor", "Radio", "Print"]
    return [
        .paragraph(
            isChinese
                ? "本月竞争品牌共投放1,250万元,环比下降8.4%。".fullWidth
                : "Competitors spent CNY 12.5 million this month, 8.4% less than the month before."),
        .list(
            isChinese
                ? ["元气森林本月新进入电视媒介。", "可口可乐停止户外投放。"] : ["Genki Forest is new on television.", "Coca-Cola left outdoor."]),
        .chart(
            .line(
                LineChart(
                    isChinese ? "各月花费" : "Spend by month",
                    summary: isChinese
                        ? "全年花费平稳,12月预测为160万元。".fullWidth
                        : "Spend was steady over the year; December is forecast at 1.6 million.",
                    axis: .months(months), unit: .money(currency: "CNY"),
                    series: [
                        .init(
                            brands[0], actual, forecastFrom: 9,
                            bands: [.init(isChinese ? "80%区间" : "80% range", band)], isLeading: true),
                        .init(brands[1], other), .init(brands[2], third),
                    ],
                    levels: [
                        .init(isChinese ? "批准预算" : "approved", 2_000_000, tone: .warning)
                    ]))),
        .chart(
            .bar(
                BarChart(
                    isChinese ? "花费变化" : "Movers against the month before",
                    summary: isChinese ? "可口可乐减少最多。" : "Coca-Cola cut most.", unit: .money(currency: "CNY"),
                    bars: zip(brands, changes).map { name, change in
                        BarChart.Bar(
                            name, change,
                            text: change.map { book.number($0, decimals: 0, signed: true) } ?? book.say(.notAvailable))
                    }))),
        .chart(
            .bar(
                BarChart(
                    isChinese ? "花费份额排名" : "Share of spend", summary: isChinese ? "清泉排名第三。" : "Clearspring is third.",
                    unit: .percent,
                    bars: zip(brands, [0.31, 0.24, 0.18, 0.15, 0.12]).map { name, share in
                        BarChart.Bar(
                            name, share, text: book.percent(share), reference: 0.2,
                            emphasis: name == brands[0] ? .strong : .plain)
                    }, referenceLabel: isChinese ? "上月" : "month before"))),
        .chart(
            .share(
                ShareChart(
                    isChinese ? "媒介组合" : "Media mix", summary: isChinese ? "互联网占比最高。" : "Online leads.", parts: media,
                    bars: [
                        .init(brands[0], [0.1, 0.55, 0.2, 0.05, 0.1]), .init(brands[1], [0.4, 0.35, 0.2, 0.03, 0.02]),
                        .init(brands[2], [0, 0, 0, 0, 0]),
                        .init(isChinese ? "市场合计" : "Market", [0.3, 0.42, 0.18, 0.06, 0.04]),
                    ]))),
        .table(shares(book, brands)),
    ]
}

private func shares(_ book: Phrasebook, _ brands: [String]) -> Table {
    let isChinese = book.language == .simplifiedChinese
    let reason = isChinese ? "上月没有投放" : "no spend in the month before"
    return Table(
        "share-of-spend", title: isChinese ? "花费份额(2025年12月)".fullWidth : "Share of spend, December 2025",
        columns: [
            Column(book.say(.rank), .integer), Column(book.say(.brand)),
            Column(isChinese ? "花费 (CNY)" : "Spend (CNY)", .money),
            Column(book.say(.share), .percent), Column(isChinese ? "环比" : "Month on month", .percent),
            Column(isChinese ? "份额变化" : "Change of share", .percent, importance: .useful),
        ],
        rows: brands.enumerated().map { index, brand in
            [
                book.cell(.integer(index + 1)),
                Cell(brand, emphasis: index == 0 ? .strong : index == 3 ? .new : .plain),
                book.cell(bare: money(Int64(410_000_050 - index * 61_234_567))),
                book.cell(.percent(0.31 - Double(index) * 0.05)),
                index == 3
                    ? book.cell(.absent(reason: reason))
                    : book.cell(.percent(0.084 - Double(index) * 0.06), signed: true),
                book.cell(.points(0.012 - Double(index) * 0.006)),
            ]
        },
        totals: [
            .empty, Cell(book.say(.total)), book.cell(bare: money(1_437_654_320)), book.cell(.percent(1)), .empty,
            .empty,
        ],
        remark: isChinese ? "口径:刊例价,不含折扣。".fullWidth : "Rate card, without discounts.")
}

private func notes(_ book: Phrasebook) -> [Block] {
    book.language == .english
        ? [
            .note(
                Note(
                    "The calendar “cn” is known through 2027; 2 activities end later",
                    advice: "bring the calendar up to date before promising their dates",
                    tone: .warning)),
            .note(Note("All 15 activities have a predecessor or a start date.")),
        ]
        : [
            .note(Note("日历“cn”只到2027年,有2项活动晚于此日期".fullWidth, advice: "请先更新日历,再承诺这些日期".fullWidth, tone: .warning)),
            .note(Note("15项活动都有紧前活动或开始日期。")),
        ]
}

extension String {
    /// Chinese punctuation in place of the keyboard's.
    var fullWidth: String {
        let forms: [Character: Character] = [
            ",": "\u{FF0C}", ":": "\u{FF1A}", ";": "\u{FF1B}", "(": "\u{FF08}", ")": "\u{FF09}",
        ]
        return String(
            enumerated().map { index, character in
                let isGrouping =
                    character == "," && dropFirst(index + 1).first?.isNumber == true
                    && prefix(index).last?.isNumber == true
                return isGrouping ? character : forms[character] ?? character
            })
    }
}
