import MediaSpend

extension MonthFileWriter {
    /// A column of a written month file.
    struct Column {
        let name: String
        let content: Content

        enum Content {
            /// What decides the month.
            case month
            case day
            case name(SpendDimension)
            /// By which names are told apart.
            case key(SpendDimension)
            case insertions
            case spend
            case currency
            /// The amounts of control rows.
            case control
            /// What every row that counts says.
            case constant(String)
            /// Needed by the layout, and not kept.
            case nothing
        }

        /// Where no layout is known.
        static let plain: [Column] =
            SpendDimension.allCases.map { dimension in
                switch dimension {
                case .month: Column(name: dimension.rawValue, content: .month)
                case .day: Column(name: dimension.rawValue, content: .day)
                default: Column(name: dimension.rawValue, content: .name(dimension))
                }
            } + [
                Column(name: "insertions", content: .insertions), Column(name: "spend", content: .spend),
                Column(name: "currency", content: .currency),
            ]

        /// The columns that a layout reads, each once: where it reads several things from one, the first of them says
        /// what stands there.
        static func all(of layout: Layout) -> [Column] {
            var columns = layout.month.column.map { [Column(name: $0, content: .month)] } ?? []
            for dimension in SpendDimension.allCases {
                guard case .column(let column) = layout.dimensions[dimension] else { continue }
                if let key = column.key { columns.append(Column(name: key, content: .key(dimension))) }
                columns.append(Column(name: column.name, content: dimension == .day ? .day : .name(dimension)))
            }
            if let insertions = layout.insertions { columns.append(Column(name: insertions, content: .insertions)) }
            columns.append(Column(name: layout.spend, content: .spend))
            if let control = layout.rows.control { columns.append(Column(name: control.column, content: .control)) }
            if case .column(let name) = layout.currency { columns.append(Column(name: name, content: .currency)) }
            columns += layout.rows.only.map { Column(name: $0.column, content: .constant($0.text)) }
            columns += layout.key.map { Column(name: $0, content: .nothing) }
            var seen: Set<String> = []
            return columns.filter { seen.insert($0.name.lowercased()).inserted }
        }
    }
}
