import ArgumentParser
import Headroom

struct PlanNew: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "new", abstract: "Begin a plan from a template, as a file to edit.")

    @Argument(help: "The template: \(PlanTemplate.all.map(\.name).joined(separator: ", ")).")
    var template: String

    @Option(name: .shortAndLong, help: ArgumentHelp("Write it here instead of standard output.", valueName: "file"))
    var output: String?

    @Flag(help: "Replace the file if it is there.")
    var force = false

    @OptionGroup var screen: ScreenOptions

    func validate() throws {
        guard PlanTemplate(named: template) == nil else { return }
        let names = PlanTemplate.all.map(\.name)
        let nearest = nearestName(to: template, among: names)
        throw ValidationError(
            "there is no template “\(template)”; "
                + (nearest.map { "did you mean \($0)?" } ?? "use \(names.joined(separator: ", "))"))
    }

    func run() throws {
        guard let template = PlanTemplate(named: template) else { return }
        try screen.reportingFaults {
            guard let output else { return try Terminal.printOutput(template.text, terminator: "") }
            try template.write(to: output, replacing: force)
        }
    }
}
