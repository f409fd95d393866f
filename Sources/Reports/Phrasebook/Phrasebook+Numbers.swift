extension Phrasebook {
    /// `-1,234,567` with a true minus sign.
    public func integer(_ count: Int, signed: Bool = false) -> String {
        sign(isNegative: count < 0, isZero: count == 0, signed: signed) + grouped(String(count.magnitude))
    }

    /// A number with exactly this many decimals, halves away from zero; “n/a” when it is not finite.
    ///
    /// Numbers too large to have decimals are written as Swift writes them.
    public func number(_ value: Double, decimals: Int, signed: Bool = false) -> String {
        guard value.isFinite else { return say(.notAvailable) }
        guard let digits = Decimals(rounding: value, places: decimals) else { return "\(value)" }
        return sign(isNegative: value < 0, isZero: digits.isZero, signed: signed) + grouped(digits.whole)
            + (decimals > 0 ? "." + digits.part : "")
    }

    /// A fraction as per cent: 0.125 is `12.5%`.
    public func percent(_ fraction: Double, decimals: Int = 1, signed: Bool = false) -> String {
        guard (fraction * 100).isFinite else { return say(.notAvailable) }
        return number(fraction * 100, decimals: decimals, signed: signed) + "%"
    }

    /// A difference of fractions: 0.012 is `+1.2 pp`, `+1.2个百分点`.
    public func points(_ difference: Double, decimals: Int = 1) -> String {
        guard (difference * 100).isFinite else { return say(.notAvailable) }
        let amount = number(difference * 100, decimals: decimals, signed: true)
        return language == .english ? "\(amount) pp" : "\(amount)个百分点"
    }

    func sign(isNegative: Bool, isZero: Bool, signed: Bool) -> String {
        isZero ? "" : isNegative ? "−" : signed ? "+" : ""
    }

    /// Digits in threes from the right.
    func grouped(_ digits: some StringProtocol) -> String {
        var groups: [Substring] = []
        var rest = Substring(digits)
        while rest.count > 3 {
            groups.append(rest.suffix(3))
            rest = rest.dropLast(3)
        }
        return ([rest] + groups.reversed()).joined(separator: ",")
    }
}

/// The decimal digits of a rounded number, without its sign.
struct Decimals {
    let whole: String
    let part: String

    var isZero: Bool { (whole + part).allSatisfy { $0 == "0" } }

    /// Rounds halves away from zero. `nil` when the scaled number passes 2⁵³, beyond which decimals mean nothing.
    init?(rounding value: Double, places: Int) {
        let places = min(max(0, places), 15)
        var scale = 1
        for _ in 0..<places { scale *= 10 }
        let scaled = (value.magnitude * Double(scale)).rounded(.toNearestOrAwayFromZero)
        guard scaled < 9_007_199_254_740_992 else { return nil }
        let (quotient, remainder) = Int(scaled).quotientAndRemainder(dividingBy: scale)
        whole = String(quotient)
        let digits = String(remainder)
        part = String(repeating: "0", count: max(0, places - digits.count)) + (places > 0 ? digits : "")
    }
}
