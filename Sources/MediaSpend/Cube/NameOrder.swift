package import WorkTime

/// Where each code of a dimension stands among all of its names: found once for many cubes.
package struct NameOrder: Sendable {
    /// In their order.
    let members: [CubeColumn.Member]
    /// The place of each code, from ``base`` on.
    private let ranks: [UInt32]
    private let base: UInt32

    /// The order of names.
    package init(_ table: NameTable) {
        let names = (0..<UInt32(table.count)).map { code in
            SortableName(code: code, member: CubeColumn.Member(name: table.name(of: code), key: table.key(of: code)))
        }.sorted()
        var ranks = [UInt32](repeating: 0, count: names.count)
        for (rank, name) in names.enumerated() { ranks[Int(name.code)] = UInt32(rank) }
        self.init(members: names.map(\.member), ranks: ranks, base: 0)
    }

    /// The order of months.
    package init(_ months: ClosedRange<CivilMonth>) {
        let members = months.map { CubeColumn.Member(name: $0.description, key: $0.description) }
        self.init(
            members: members, ranks: Array(0..<UInt32(members.count)), base: CalendarCode.of(months.lowerBound))
    }

    private init(members: [CubeColumn.Member], ranks: [UInt32], base: UInt32) {
        self.members = members
        self.ranks = ranks
        self.base = base
    }

    /// - Precondition: the code has a name.
    @inline(__always)
    func rank(of code: UInt32) -> UInt32 { ranks[Int(code - base)] }
}

/// A name with its first eight bytes, which tell most names apart at once. UTF-8 sorts as its scalars do.
private struct SortableName: Comparable {
    let code: UInt32
    let member: CubeColumn.Member
    private let start: UInt64

    init(code: UInt32, member: CubeColumn.Member) {
        self.code = code
        self.member = member
        var start: UInt64 = 0
        for (place, byte) in member.name.utf8.prefix(8).enumerated() { start |= UInt64(byte) << UInt64(56 - 8 * place) }
        self.start = start
    }

    static func < (left: Self, right: Self) -> Bool {
        left.start == right.start ? left.member < right.member : left.start < right.start
    }

    static func == (left: Self, right: Self) -> Bool { left.code == right.code }
}
