/// The sentences that lead papers on plans: headroom first.
enum PlanHeadline: Phrase {
    /// A clause; see ``sentence(_:missing:of:)``.
    case finishesBefore(Moment, headroom: WorkLength, promised: Moment)
    case finishesWithNothingToSpare(Moment, promised: Moment)
    case finishesAfter(Moment, delay: WorkLength, promised: Moment)
    case finishesUnpromised(Moment)

    /// A clause about an activity that is promised while the plan as a whole is not.
    case isDoneBefore(String, Moment, headroom: WorkLength, promised: Moment)
    case isDoneWithNothingToSpare(String, Moment, promised: Moment)
    case isDoneAfter(String, Moment, delay: WorkLength, promised: Moment)

    /// A clause as a sentence, with how many other promises are missed.
    indirect case sentence(PlanHeadline, missing: Int, of: Int)

    case delay(String, WorkLength)
    indirect case missed([PlanHeadline], others: Int)
    case tightest(String, WorkLength, of: Int)
    case criticalPath(Int, from: String, to: String)

    var wording: Wording {
        switch self {
        case .finishesBefore(let finish, let headroom, let promised):
            Wording(
                en: "Finishes \(finish), \(headroom, .spelled) before the promise of \(promised)",
                zh: "预计\(finish)完成，比承诺的\(promised)提前\(headroom, .spelled)")
        case .finishesWithNothingToSpare(let finish, let promised):
            Wording(
                en: "Finishes \(finish), with no working time to spare before the promise of \(promised)",
                zh: "预计\(finish)完成，距承诺的\(promised)没有富余工作时间")
        case .finishesAfter(let finish, let delay, let promised):
            Wording(
                en: "Finishes \(finish), \(delay, .spelled) after the promise of \(promised)",
                zh: "预计\(finish)完成，比承诺的\(promised)延误\(delay, .spelled)")
        case .finishesUnpromised(let finish):
            Wording(
                en: "Finishes \(finish); no date is promised, so there is no headroom to measure",
                zh: "预计\(finish)完成；没有承诺日期，因此无法计算余量")
        case .isDoneBefore(let name, let forecast, let headroom, let promised):
            Wording(
                en: "“\(name)” is done \(forecast), \(headroom, .spelled) before its deadline of \(promised)",
                zh: "“\(name)”预计\(forecast)完成，比期限\(promised)提前\(headroom, .spelled)")
        case .isDoneWithNothingToSpare(let name, let forecast, let promised):
            Wording(
                en: "“\(name)” is done \(forecast), with no working time to spare before its deadline of \(promised)",
                zh: "“\(name)”预计\(forecast)完成，距期限\(promised)没有富余工作时间")
        case .isDoneAfter(let name, let forecast, let delay, let promised):
            Wording(
                en: "“\(name)” is done \(forecast), \(delay, .spelled) after its deadline of \(promised)",
                zh: "“\(name)”预计\(forecast)完成，比期限\(promised)延误\(delay, .spelled)")

        case .sentence(let clause, missing: 0, of: _): Wording(en: "\(clause).", zh: "\(clause)。")
        case .sentence(let clause, missing: 1, of: 1):
            Wording(en: "\(clause), and its one deadline is missed.", zh: "\(clause)；唯一的期限将延误。")
        case .sentence(let clause, let missing, let all):
            Wording(
                en: "\(clause), and \(missing) of \(all) deadlines \(missing == 1 ? "is" : "are") missed.",
                zh: "\(clause)；\(all)项期限中有\(missing)项将延误。")

        case .delay(let name, let delay):
            Wording(en: "“\(name)” by \(delay, .spelled)", zh: "“\(name)”延误\(delay, .spelled)")
        case .missed(let delays, others: 0): Wording(en: "Missed: \(list: delays).", zh: "\(list: delays)。")
        case .missed(let delays, let others):
            Wording(en: "Missed: \(list: delays), and \(others) more.", zh: "\(list: delays)，另有\(others)项延误。")
        case .tightest(let name, let headroom, of: 1):
            Wording(
                en: "The deadline of “\(name)” leaves \(headroom, .spelled) to spare.",
                zh: "“\(name)”的期限余量为\(headroom, .spelled)。")
        case .tightest(let name, let headroom, let count):
            Wording(
                en:
                    "The tightest of \(count, "deadline", "deadlines") is “\(name)”, with \(headroom, .spelled) to spare.",
                zh: "\(count)项期限中最紧的是“\(name)”，余量为\(headroom, .spelled)。")
        case .criticalPath(let count, let first, let last):
            Wording(
                en: "The critical path has \(count, "activity", "activities"), from “\(first)” to “\(last)”.",
                zh: "关键路径共\(count)项活动，从“\(first)”到“\(last)”。")
        }
    }
}
