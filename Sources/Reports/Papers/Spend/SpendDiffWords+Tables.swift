import MediaSpend
import Monetary
import WorkTime

extension SpendDiffWords {
    var kinds: Table {
        let counts = comparison.counts
        let rows: [(SpendDiffPhrase, Int)] = [
            (.same, counts.same), (.named(.changed), counts.changed), (.named(.reclassified), counts.reclassified),
            (.named(.rekeyed), counts.rekeyed), (.named(.vanished), counts.vanished),
            (.named(.lateAdded), counts.lateAdded), (.named(.new), counts.new), (.renamed, counts.renamed),
            (.repriced, counts.repriced),
        ]
        return Table(
            "kinds", title: book.say(SpendDiffPhrase.kinds), columns: [column(.kind), column(.rows, .integer)],
            rows: rows.map { [Cell(book.say($0.0)), book.cell(.integer($0.1))] },
            remark: book.list(
                sentences: [book.say(SpendDiffPhrase.kindsRemark)]
                    + (comparison.identity.isKeyed ? [] : [book.say(SpendDiffPhrase.likeRowsRemark)])))
    }

    var months: Table {
        Table(
            "months", title: book.say(SpendDiffPhrase.months),
            columns: [
                Column(book.say(.month), .date), amounts(.before), amounts(.after),
                amounts(.change),
            ],
            rows: comparison.months.map { line in
                [
                    book.cell(.month(line.month)), money(line.before, else: .notCovered), money(line.after),
                    line.before.map { change(from: $0, to: line.after) } ?? absent(SpendDiffPhrase.notCovered),
                ]
            }, rowLimit: 40,
            remark: comparison.counts.new > 0
                ? book.say(SpendDiffPhrase.newRowsRemark(comparison.counts.new)) : nil)
    }

    var changes: Table? {
        guard !comparison.lines.isEmpty else { return nil }
        return Table(
            "changes", title: book.say(SpendDiffPhrase.changes),
            columns: [
                column(.kind), Column(book.say(.month), .date, importance: .useful), column(.row),
                amounts(.before), amounts(.after), amounts(.change),
            ],
            rows: comparison.lines.map { line in
                [
                    Cell(book.say(SpendDiffPhrase.named(line.kind))), book.cell(.month(line.month)),
                    Cell(line.names.filter { !$0.isEmpty }.joined(separator: " · ")),
                    money(line.before, else: .notInOld), money(line.after, else: .notInNew),
                    change(from: line.before, to: line.after),
                ]
            }, rowLimit: 25)
    }

    var renames: Table? {
        guard !comparison.renames.isEmpty else { return nil }
        return Table(
            "renames", title: book.say(SpendDiffPhrase.renames),
            columns: [column(.what), column(.key), column(.from), column(.to)],
            rows: comparison.renames.map { rename in
                [
                    Cell(book.say(SpendDimensionPhrase(rename.dimension))), Cell(rename.key), Cell(rename.from),
                    Cell(rename.to),
                ]
            }, rowLimit: 40)
    }

    var rekeys: Table? {
        guard !comparison.rekeys.isEmpty else { return nil }
        return Table(
            "rekeys", title: book.say(SpendDiffPhrase.rekeys),
            columns: [
                column(.what), column(.from), column(.to), column(.rows, .integer),
                amounts(headed: book.say(SpendPhrase.spend)),
            ],
            rows: comparison.rekeys.map { rekey in
                [
                    Cell(book.list(rekey.dimensions.map { book.say(SpendDimensionPhrase($0)) })),
                    Cell(rekey.from.joined(separator: " · ")), Cell(rekey.to.joined(separator: " · ")),
                    book.cell(.integer(rekey.rows)), money(rekey.spend),
                ]
            }, rowLimit: 40)
    }

    var reclassifications: Table? {
        guard !comparison.reclassifications.isEmpty else { return nil }
        return Table(
            "reclassifications", title: book.say(SpendDiffPhrase.reclassifications),
            columns: [
                column(.what), column(.from), column(.to), column(.rows, .integer),
                amounts(headed: book.say(SpendPhrase.spend)),
            ],
            rows: comparison.reclassifications.map { way in
                [
                    Cell(book.say(SpendDimensionPhrase(way.dimension))), Cell(way.from), Cell(way.to),
                    book.cell(.integer(way.rows)), money(way.spend),
                ]
            }, rowLimit: 40)
    }

    var repricings: Table? {
        guard !comparison.repricings.isEmpty else { return nil }
        return Table(
            "repricings", title: book.say(SpendDiffPhrase.repricings),
            columns: [
                column(.what), column(.rows, .integer), amounts(.before), amounts(.after),
                column(.factor, .number),
            ],
            rows: comparison.repricings.map { repricing in
                [
                    Cell(repricing.name ?? book.say(SpendDiffPhrase.everything)), book.cell(.integer(repricing.rows)),
                    money(repricing.before), money(repricing.after),
                    book.cell(.number(repricing.factor, decimals: 4)),
                ]
            }, rowLimit: 40)
    }
}
