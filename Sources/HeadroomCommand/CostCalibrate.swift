import ArgumentParser
import Headroom

struct CostCalibrateCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "calibrate",
        abstract: "How well cost forecasts came true on finished jobs, against the plain rules.")

    @Option(
        help: ArgumentHelp(
            "The jobs to judge: projects.csv, and for each job ID.csv, ID_pv_daily.csv and ID_tracking.csv.",
            valueName: "dir"))
    var folder: String

    @Option(help: ArgumentHelp("Finished jobs to learn from. Default: the others of the folder.", valueName: "dir"))
    var reference: String?

    @Flag(name: .customLong("leave-one-out"), help: "Learn from the other jobs of the folder, beside the reference.")
    var leavesOneOut = false

    @Option(
        name: .customLong("csv"),
        help: ArgumentHelp("Write every forecast here, one row a job, status and method.", valueName: "file"))
    var rows: String?

    @OptionGroup var options: CommonOptions

    func run() throws {
        try options.deliver {
            let calibration = try CostCalibration(
                of: CostCalibrationRequest(folder: folder, reference: reference, leavesOneOut: leavesOneOut),
                workers: options.workers)
            if let rows { try calibration.writeRows(to: rows) }
            return calibration.answer
        }
    }
}
