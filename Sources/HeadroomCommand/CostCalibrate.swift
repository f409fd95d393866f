import ArgumentParser
import Headroom

struct CostCalibrateCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "calibrate",
        abstract: "How well cost forecasts came true on finished jobs, against the plain rules.",
        discussion: """
            Judged are the closed jobs of the workspace, or with --folder those of a folder. Each is forecast without itself, by \
            the class among the others that a forecast of it would choose.
            """)

    @Option(
        help: ArgumentHelp(
            """
            The jobs to judge: projects.csv, and for each job ID.csv, ID_pv_daily.csv and ID_tracking.csv. Default: the closed \
            jobs of the workspace.
            """,
            valueName: "dir"))
    var folder: String?

    @Option(help: ArgumentHelp("Finished jobs to learn from. Default: the others of those judged.", valueName: "dir"))
    var reference: String?

    @Flag(name: .customLong("leave-one-out"), help: "Learn from the others of those judged, too, beside the reference.")
    var leavesOneOut = false

    @Option(
        name: .customLong("csv"),
        help: ArgumentHelp("Write every forecast here, one row a job, status and method.", valueName: "file"))
    var rows: String?

    @OptionGroup var store: StoreOption
    @OptionGroup var options: CommonOptions

    func run() throws {
        try options.deliver {
            let calibration = try CostCalibration(
                of: CostCalibrationRequest(
                    source: folder.map { .folder($0) } ?? .workspace(store.path), reference: reference,
                    leavesOneOut: leavesOneOut),
                workers: options.workers)
            if let rows { try calibration.writeRows(to: rows) }
            return calibration.answer
        }
    }
}
