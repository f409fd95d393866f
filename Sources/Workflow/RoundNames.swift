import Diagnostics
import Scheduling

/// What generated activities are called. Their names are data of the plan, so they are put in the languages of the plan:
/// the main one, and Chinese beside it.
extension BilingualName {
    /// An answer of a round; without a number where there is only one.
    func answered(_ round: Int, of rounds: Int) -> BilingualName {
        rounds == 1
            ? behind(english: "Answer: ", chinese: "答复：") : behind(english: "Round \(round): ", chinese: "第\(round)轮：")
    }

    /// A step that is done again.
    func revised(_ time: Int) -> BilingualName {
        behind(english: "Revision \(time): ", chinese: "第\(time)次修改：")
    }

    /// A step that a change opens again.
    func during(_ change: BilingualName) -> BilingualName {
        let colon = primary.isChinese ? "：" : ": "
        return BilingualName(
            change.primary + colon + primary,
            chinese: chinese == nil && change.chinese == nil
                ? nil : "\(change.chinese ?? change.primary)：\(chinese ?? primary)")
    }

    /// A deadline of a vehicle.
    func titled(_ kind: VehicleDeadline.Kind) -> BilingualName {
        switch kind {
        case .booking: inFront(english: ": booked", chinese: "：订位")
        case .material: inFront(english: ": material", chinese: "：材料送达")
        case .clearance: inFront(english: ": clearance", chinese: "：广告审批")
        case .cancellation: inFront(english: ": cancellation", chinese: "：撤单")
        }
    }

    /// The moment at which a vehicle carries the campaign.
    var onAir: BilingualName { inFront(english: ": on air", chinese: "：刊播") }

    private func inFront(english: String, chinese suffix: String) -> BilingualName {
        guard !primary.isChinese else { return BilingualName(primary + suffix, chinese: chinese.map { $0 + suffix }) }
        return BilingualName(primary + english, chinese: (chinese ?? primary) + suffix)
    }

    /// What it is comes first, for names are cut at the end where room is short.
    private func behind(english: String, chinese prefix: String) -> BilingualName {
        guard !primary.isChinese else { return BilingualName(prefix + primary, chinese: chinese.map { prefix + $0 }) }
        return BilingualName(english + primary, chinese: prefix + (chinese ?? primary))
    }
}

extension ActivityDraft {
    /// The name, or the id where there is none.
    var title: BilingualName { name ?? BilingualName(id.value.rawValue) }
}

extension String {
    /// Whether any of its letters is a Chinese one.
    fileprivate var isChinese: Bool { unicodeScalars.contains { (0x3400...0x9FFF).contains($0.value) } }
}
