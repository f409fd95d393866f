import WorkTime

/// What papers say of early warnings.
enum WarningPhrase: Phrase {
    case heading
    case introduction
    case none
    /// For the headline: how many, and how long there is for the most pressing.
    case count(Int)

    case missed(String, by: WorkLength)
    case answerLate(String, asked: Moment, usually: Moment)
    case materialLate(String, for: String, wanted: Moment, expected: Moment)
    case roundsOverAgreed(String, agreed: Int, now: Int)
    case eroding(String, [WorkLength], goneBy: Moment)
    case bufferConsumedFaster(String, consumed: Double, progress: Double)
    case allConsumed(Moment)
    case commitmentMoves(String, isClient: Bool, told: Moment, now: Moment)
    case noRoomForARound(String, promise: String)
    case andOthers(Int)

    case through([String])
    case actBy(Moment, left: WorkLength)
    case tooLate(Moment)
    case answer(String, by: Moment)
    case finish(String, by: Moment)
    /// `promise` is `nil` where the warning names none.
    case fewerRounds([String], promise: String?, gains: WorkLength)
    case laterPromise(String, Moment)
    case repair

    var wording: Wording {
        switch self {
        case .heading: Wording(en: "Early warnings", zh: "预警")
        case .introduction:
            Wording(
                en: "What will break a promise unless somebody acts, the most pressing first.",
                zh: "若不采取行动，下列情况将使承诺无法兑现；最紧迫的列在最前。")
        case .none: Wording(en: "Nothing endangers a promise.", zh: "没有危及承诺的情况。")
        case .count(let count):
            Wording(
                en: "\(count, "early warning", "early warnings"), the most pressing first, below.",
                zh: "共有\(count)条预警，按紧迫程度列于下文。")
        case .missed(let promise, let delay):
            Wording(
                en: "“\(promise)” will be \(delay, .spelled) later than promised.",
                zh: "“\(promise)”将比承诺晚\(delay, .spelled)。")
        case .answerLate(let answer, let asked, let usually):
            Wording(
                en: "“\(answer)” is late: asked for on \(asked), it usually comes by \(usually).",
                zh: "“\(answer)”逾期未复：材料已于\(asked)提交，按常规应在\(usually)前答复。")
        case .materialLate(let material, let approval, let wanted, let expected):
            Wording(
                en: "“\(material)” is not there for “\(approval)”: wanted on \(wanted), expected on \(expected).",
                zh: "“\(approval)”所需的“\(material)”尚未备齐：原定\(wanted)提交，预计\(expected)。")
        case .roundsOverAgreed(let approval, let agreed, let now):
            Wording(
                en: "“\(approval)” takes \(now, "round", "rounds"); \(agreed, "was", "were") agreed.",
                zh: "“\(approval)”已进入\(now)轮，约定为\(agreed)轮。")
        case .eroding(let promise, let lengths, let gone):
            Wording(
                en: """
                    “\(promise)” loses headroom from status to status: \(Self.then(lengths, .english)). At this rate none is \
                    left on \(gone).
                    """,
                zh: "“\(promise)”的余量逐次减少：\(Self.then(lengths, .simplifiedChinese))。照此速度，到\(gone)余量耗尽。")
        case .bufferConsumedFaster(let promise, let consumed, let progress):
            Wording(
                en: """
                    The buffer before “\(promise)” is consumed faster than the work is done: \(percent: consumed, decimals: 0) of \
                    it, with \(percent: progress, decimals: 0) of the work.
                    """,
                zh: """
                    “\(promise)”的缓冲消耗快于工作进度：缓冲已消耗\(percent: consumed, decimals: 0)，工作仅完成\
                    \(percent: progress, decimals: 0)。
                    """)
        case .commitmentMoves(let name, let isClient, let told, let now):
            Wording(
                en: """
                    “\(name)”: \(isClient ? "the client was" : "people were") told \(told), and it cannot begin before \(now).
                    """,
                zh: "“\(name)”已与\(isClient ? "客户" : "相关人员")确认于\(told)开始，现最早只能于\(now)开始。")
        case .allConsumed(let moment):
            Wording(en: "At this rate all of it is consumed on \(moment).", zh: "照此速度，缓冲将于\(moment)耗尽。")
        case .noRoomForARound(let approval, let promise):
            Wording(
                en: "One more round of “\(approval)” breaks the promise of “\(promise)”.",
                zh: "“\(approval)”若再多一轮，“\(promise)”的承诺就无法兑现。")
        case .andOthers(let count):
            Wording(en: "The same holds for \(count, "other promise", "other promises").", zh: "另有\(count)项承诺情况相同。")
        case .through(let names):
            Wording(en: "By way of: \(Self.arrows(names))", zh: "影响路径：\(Self.arrows(names))")
        case .actBy(let moment, let left):
            Wording(en: "Act by \(moment): \(left, .spelled) left", zh: "最迟行动时间：\(moment)，还剩\(left, .spelled)")
        case .tooLate(let moment):
            Wording(en: "It would have had to be done by \(moment)", zh: "本应在\(moment)前行动")
        case .answer(let answer, let moment):
            Wording(en: "Get “\(answer)” by \(moment)", zh: "取得“\(answer)”，最迟\(moment)")
        case .finish(let name, let moment):
            Wording(en: "Have “\(name)” done by \(moment)", zh: "“\(name)”最迟于\(moment)完成")
        case .fewerRounds(let approvals, let promise, let gain) where approvals.count == 1:
            Wording(
                en: """
                    Agree on one round fewer of \(list: approvals): brings \(Self.forward(promise, .english)) \
                    \(gain, .spelled) forward
                    """,
                zh: """
                    与客户商定\(list: approvals)减少一轮：\(Self.forward(promise, .simplifiedChinese))可提前\(gain, .spelled)
                    """)
        case .fewerRounds(let approvals, let promise, let gain):
            Wording(
                en: """
                    Agree on one round fewer of any one of \(list: approvals): brings \(Self.forward(promise, .english)) \
                    \(gain, .spelled) forward
                    """,
                zh: """
                    与客户商定下列任一审批减少一轮：\(list: approvals)，\(Self.forward(promise, .simplifiedChinese))可提前\
                    \(gain, .spelled)
                    """)
        case .repair:
            Wording(
                en: "See what has to move and what would save it: headroom plan repair",
                zh: "查看须改期的安排与补救办法：headroom plan repair")
        case .laterPromise(let promise, let moment):
            Wording(en: "Ask for another date of “\(promise)”: \(moment)", zh: "与客户协商调整“\(promise)”的日期：\(moment)")
        }
    }

    private static func then(_ lengths: [WorkLength], _ language: Language) -> String {
        let book = Phrasebook(language)
        return lengths.map { book.work($0) }.joined(separator: language == .english ? ", then " : "，再到")
    }

    /// What is brought forward.
    private static func forward(_ promise: String?, _ language: Language) -> String {
        promise.map { "“\($0)”" } ?? (language == .english ? "the tightest promise behind it" : "其后最紧的承诺")
    }

    private static func arrows(_ names: [String]) -> String { names.joined(separator: " → ") }
}
