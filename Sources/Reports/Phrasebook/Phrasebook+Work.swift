import WorkTime

/// How a length of work is written.
public enum WorkStyle: Hashable, Sendable, CaseIterable {
    /// `3 days 2 h`, `3天2小时`.
    case plain
    /// `3 working days 2 h`, `3个工作日2小时`: where the reader might think of calendar days.
    case spelled
    /// `3d 2h`, `3天2小时`: in narrow tables.
    case compact
}

extension Phrasebook {
    /// Days of the usual working day, then hours and minutes where there are any. Nothing at all is `0 days`;
    /// below zero it begins with a minus sign.
    public func work(_ length: WorkLength, _ style: WorkStyle = .plain) -> String {
        let minutes = Int(clamping: length.minutes.count.magnitude)
        let perDay = length.perDay.count > 0 ? length.perDay.count : 1_440
        let (days, rest) = minutes.quotientAndRemainder(dividingBy: perDay)
        var parts: [String] = []
        if days > 0 || rest == 0 { parts.append(workDays(days, style)) }
        if rest >= 60 { parts.append(hours(rest / 60, style)) }
        if rest % 60 > 0 { parts.append(self.minutes(rest % 60, style)) }
        let sign = sign(isNegative: length.minutes.count < 0, isZero: false, signed: false)
        return sign + parts.joined(separator: language == .english ? " " : "")
    }

    private func workDays(_ days: Int, _ style: WorkStyle) -> String {
        let count = integer(days)
        return switch (language, style) {
        case (.english, .plain): "\(count) \(days == 1 ? "day" : "days")"
        case (.english, .spelled): "\(count) working \(days == 1 ? "day" : "days")"
        case (.english, .compact): "\(count)d"
        case (.simplifiedChinese, .plain), (.simplifiedChinese, .compact): "\(count)天"
        case (.simplifiedChinese, .spelled): "\(count)个工作日"
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
