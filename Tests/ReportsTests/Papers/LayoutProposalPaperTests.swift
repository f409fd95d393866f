import MediaSpend
import Reports
import Testing

@Suite("The paper on a proposed layout")
struct LayoutProposalPaperTests {
    private static let kinds: [ColumnKind] =
        [.empty, .month, .monthNumber, .quarter, .year, .amount, .wholeNumber, .name(distinct: 1), .name(distinct: 7)]
        + DateFormat.allCases.map(ColumnKind.day)

    private static let roles: [ColumnRole] =
        SpendDimension.allCases.map(ColumnRole.dimension) + SpendDimension.named.map(ColumnRole.key)
        + [.spend, .insertions, .currency, .spendOfMedium("TV"), .ignored]

    private func report(in language: Language) -> Report {
        let columns = (0..<max(Self.kinds.count, Self.roles.count)).map { number in
            LayoutProposal.Column(
                name: "column \(number)", kind: Self.kinds[number % Self.kinds.count],
                role: Self.roles[number % Self.roles.count], examples: ["a", "b"])
        }
        let proposal = LayoutProposal(
            text: "name: x\n", encoding: .gb18030, delimiter: .tab, headerLine: 3, lines: 1, columns: columns,
            assumptions: LayoutProposal.Assumption.allCases)
        return LayoutProposalPaper(proposal, file: "x.csv").report(in: language)
    }

    @Test("every column and every assumption is said in both languages")
    func languages() throws {
        let (english, chinese) = (report(in: .english), report(in: .simplifiedChinese))
        #expect(english.headline.sentences[0] == "Line 3 names the columns; this rests on 1 line below it.")
        #expect(chinese.headline.sentences[1].contains("\(LayoutProposal.Assumption.allCases.count)处"))
        let (left, right) = (try #require(english.tables.first), try #require(chinese.tables.first))
        #expect(left.rows.count == right.rows.count && left.rows.count == max(Self.kinds.count, Self.roles.count))
        for (row, other) in zip(left.rows, right.rows) {
            #expect(row[0] == other[0] && row[1] != other[1] && row[2] != other[2])
        }
    }
}
