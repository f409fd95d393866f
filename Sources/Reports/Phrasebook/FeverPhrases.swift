/// What stands around a fever chart.
enum FeverPhrase: Phrase {
    /// The axes.
    case done
    case used
    /// The zones.
    case calm
    case watch
    case alarm
    case reading(String, on: String, done: String, used: String)

    var wording: Wording {
        switch self {
        case .done: Wording(en: "work on the chain done", zh: "链上工作完成")
        case .used: Wording(en: "buffer used", zh: "缓冲消耗")
        case .calm: Wording(en: "green: carry on", zh: "绿区：照常推进")
        case .watch: Wording(en: "yellow: plan what would win time", zh: "黄区：拟定追赶办法")
        case .alarm: Wording(en: "red: do it now", zh: "红区：立即采取措施")
        case .reading(let name, let date, let done, let used):
            Wording(
                en: "\(name), \(date): \(done) of the work done, \(used) of the buffer used",
                zh: "\(name)，\(date)：工作完成\(done)，缓冲消耗\(used)")
        }
    }
}
