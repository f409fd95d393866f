extension Phrasebook {
    /// A value on an axis, short: `12.5M`, `1,250万`, `40%`.
    ///
    /// - Parameter decimals: how many tell neighbouring ticks apart, before shortening.
    func axisValue(_ value: Double, _ unit: ChartUnit, decimals: Int) -> String {
        switch unit {
        case .percent: percent(value, decimals: max(0, decimals - 2))
        case .number, .days, .money: shortened(value, decimals: decimals)
        }
    }

    /// What an axis counts, written at its end; `nil` when its values say it themselves.
    func axisTitle(_ unit: ChartUnit) -> String? {
        switch unit {
        case .number, .percent: nil
        case .money(let currency): currency
        case .days: language == .english ? "days" : "天"
        }
    }

    /// A number in thousands, millions and billions, in Chinese in 万 and 亿, from the size at which that is shorter.
    private func shortened(_ value: Double, decimals: Int) -> String {
        let sizes: [(Double, String)] =
            switch language {
            case .english: [(1e9, "bn"), (1e6, "M"), (1e3, "k")]
            case .simplifiedChinese: [(1e8, "亿"), (1e4, "万")]
            }
        guard let (size, name) = sizes.first(where: { value.magnitude >= $0.0 }), value.magnitude >= 10_000 else {
            return number(value, decimals: decimals)
        }
        let scaled = value / size
        let places = (0...2).first { (scaled * tenTo($0)).rounded() / tenTo($0) == scaled } ?? 2
        return number(scaled, decimals: places) + name
    }

    private func tenTo(_ exponent: Int) -> Double { exponent == 0 ? 1 : exponent == 1 ? 10 : 100 }
}
