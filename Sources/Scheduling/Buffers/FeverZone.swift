/// How worrying the consumption of a buffer is.
public enum FeverZone: String, Hashable, Sendable, CaseIterable, Comparable {
    /// Nothing to do.
    case green
    /// Find out why, and plan what would win time.
    case yellow
    /// Do it.
    case red

    public static func < (left: Self, right: Self) -> Bool { left.rank < right.rank }

    private var rank: Int { Self.allCases.firstIndex(of: self) ?? 0 }
}

/// A border between two zones: how much of the buffer may be consumed at the beginning of the chain, and how much at its end.
///
/// In hundredths of a per cent, 0…10,000; in between along a straight line.
public struct FeverLine: Hashable, Sendable {
    public var atStart: Int
    public var atEnd: Int

    public init(atStart: Int, atEnd: Int) {
        self.atStart = atStart
        self.atEnd = atEnd
    }

    /// The share of the buffer on the line, where a share of the chain is done; both 0…1.
    public func consumption(atProgress progress: Double) -> Double {
        (Double(atStart) + Double(atEnd - atStart) * progress) / 10_000
    }

    /// Whether the consumption of a buffer lies above the line: exactly, not by rounded shares.
    ///
    /// - Precondition: the buffer and all work are above zero.
    func isPassed(consumed: Int, of size: Int, done: Int, of all: Int) -> Bool {
        let line = Int128(atStart) * Int128(all) + Int128(atEnd - atStart) * Int128(done)
        return Int128(consumed) * 10_000 * Int128(all) > Int128(size) * line
    }
}

/// Where the zones of the fever chart begin.
public struct FeverLimits: Hashable, Sendable {
    public var yellow: FeverLine
    /// Nowhere below ``yellow``.
    public var red: FeverLine

    public init(yellow: FeverLine, red: FeverLine) {
        self.yellow = yellow
        self.red = red
    }

    /// Yellow from nothing to 70 %, red from 30 % to 90 %: a late beginning is worth a look, and before the end there is
    /// time left to act.
    ///
    /// - Source: ProChain Solutions, Fever chart regions: yellow begins at the origin, red at 10 to 40 %, and it ends
    ///   before the buffer does.
    public static let usual = FeverLimits(
        yellow: FeverLine(atStart: 0, atEnd: 7_000), red: FeverLine(atStart: 3_000, atEnd: 9_000))

    /// - Parameters:
    ///   - size: above zero.
    ///   - all: above zero.
    func zone(consumed: Int, of size: Int, done: Int, of all: Int) -> FeverZone {
        if red.isPassed(consumed: consumed, of: size, done: done, of: all) { return .red }
        return yellow.isPassed(consumed: consumed, of: size, done: done, of: all) ? .yellow : .green
    }
}
