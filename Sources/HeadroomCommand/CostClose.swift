import ArgumentParser
import Headroom

struct CostCloseCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "close",
        abstract: "Close a month of a job: keep its figures as they are reported.",
        discussion: "Months are closed in their order. One that has changed since is closed again, as its next edition."
    )

    @Argument(help: "The job.")
    var job: String

    @Option(help: ArgumentHelp("The month.", valueName: "month"), transform: CommandDates.month)
    var month: CivilMonth

    @Option(help: ArgumentHelp("The day of closing.", valueName: "date"), transform: CommandDates.day)
    var on: CivilDay

    @Option(help: ArgumentHelp("Who closes it.", valueName: "name"), transform: CommandDates.name)
    var by: String

    @OptionGroup var store: StoreOption
    @OptionGroup var options: CommonOptions

    func run() throws {
        try options.deliver { try Answer.costClose(month, of: JobID(job), on: on, by: by, in: store.path) }
    }
}
