import ArgumentParser
import Headroom

struct CostApproveCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "approve",
        abstract: "Keep that a version of an estimate was signed or abandoned.",
        discussion: """
            The agency signs before the client. What the client has signed is approved, and never changed: more is a change \
            order, the next version. An abandoned version is kept, with its number.
            """)

    @Argument(
        help: ArgumentHelp(
            "The estimate, which must be as it was proposed, or the id of the job.", valueName: "file or job"))
    var subject: String

    @Option(help: ArgumentHelp("When it was signed.", valueName: "date"), transform: CommandDates.day)
    var on: CivilDay

    @Option(
        name: .customLong("internal"), help: ArgumentHelp("Who of the agency signed it.", valueName: "name"),
        transform: CommandDates.name)
    var agency: String?

    @Option(help: ArgumentHelp("Who of the client signed it.", valueName: "name"), transform: CommandDates.name)
    var client: String?

    @Option(help: ArgumentHelp("Who gave it up.", valueName: "name"), transform: CommandDates.name)
    var abandon: String?

    @Option(help: ArgumentHelp("Which version, where it is not the last one.", valueName: "n"))
    var version: Int?

    @OptionGroup var store: StoreOption
    @OptionGroup var options: CommonOptions

    func validate() throws {
        guard signatures.count == 1 else {
            throw ValidationError("say who signed: one of  --internal NAME,  --client NAME,  --abandon NAME")
        }
    }

    func run() throws {
        guard let (signing, name) = signatures.first else { return }
        try options.deliver {
            try Answer.costApproval(
                of: EstimateSubject(subject), signing, version: version, on: on, by: name, in: store.path)
        }
    }

    private var signatures: [(EstimateVersion.Signing, String)] {
        let given: [(EstimateVersion.Signing, String?)] = [
            (.internal, agency), (.client, client), (.abandonment, abandon),
        ]
        return given.compactMap { signing, name in name.map { (signing, $0) } }
    }
}
