import ArgumentParser
import Headroom

struct PlanNew: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "new", abstract: "Begin a plan, as a file to edit: from a template, or composed for your dates.",
        discussion: """
            With --on-air a plan is composed of procedures for your dates, markets and vehicles, and you are told whether it can \
            be kept; without --start it begins ten days of work before the latest safe start. "headroom plan new procedure \
            creative" prints a procedure to edit and to hand back with --procedure-file.
            """)

    /// Asks for a procedure instead of a plan.
    private static let procedure = "procedure"

    @Argument(
        help: ArgumentHelp(
            "The template: \(PlanTemplate.all.map(\.name).joined(separator: ", ")); or “procedure”, to print one.",
            valueName: "template"))
    var template: String

    @Argument(help: "The procedure to print: \(ProcedureShelf.seeds.names.joined(separator: ", ")).")
    var printed: String?

    @OptionGroup(title: "Composing a plan") var answers: NewPlanAnswers

    @Option(name: .shortAndLong, help: ArgumentHelp("Write it here instead of standard output.", valueName: "file"))
    var output: String?

    @Flag(help: "Replace the file if it is there.")
    var force = false

    @OptionGroup var screen: ScreenOptions

    func validate() throws {
        if template == Self.procedure { return try validateProcedure() }
        if let printed {
            throw ValidationError("“\(printed)” is one word too many; only  procedure  takes a second one")
        }
        let names = PlanTemplate.all.map(\.name)
        guard names.contains(template) else { throw unknown("template", template, among: names + [Self.procedure]) }
        try answers.check(for: template)
    }

    private func validateProcedure() throws {
        let names = ProcedureShelf.seeds.names
        guard let printed else {
            throw ValidationError("name the procedure: \(names.joined(separator: ", "))")
        }
        guard names.contains(printed) else { throw unknown("procedure", printed, among: names) }
        if answers.areGiven {
            throw ValidationError("a procedure is printed as it is; only plans take dates and markets")
        }
    }

    private func unknown(_ kind: String, _ name: String, among names: [String]) -> ValidationError {
        let nearest = nearestName(to: name, among: names)
        return ValidationError(
            "there is no \(kind) “\(name)”; "
                + (nearest.map { "did you mean \($0)?" } ?? "use \(names.joined(separator: ", "))"))
    }

    func run() throws {
        do {
            try screen.reportingFaults {
                guard let request = answers.request(for: template) else { return try deliver(fixedFile) }
                let shelf = try ProcedureShelf(adding: answers.procedureFiles.map { try InputFile(reading: $0) })
                let plan = try NewPlan(request, shelf: shelf)
                try deliver(plan.file)
                screen.print(plan.findings)
                if !screen.quiet { Terminal.printError(plan.outlook.sentences) }
            }
        } catch let unknown as UnknownName {
            throw ValidationError("\(unknown)")
        }
    }

    /// A template or a procedure, as it comes with the program.
    private var fixedFile: PlanTemplate? {
        template == Self.procedure
            ? printed.flatMap { PlanTemplate(procedure: $0) } : PlanTemplate(named: template)
    }

    private func deliver(_ file: PlanTemplate?) throws {
        guard let file else { return }
        guard let output else { return try Terminal.printOutput(file.text, terminator: "") }
        try file.write(to: output, replacing: force)
    }
}
