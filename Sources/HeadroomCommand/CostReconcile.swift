import ArgumentParser
import Headroom

struct CostReconcileCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "reconcile",
        abstract: "The client's budget at the end of a month, from approved amount to headroom, closing to zero.",
        discussion: "A month that was closed is shown as it was reported beside what the books say of it now.")

    @Argument(help: "The job.")
    var job: String

    @Option(help: ArgumentHelp("The month.", valueName: "month"), transform: CommandDates.month)
    var month: CivilMonth

    @OptionGroup var store: StoreOption
    @OptionGroup var options: CommonOptions

    func run() throws {
        try options.deliver { try Answer.costReconcile(month, of: JobID(job), in: store.path) }
    }
}
