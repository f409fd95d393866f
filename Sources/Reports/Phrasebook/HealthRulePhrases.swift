import Scheduling
import WorkTime

/// The rules of a plan's health in words, and what its paper says around them.
enum HealthPhrase: Phrase {
    case title(BilingualName)
    case allPass(Int)
    case someFail(Int, of: Int, [String])
    case notApplicable([String])
    case noRuleBroken
    case rulesBroken(Int, [String])

    case points
    case number
    case point
    case result
    case limit
    case state
    case countedAmong([Int], String)
    case doesNotApply(Int, String)
    case pointsRemark
    case countsFinished
    case violations
    case rule
    case what
    case advice
    case id
    case nothingToMend
    case group(String, [String], more: Int, advice: String)
    case gaveUp

    case ruleName(HealthViolation.Rule)
    case message(HealthViolation.Rule, others: [String], days: ClosedRange<CivilDay>?)
    case ruleAdvice(HealthViolation.Rule)

    var wording: Wording {
        switch self {
        case .title(let name): Wording(en: "\(name): schedule health", zh: "\(name)：排期健康检查")
        case .allPass(let count):
            Wording(en: "All \(count) points that apply pass.", zh: "适用的\(count)项检查全部通过。")
        case .someFail(let count, let all, let names):
            Wording(
                en: "\(count) of the \(all) points that apply \(count == 1 ? "fails" : "fail"): \(list: names).",
                zh: "适用的\(all)项检查中有\(count)项不通过：\(list: names)。")
        case .notApplicable(let names): Wording(en: "Not applicable: \(list: names).", zh: "不适用：\(list: names)。")
        case .noRuleBroken: Wording(en: "No rule of the trade is broken.", zh: "没有违反行业规则。")
        case .rulesBroken(let count, let names):
            Wording(
                en: "Rules of the trade are broken in \(count, "place", "places"): \(list: names).",
                zh: "有\(count)处违反行业规则：\(list: names)。")

        case .points: Wording(en: "The fourteen points", zh: "十四项检查")
        case .number: Wording(en: "No.", zh: "序号")
        case .point: Wording(en: "Point", zh: "检查项")
        case .result: Wording(en: "Result", zh: "结果")
        case .limit: Wording(en: "Limit", zh: "标准")
        case .state: Wording(en: "State", zh: "结论")
        case .countedAmong(let numbers, let population):
            Wording(
                en: "\(numbers.count == 1 ? "Point" : "Points") \(numbers: numbers): \(population).",
                zh: "第\(numbers: numbers)项的统计范围：\(population)。")
        case .doesNotApply(let number, let reason):
            Wording(en: "Point \(number) does not apply: \(reason).", zh: "第\(number)项不适用：\(reason)。")
        case .pointsRemark:
            Wording(
                en: """
                    By the 14-point assessment of the Defense Contract Management Agency. Two months are 44 working days. What \
                    cannot be measured is not applicable, and never nought.
                    """,
                zh: "按美国国防合同管理局（DCMA）的十四点评估法。两个月按44个工作日计。无法衡量的项目列为不适用，不按零计。")
        case .countsFinished: Wording(en: "Finished work is counted too.", zh: "已完成的工作也计算在内。")
        case .violations: Wording(en: "What to mend", zh: "需要改进之处")
        case .rule: Wording(en: "Rule", zh: "规则")
        case .what: Wording(en: "What is the case", zh: "情况")
        case .advice: Wording(en: "What to do", zh: "建议")
        case .id: Wording(en: "Id", zh: "编号")
        case .group(let rule, let ids, more: 0, let advice):
            Wording(en: "\(rule): \(list: ids). Advice: \(advice).", zh: "\(rule)：\(list: ids)。建议：\(advice)。")
        case .group(let rule, let ids, let more, let advice):
            Wording(
                en: "\(rule): \(list: ids) and \(more) more. Advice: \(advice).",
                zh: "\(rule)：\(list: ids)，另有\(more)项。建议：\(advice)。")
        case .nothingToMend: Wording(en: "Nothing was found.", zh: "没有发现问题。")
        case .gaveUp:
            Wording(
                en: "The plan has so many links that not all of those that others imply were looked for.",
                zh: "逻辑关系过多，没有逐一检查多余的关系。")

        case .ruleName(let rule): Self.name(rule)
        case .message(let rule, let others, let days): Self.message(rule, others, days)
        case .ruleAdvice(let rule): Self.advice(rule)
        }
    }

    private static func name(_ rule: HealthViolation.Rule) -> Wording {
        switch rule {
        case .hastyGate: Wording(en: "Client gate without response time", zh: "客户确认没有预留时间")
        case .unapprovedBooking: Wording(en: "Booking without written approval", zh: "订位之前没有书面确认")
        case .workOnHoliday: Wording(en: "Work on a holiday", zh: "节假日安排工作")
        case .danglingStart: Wording(en: "Dangling start", zh: "开始无约束")
        case .danglingFinish: Wording(en: "Dangling finish", zh: "完成无约束")
        case .redundantLink: Wording(en: "Redundant link", zh: "多余的逻辑关系")
        case .sameName: Wording(en: "Same name", zh: "名称重复")
        case .outOfSequence: Wording(en: "Out of sequence", zh: "进度与逻辑不符")
        case .deadlineBeforeDate: Wording(en: "Deadline before a date", zh: "期限早于日期约束")
        }
    }

    private static func message(_ rule: HealthViolation.Rule, _ others: [String], _ days: ClosedRange<CivilDay>?)
        -> Wording
    {
        let (first, last) = (days?.lowerBound ?? .earliest, days?.upperBound ?? .earliest)
        return switch rule {
        case .hastyGate:
            Wording(en: "the client is to decide in no time", zh: "没有给客户留出答复时间")
        case .unapprovedBooking:
            Wording(en: "nothing before it is approved by the client in writing", zh: "之前没有客户的书面确认")
        case .workOnHoliday:
            first == last
                ? Wording(en: "it is worked on the holiday \(first)", zh: "\(first)放假，仍安排了工作")
                : Wording(en: "it is worked on holidays from \(first) to \(last)", zh: "\(first)至\(last)期间的假日仍安排了工作")
        case .danglingStart: Wording(en: "no link holds its start", zh: "没有逻辑关系约束它的开始")
        case .danglingFinish: Wording(en: "nothing waits for its finish", zh: "没有活动等待它完成")
        case .redundantLink:
            Wording(en: "it waits for “\(list: others)” by other links already", zh: "通过其他关系已经在等待“\(list: others)”")
        case .sameName: Wording(en: "“\(list: others)” has the same name", zh: "与编号“\(list: others)”名称相同")
        case .outOfSequence:
            Wording(en: "it went on before “\(list: others)” let it", zh: "“\(list: others)”尚未允许，它已经进行")
        case .deadlineBeforeDate:
            Wording(
                en: "it is promised by \(first), and its dates let it finish \(last) at the earliest",
                zh: "承诺\(first)完成，而日期约束使它最早\(last)才能完成")
        }
    }

    private static func advice(_ rule: HealthViolation.Rule) -> Wording {
        switch rule {
        case .hastyGate:
            Wording(en: "give the gate the client's usual response time as its duration", zh: "按客户通常的答复时间设定工期")
        case .unapprovedBooking:
            Wording(en: "let it wait for a client's approval noted as in writing", zh: "让它等待备注为书面的客户确认")
        case .workOnHoliday:
            Wording(en: "check that people are there, or use the plan's calendar", zh: "确认有人上班，或改用计划的日历")
        case .danglingStart: Wording(en: "add a link that enters its start", zh: "增加约束其开始的关系")
        case .danglingFinish: Wording(en: "add a link that leaves its finish", zh: "增加由其完成引出的关系")
        case .redundantLink: Wording(en: "drop the link", zh: "删除该关系")
        case .sameName: Wording(en: "say in the name what is different", zh: "在名称中写明区别")
        case .outOfSequence: Wording(en: "check what was reported, or mend the link", zh: "核对上报的进度，或修正逻辑关系")
        case .deadlineBeforeDate: Wording(en: "change one of the two dates", zh: "修改其中一个日期")
        }
    }
}

extension Saying.StringInterpolation {
    /// The numbers of points: “1, 5 and 6”.
    fileprivate mutating func appendInterpolation(numbers: [Int]) {
        add { book in book.list(numbers.map { book.integer($0) }) }
    }
}
