import Diagnostics

/// What was found about a status series or an estimate, in the language of the paper. English papers keep the words of the finding, which
/// name amounts and periods; Chinese ones say the kind of finding and where it stands.
struct CostFindingPhrase: Phrase {
    let finding: Finding

    init(_ finding: Finding) { self.finding = finding }

    var wording: Wording {
        let message = Self.sentence(finding.message)
        guard let kind = Self.kinds[finding.id] else { return Wording("\(message)") }
        return Wording(en: "\(message)", zh: "\(kind.message)\(place)。")
    }

    var advice: Wording {
        let advice = Self.sentence(finding.advice)
        return Self.kinds[finding.id].map { Wording(en: "\(advice)", zh: "\($0.advice)。") } ?? Wording("\(advice)")
    }

    /// Findings are written as the ends of lines; on paper they are sentences.
    private static func sentence(_ fragment: String) -> String {
        fragment.prefix(1).uppercased() + fragment.dropFirst() + "."
    }

    /// `（status.csv第3行）`
    private var place: String { finding.place.map { "（\($0.file)第\($0.line)行）" } ?? "" }

    private static let kinds: [FindingID: (message: String, advice: String)] = [
        "cost.currency-assumed": ("未指定币种，金额按EUR计", "请指定币种，例如：--currency CNY"),
        "cost.approval-assumed": ("未注明批准金额，以完工预算代替", "请注明客户批准的金额，例如：--approved 105000"),
        "cost.budget-assumed": ("以最后一期的计划价值作为完工预算", "如计划尚未结束，请提供完整基准或完工预算"),
        "cost.start-assumed": ("计划开始时间按首期之前一个周期推定", "请提供计划开始日期或基准"),
        "cost.negative-amount": ("有金额为负数", "请填写自项目开始起的累计金额，而不是当期变动额"),
        "cost.amount-falls": ("累计金额比上一期减少", "请核对是否为累计金额；返工、贷项通知单或基准变更会造成这种情况"),
        "cost.periods-not-ascending": ("期次没有按日期顺序编号", "请按日期顺序为各期编号"),
        "cost.earned-beyond-budget": ("挣值超过完工预算", "请按已批准的变更调增预算；未增加预算的新增工作不产生挣值"),
        "cost.status-before-start": ("状态日期早于计划开始日期", "请核对该日期与计划开始日期"),
        "cost.unknown-period": ("活动数据中的期次不在状态序列内", "请在状态序列中补充该期，或删除该行"),
        "cost.tax-unverified": ("适用的税费规则未与文件原文核对", "采用前请核对文件依据"),
        "cost.nothing-approved": ("尚无已批准的版本，以最新版本代替", "请先取得签字：headroom cost approve"),
        "cost.before-job": ("状态日期早于项目开始日期", "请核对该日期"),
        "cost.unknown-activity": ("预算项所列的活动不在工作计划内", "请在下一版预算或工作计划中更正"),
        "cost.plan-ahead": ("工作计划的数据日期晚于状态日期", "请按该日期查询，或使用当时的工作计划"),
        "cost.job-left-out": ("有已完工项目的账目无法计算，未用于预测", "请用 headroom cost status 查看该项目"),
        "cost.job-unfinished": ("有项目尚未完工，未参与评估", "待其工作完成后再行校准"),
        "cost.few-closed-jobs": ("已完工项目太少，难以判断成本偏差的幅度", "请同时参照另一文件夹中的已完工项目：--reference DIR --leave-one-out"),
        "cost.activities-differ": ("各项活动合计与状态序列不符", "请补全活动数据，或更正状态序列"),
    ].merging(estimateKinds) { first, _ in first }.merging(ledgerKinds) { first, _ in first }

    /// What is found in estimates.
    private static let estimateKinds: [FindingID: (message: String, advice: String)] = [
        "cost.ceiling-passed": ("申请金额超过客户预算上限", "请削减预算项，或在申请批准前与客户商定新的上限"),
        "cost.rate-without-date": ("汇率没有注明日期", "请注明汇率的日期和来源"),
        "cost.price-below-cost": ("有预算项的报价低于成本", "请核对报价，并确认是否为单价"),
        "cost.units-without-quantity": ("有预算项按数量计挣值，但没有数量", "请填写数量，或改用其他计算方式"),
        "cost.billing-passes-price": ("开票计划合计超过申请金额", "请更正各步骤的金额"),
        "cost.billing-outside-job": ("有开票日期在项目期间之外", "请核对年份和月份"),
        "cost.change-from-start": ("变更单的生效日期与已批准版本相同，已批准版本将从未生效", "请注明变更的生效日期"),
        "cost.proposed-already": ("该版本已按此内容提交", "无需再次提交；内容不同的版本请使用下一版次"),
        "cost.unknown-column": ("表中有未读取的列", "请保留不动，或改用可识别的列名"),
        "spreadsheet.hidden-rows": ("工作表中有隐藏的行，已一并读取", "如不应计入，请删除这些行"),
        "spreadsheet.covered-value": ("合并单元格下有被遮住的内容，未读取", "如需要这些内容，请取消合并"),
        "csv.unknown-column": ("表中有未读取的列", "请保留不动，或改用可识别的列名"),
    ]
}

/// The advice of a finding.
struct CostAdvicePhrase: Phrase {
    let wording: Wording
    init(_ finding: Finding) { wording = CostFindingPhrase(finding).advice }
}
