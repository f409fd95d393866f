import Diagnostics
import Interchange
import MediaSpend
import Reports
import WorkTime

extension Answer {
    /// The monthly paper on store checks (月店访和零售信息报告).
    ///
    /// - Throws: a `Rejection` with everything that is wrong with the files, a month in which no store was visited, a brand
    ///   or category that the file does not know.
    public static func storeChecks(on question: StoreCheckQuestion) throws(Rejection) -> Answer {
        let file = try StoreCheckFile(
            reading: .init(question.file.bytes, file: question.file.path),
            list: question.list.map { .init($0.bytes, file: $0.path) }, in: question.currency)
        try question.check(against: file.checks)
        let analysis = StoreCheckAnalysis(
            of: file.checks, in: question.month, category: question.category, client: question.brand)
        return Answer(
            name: question.paperName,
            findings: file.findings, isNegative: false, body: analysis.json,
            paper: StoreCheckPaper(analysis, source: question.file.name))
    }
}

extension StoreCheckQuestion {
    /// The stem of the paper's files. Of the category its letters and digits, with hyphens for all that stands between them.
    fileprivate var paperName: String {
        let part = (category ?? "").split { !$0.isLetter && !$0.isNumber }.joined(separator: "-")
        return "\(month).stores" + (part.isEmpty ? "" : ".\(part)")
    }

    /// - Throws: `store-check.month-not-visited`, `.unknown-category`, `.unknown-brand`.
    fileprivate func check(against checks: StoreChecks) throws(Rejection) {
        var findings = FindingList()
        let place = SourcePlace(file: file.path, line: 1, column: 1)
        func report(_ id: FindingID, _ message: String, _ advice: String) {
            findings.report(Finding(id, .error, message, advice: advice, at: place))
        }
        if !checks.months.contains(month) {
            report(
                "store-check.month-not-visited", "no store was visited in \(month)",
                "ask for one of the months there are: \(spans(of: checks.months))")
        }
        let isKnown = category.map(checks.categories.contains) ?? true
        if let category, !isKnown {
            report(
                "store-check.unknown-category", "the file knows no category “\(category)”",
                advice(for: category, among: checks.categories.filter { !$0.isEmpty }, "category"))
        }
        let brands = checks.brands(in: isKnown ? category : nil)
        if let brand, !brands.contains(brand) {
            report(
                "store-check.unknown-brand",
                "the file knows no brand “\(brand)”" + (isKnown ? category.map { " in “\($0)”" } ?? "" : ""),
                advice(for: brand, among: brands, "brand"))
        }
        try findings.throwIfErrors()
    }

    private func advice(for name: String, among names: [String], _ what: String) -> String {
        if names.isEmpty { return "add a column \(what) to the file, or leave --\(what) out" }
        if let nearest = nearestName(to: name, among: names) { return "is “\(nearest)” meant?" }
        return names.count <= 12
            ? "use one of: \(names.joined(separator: ", "))" : "write the name exactly as the file does"
    }
}
