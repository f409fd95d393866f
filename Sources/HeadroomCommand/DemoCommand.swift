import ArgumentParser
import Headroom

struct DemoCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "demo",
        abstract: "Everything on the embedded examples: papers in both languages, and a sentence on each.")

    @Argument(help: "The folder for the papers.")
    var folder = "demo"

    @Option(
        help: ArgumentHelp("The language of the sentences: en or zh-Hans.", valueName: "tag"),
        transform: CommonOptions.language)
    var language: Language = .english

    @OptionGroup var screen: ScreenOptions

    func run() throws {
        try screen.reportingFaults {
            for answer in try Demo(folder: folder).answers() {
                for language in Language.allCases {
                    _ = try answer.write(as: [.html, .xlsx], in: language, to: folder)
                }
                _ = try answer.write(as: [.json], in: language, to: folder)
                print(answer.report(in: language).headline.sentences.first ?? answer.name)
            }
            print(
                "The papers are in \(folder)/, in English and Chinese; \(folder)/examples/README.md says what each was made from."
            )
        }
    }
}
