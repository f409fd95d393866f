import Monetary
import WorkTime

/// The words, tables and formulas of the paper on taxes.
struct TaxWords {
    private let statement: TaxStatement
    private let table: TaxTable
    private let book: Phrasebook
    private let rows: [(entry: TaxStatement.Entry, rule: TaxRule, name: String)]

    init(_ statement: TaxStatement, _ table: TaxTable, _ book: Phrasebook) {
        self.statement = statement
        self.table = table
        self.book = book
        rows = statement.entries.compactMap { entry in
            guard let rule = try? table.rule(entry.tax, on: statement.day) else { return nil }
            return (entry, rule, book.language == .english ? rule.name : rule.chineseName)
        }
    }

    /// `China, advertising services / 中国广告服务` in the language of the paper.
    var tableName: String {
        inLanguage(table.name)
    }

    /// Of two texts with ` / ` between them the one in the language of the paper.
    private func inLanguage(_ text: String) -> String {
        let texts = text.split(separator: " / ", maxSplits: 1).map(String.init)
        return (book.language == .english ? texts.first : texts.last) ?? text
    }

    var headline: Report.Headline {
        let first: TaxPhrase =
            statement.due.isZero
            ? .nothingDue(receipts: statement.receipts, payments: statement.payments)
            : .due(statement.due, receipts: statement.receipts, payments: statement.payments)
        let forward = rows.compactMap { row -> TaxPhrase? in
            if row.entry.due.isNegative, let amount = try? -row.entry.due { return .carriedForward(row.name, amount) }
            return row.entry.unusedDeduction.isZero ? nil : .deductionLeft(row.name, row.entry.unusedDeduction)
        }
        return Report.Headline(([first] + forward).map { book.say($0) })
    }

    // MARK: Taxes

    /// A column for each tax, read downwards as it is computed.
    var taxTable: Table {
        let amounts: [(TaxPhrase, (TaxStatement.Entry) -> Money)] = [
            (.charged, \.charged), (.credited, \.credited), (.relief, \.relief), (.dueColumn, \.due),
        ]
        let rates = rows.map { book.cell(.percent(Double($0.rule.rate), decimals: $0.rule.rate.percentDecimals)) }
        return Table(
            "taxes", title: book.say(TaxPhrase.taxes),
            columns: [Column(book.say(TaxPhrase.tax))] + rows.map { Column($0.name, .money) },
            rows: [
                [Cell(book.say(TaxPhrase.base))] + rows.map { book.cell(.money($0.entry.base)) },
                [Cell(book.say(TaxPhrase.rate))] + rates,
            ]
                + amounts.map { phrase, amount in
                    let isDue = phrase.isDue
                    return [Cell(book.say(phrase), emphasis: isDue ? .strong : .plain)]
                        + rows.enumerated().map { index, row in
                            book.cell(.money(amount(row.entry)), isDue ? .strong : .plain)
                                .computed(by: isDue ? Self.due(inColumn: index + 1) : nil)
                        }
                }, remark: book.say(TaxPhrase.taxesRemark))
    }

    /// Charged less taken off less relief, which stand above it.
    private static func due(inColumn column: Int) -> Formula {
        .minus(.minus(.cell(row: 2, column: column), .cell(row: 3, column: column)), .cell(row: 4, column: column))
    }

    // MARK: Proof

    private var proofs: [(phrase: TaxPhrase, proof: Proof)] {
        rows.flatMap { row -> [(TaxPhrase, Proof)] in
            var proofs: [(TaxPhrase, Proof)] = []
            if row.rule.base == .price,
                let proof = try? Proof(of: statement.receipts, as: [row.entry.base, row.entry.charged])
            {
                proofs.append((.priceAndTax(row.name), proof))
            }
            if let proof = try? row.entry.proof() { proofs.append((.partsAreWhole(row.name), proof)) }
            return proofs
        }
    }

    var proofTable: Table {
        Table(
            "proof", title: book.say(TaxPhrase.proof),
            columns: [
                Column(book.say(TaxPhrase.proof)), Column(book.say(TaxPhrase.parts), .money),
                Column(book.say(TaxPhrase.whole), .money), Column(book.say(TaxPhrase.difference), .money),
            ],
            rows: proofs.enumerated().map { index, line in
                let sum = (try? line.proof.parts.map(\.amount).total(in: line.proof.whole.currency)) ?? line.proof.whole
                return [
                    Cell(book.say(line.phrase)), book.cell(.money(sum)), book.cell(.money(line.proof.whole)),
                    book.cell(.money(line.proof.difference), line.proof.holds ? .kept : .missed).computed(
                        by: .minus(.cell(row: index, column: 2), .cell(row: index, column: 1))),
                ]
            })
    }

    var proofSentence: String {
        book.say(proofs.allSatisfy(\.proof.holds) ? TaxPhrase.proofHolds : .proofFails)
    }

    // MARK: Sources

    var sourceTable: Table {
        Table(
            "sources", title: book.say(TaxPhrase.sources),
            columns: [
                Column(book.say(TaxPhrase.tax)), Column(book.say(TaxPhrase.holdsFrom), .date),
                Column(book.say(TaxPhrase.holdsThrough), .date), Column(book.say(TaxPhrase.source)),
                Column(book.say(TaxPhrase.lookedUp)),
            ],
            rows: rows.flatMap { row -> [[Cell]] in
                let rule = row.rule
                let relief = rule.relief(on: statement.day).map { relief in
                    source(
                        book.say(TaxPhrase.reliefOf(row.name, share: Double(relief.share))), relief.from,
                        relief.through,
                        relief.source, relief.isVerified)
                }
                let first = source(row.name, rule.from, rule.through, rule.source, rule.isVerified)
                return [first] + [relief].compactMap(\.self)
            })
    }

    private func source(
        _ name: String, _ from: CivilDay, _ through: CivilDay?, _ source: String?, _ isVerified: Bool
    ) -> [Cell] {
        [
            Cell(name), book.cell(.day(from)),
            through.map { book.cell(.day($0)) } ?? Cell(book.say(TaxPhrase.open), emphasis: .muted),
            Cell(source.map(inLanguage) ?? ""),
            isVerified ? Cell(book.say(.yes)) : Cell(book.say(TaxPhrase.notLookedUp), emphasis: .missed),
        ]
    }
}

extension Rate {
    /// How many decimals say this rate in per cent, at most 4: none for 6 %, one for 6.5 %.
    fileprivate var percentDecimals: Int {
        var scale: Int128 = 100
        for decimals in 0..<4 {
            if (scale * (numerator % denominator)) % denominator == 0 { return decimals }
            scale *= 10
        }
        return 4
    }
}

extension TaxPhrase {
    fileprivate var isDue: Bool { if case .dueColumn = self { true } else { false } }
}
