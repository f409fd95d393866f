import Testing

@testable import MediaSpend

@Suite("Filters over codes")
struct CodeFilterTests {
    private let brands: [UInt32] = [3, 1, 3, 0, 2]
    private let media: [UInt32] = [5, 5, 9, 5, 9]

    private func rows(_ filter: CodeFilter) -> [UInt32]? {
        filter.passingRows(of: 5) { $0 == .brand ? brands : media }
    }

    @Test("pass the rows of which each code is admitted")
    func passing() {
        let brand = CodeFilter.all.narrowed(to: [3, 2, 77], in: .brand)
        #expect(rows(brand) == [0, 2, 4])
        #expect(rows(brand.narrowed(to: [9], in: .medium)) == [2, 4])
        #expect(rows(brand.narrowed(to: [2], in: .brand)) == [4])
        #expect(rows(brand.narrowed(to: [], in: .medium)) == [])
        #expect(rows(brand.narrowed(to: [4, 100], in: .medium)) == [])
    }

    @Test("say so where all rows pass, and ask for no column that they do not look at")
    func everything() {
        #expect(rows(.all) == nil)
        #expect(rows(CodeFilter.all.narrowed(to: [0, 1, 2, 3], in: .brand)) == nil)
        let filter = CodeFilter.all.narrowed(to: [4, 5, 6, 9], in: .medium)
        let all = filter.passingRows(of: 5) { dimension in
            #expect(dimension == .medium)
            return media
        }
        #expect(all == nil)
    }

    @Test("need not look at a column whose every code passes")
    func needed() {
        let filter = CodeFilter.all.narrowed(to: [4, 5, 6, 9], in: .month).narrowed(to: [], in: .brand)
        #expect(filter.needed(.month, within: 4...6).admitted.keys.sorted() == [.brand])
        #expect(filter.needed(.month, within: 4...7).admitted[.month] == [4, 5, 6, 9])
        #expect(filter.needed(.month, within: 9...9).admitted[.month] == nil)
        #expect(filter.needed(.brand, within: 0...0).admitted[.brand] == [])
        #expect(filter.needed(.medium, within: 0...9).admitted.count == 2)
        #expect(!filter.mayPass(.brand, in: 0...9) && filter.mayPass(.month, in: 7...9))
    }
}
