/// What entries of a calendar say.
enum AgendaPhrase: Phrase {
    case deadline(String)
    case forecast(Moment, headroom: WorkLength)

    var wording: Wording {
        switch self {
        case .deadline(let name): Wording(en: "Deadline: \(name)", zh: "期限：\(name)")
        case .forecast(let moment, let headroom):
            Wording(
                en: "Forecast \(moment); headroom \(headroom, .spelled).",
                zh: "预计\(moment)完成，余量\(headroom, .spelled)。")
        }
    }
}
