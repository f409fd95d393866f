import Workflow

/// What a timetable says of its vehicles.
enum VehiclePhrase: Phrase {
    case heading
    case introduction
    case due
    case vehicle
    case what
    case doneBy
    case latestStart
    case kind(VehicleDeadline.Kind)

    var wording: Wording {
        switch self {
        case .heading: Wording(en: "Critical dates", zh: "关键日期")
        case .introduction:
            Wording(
                en: """
                    By when each vehicle wants what, the earliest first. Whoever starts by the latest safe start, and \
                    needs no longer than planned, keeps every promise of the plan.
                    """,
                zh: "各载体的截止日期，由近及远。最迟安全开始：在此之前开始、且用时不超过计划，所有承诺都能兑现。")
        case .due: Wording(en: "Due", zh: "截止")
        case .vehicle: Wording(en: "Vehicle", zh: "载体")
        case .what: Wording(en: "What", zh: "事项")
        case .doneBy: Wording(en: "Done by", zh: "对应活动")
        case .latestStart: Wording(en: "Latest safe start", zh: "最迟安全开始")
        case .kind(.booking): Wording(en: "booking", zh: "订位")
        case .kind(.material): Wording(en: "material", zh: "材料")
        case .kind(.clearance): Wording(en: "clearance", zh: "广告审批")
        case .kind(.cancellation): Wording(en: "cancellation", zh: "撤单")
        }
    }
}
