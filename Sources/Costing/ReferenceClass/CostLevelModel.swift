/// A view of how the costs of jobs come about, fitted to a class.
protocol CostLevelModel: Sendable {
    /// How likely each final level, ln(final cost ÷ budget), is together with what a job's path shows: prior density times
    /// likelihood. Their area is the evidence for the path.
    func density(of levels: [Double], given path: CostPath) -> [Double]
}
