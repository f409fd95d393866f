import ArgumentParser

struct Cost: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "What a job will cost, while it can still be changed.",
        subcommands: [
            CostEstimateCommand.self, CostApproveCommand.self,
            CostPostCommand.self, CostCloseCommand.self, CostReconcileCommand.self, CostJournalCommand.self,
            CostForecastCommand.self, CostCalibrateCommand.self,
            CostStatusCommand.self, CostRequestCommand.self, CostPaceCommand.self, CostTaxCommand.self,
        ])
}
