/// One dimension of a cube: its members in order, and which of them each cell has.
struct CubeColumn: Hashable, Sendable {
    let dimension: SpendDimension
    /// What the members are called, in order: names by their Unicode scalars, months and days by time. Two members of
    /// one name differ by their key.
    var members: [Member]
    /// For each cell the position of its member.
    var cells: [UInt32]

    struct Member: Hashable, Sendable, Comparable {
        let name: String
        let key: String

        static func < (left: Member, right: Member) -> Bool {
            // By bytes: UTF-8 sorts as its scalars do, and “é” in one scalar or in two are two names.
            left.name.utf8.elementsEqual(right.name.utf8)
                ? left.key.utf8.lexicographicallyPrecedes(right.key.utf8)
                : left.name.utf8.lexicographicallyPrecedes(right.name.utf8)
        }
    }

    init(dimension: SpendDimension, members: [Member], cells: [UInt32]) {
        self.dimension = dimension
        self.members = members
        self.cells = cells
    }
}
