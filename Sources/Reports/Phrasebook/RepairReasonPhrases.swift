/// Why a commitment moves, and why an activity stands where it does.
enum RepairReasonPhrase: Phrase {
    case pushed(String, Moment, path: [String])
    case held(String)
    case wouldPush(String, other: String, Moment, path: [String])
    case pushedBy(String, other: String, Moment, path: [String])
    case wouldMiss(String, promise: String, Moment, path: [String])
    case tried(String)

    // In as few words as a table has room for
    case commitmentMoves
    case begun
    case waits(String)
    case projectStart
    case dataDate
    case date
    case hand
    case others

    var wording: Wording {
        switch self {
        case .pushed(let name, let moment, let path):
            Wording(
                en: "“\(name)” cannot start before \(moment), whatever else is moved: \(path: path).",
                zh: "“\(name)”最早只能\(moment)开始，其他既定安排改期也无法提前：\(path: path)。")
        case .held(let name):
            Wording(en: "“\(name)” is fixed to another date in the plan.", zh: "“\(name)”在计划中被固定在另一日期。")
        case .wouldPush(let name, let other, let moment, let path):
            Wording(
                en: "“\(name)” on its date would push “\(other)”, which is kept, to \(moment): \(path: path).",
                zh: "“\(name)”如按原定时间开始，会把保留的“\(other)”推迟到\(moment)：\(path: path)。")
        case .pushedBy(let name, let other, let moment, let path):
            Wording(
                en: "“\(other)”, which is kept, pushes “\(name)” to \(moment): \(path: path).",
                zh: "保留“\(other)”会把“\(name)”推迟到\(moment)：\(path: path)。")
        case .wouldMiss(let name, let promise, let moment, let path):
            Wording(
                en: "With “\(name)” on its date, “\(promise)” would be done only on \(moment): \(path: path).",
                zh: "“\(name)”如按原定时间开始，“\(promise)”要到\(moment)才能完成：\(path: path)。")
        case .tried(let name):
            Wording(en: "“\(name)” was tried on its date, and the plan did not hold.", zh: "“\(name)”按原定时间试算，计划无法成立。")

        case .commitmentMoves: Wording(en: "commitment moves", zh: "既定安排改期")
        case .begun: Wording(en: "under way", zh: "进行中")
        case .waits(let name): Wording(en: "after “\(name)”", zh: "接在“\(name)”之后")
        case .projectStart: Wording(en: "start of the plan", zh: "计划开始日期")
        case .dataDate: Wording(en: "data date", zh: "数据日期")
        case .date: Wording(en: "its own date", zh: "自身日期约束")
        case .hand: Wording(en: "put by hand", zh: "人工指定")
        case .others: Wording(en: "goes along with other work", zh: "随其他工作进行")
        }
    }
}

extension Saying.StringInterpolation {
    /// What leads from one to the next.
    fileprivate mutating func appendInterpolation(path: [String]) { add { _ in path.joined(separator: " → ") } }
}
