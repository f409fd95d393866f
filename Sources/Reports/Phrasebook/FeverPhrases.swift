/// What stands around a fever chart.
enum FeverPhrase: Phrase {
    /// The axes.
    case done
    case consumed
    /// The zones.
    case calm
    case watch
    case alarm
    case reading(String, on: String, done: String, consumed: String)

    var wording: Wording {
        switch self {
        case .done: Wording(en: "work on the chain done", zh: "链上工作完成")
        case .consumed: Wording(en: "buffer consumed", zh: "缓冲消耗")
        case .calm: Wording(en: "green: carry on", zh: "绿区：照常推进")
        case .watch: Wording(en: "yellow: plan what would win time", zh: "黄区：拟定赶工措施")
        case .alarm: Wording(en: "red: do it now", zh: "红区：立即采取措施")
        case .reading(let name, let date, let done, let consumed):
            Wording(
                en: "\(name), \(date): \(done) of the work done, \(consumed) of the buffer consumed",
                zh: "\(name)，\(date)：工作完成\(done)，缓冲消耗\(consumed)")
        }
    }
}
