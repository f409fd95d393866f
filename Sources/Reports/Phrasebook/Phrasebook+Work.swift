import WorkTime

/// How a length of work is written.
public enum WorkStyle: Hashable, Sendable, CaseIterable {
    /// `3 days 2 h`, `3天2小时`.
    case plain
    /// `3 working days 2 h`, `3个工作日2小时`: where the reader might think of calendar days.
    case spelled
    /// `3 calendar days 2 h`, `3个自然日2小时`: for time around the clock, weekends included.
    case aroundTheClock
    /// `26 h`, `26小时`: without days, for the length of a day itself.
    case hours
    /// `3d 2h`, `3天2小时`: in narrow tables.
    case compact
}

extension Phrasebook {
    /// Days of the usual working day, then hours and minutes where there are any. Nothing at all is `0 days`;
    /// below zero it begins with a minus sign.
    public func work(_ length: WorkLength, _ style: WorkStyle = .plain) -> String {
        let minutes = Int(clamping: length.minutes.count.magnitude)
        let perDay = style == .hours ? Int.max : length.perDay.count > 0 ? length.perDay.count : 1_440
        let (days, rest) = minutes.quotientAndRemainder(dividingBy: perDay)
        var parts: [String] = []
        if style != .hours, days > 0 || rest == 0 { parts.append(workDays(days, style)) }
        if rest >= 60 || style == .hours && rest == 0 { parts.append(hours(rest / 60, style)) }
        if rest % 60 > 0 { parts.append(self.minutes(rest % 60, style)) }
        let sign = sign(isNegative: length.minutes.count < 0, isZero: false, signed: false)
        return sign + parts.joined(separator: language == .english ? " " : "")
    }

    private func workDays(_ days: Int, _ style: WorkStyle) -> String {
        let count = integer(days)
        return switch (language, style) {
        case (.english, .plain), (.english, .hours): "\(count) \(days == 1 ? "day" : "days")"
        case (.english, .spelled): "\(count) working \(days == 1 ? "day" : "days")"
        case (.english, .aroundTheClock): "\(count) calendar \(days == 1 ? "day" : "days")"
        case (.english, .compact): "\(count)d"
        case (.simplifiedChinese, .plain), (.simplifiedChinese, .hours), (.simplifiedChinese, .compact): "\(count)天"
        case (.simplifiedChinese, .spelled): "\(count)个工作日"
        case (.simplifiedChinese, .aroundTheClock): "\(count)个自然日"
        }
    }

    private func hours(_ hours: Int, _ style: WorkStyle) -> String {
        switch language {
        case .english: style == .compact ? "\(hours)h" : "\(hours) h"
        case .simplifiedChinese: "\(hours)小时"
        }
    }

    private func minutes(_ minutes: Int, _ style: WorkStyle) -> String {
        switch language {
        case .english: style == .compact ? "\(minutes)m" : "\(minutes) min"
        case .simplifiedChinese: "\(minutes)分钟"
        }
    }
}
