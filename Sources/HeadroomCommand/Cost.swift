import ArgumentParser

struct Cost: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "What a job will cost, while it can still be changed.",
        subcommands: [
            CostEstimateCommand.self, CostApproveCommand.self, CostForecastCommand.self,
            CostPostCommand.self, CostJournalCommand.self, CostCloseCommand.self, CostReconcileCommand.self,
        ])
}
