import ArgumentParser
import Headroom

/// What every command about the money of a job asks for.
struct JobOptions: ParsableArguments {
    @Argument(help: ArgumentHelp("The id of the job, as its estimate states it.", valueName: "job"))
    var job: String

    @Option(
        help: ArgumentHelp("The day at whose end the books are looked at.", valueName: "date"),
        transform: CommandDates.day)
    var on: CivilDay

    @Option(
        help: ArgumentHelp(
            "The plan whose activities the lines of the estimate name. Default: lines follow their own dates.",
            valueName: "file"))
    var plan: String?

    @OptionGroup var store: StoreOption

    func question() throws -> JobQuestion {
        JobQuestion(job: JobID(job), day: on, plan: try plan.map(InputFile.init(reading:)), store: store.path)
    }
}

/// How a forecast is made, and how sure it is meant to be.
struct JobForecastOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            """
            A folder of finished jobs to learn from, with projects.csv. Default: the closed jobs of the workspace, those of \
            the same client and type if there are 8, else of type and size, else of type, else all.
            """,
            valueName: "dir"))
    var reference: String?

    @Option(
        help: ArgumentHelp(
            "How sure the headroom is meant to be, such as 80% or 0.8. Default: 80%.", valueName: "share"),
        transform: parse)
    var confidence = 0.8

    private static func parse(_ text: String) throws -> Double {
        let isPercent = text.hasSuffix("%")
        guard let number = Double(isPercent ? String(text.dropLast()) : text) else { throw fault(text) }
        let share = isPercent ? number / 100 : number
        guard share >= 0.01, share <= 0.99 else { throw fault(text) }
        return share
    }

    /// A question with what is stated here.
    func completing(_ question: JobQuestion) -> JobQuestion {
        var question = question
        (question.confidence, question.reference) = (confidence, reference)
        return question
    }

    private static func fault(_ text: String) -> ValidationError {
        ValidationError("“\(text)” is not a confidence from 1% to 99%; write 80% or 0.8")
    }
}

/// How media is delivered.
struct DeliveryOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "How much each weekday weighs in the delivery of media, Monday first: 1,1,1,1,1,2,2. Default: every day alike.",
            valueName: "seven"), transform: parse)
    var weights: DeliveryCalendar = .even

    @Flag(help: "Media stops when its budget is spent: a flight that is fast ends early and does not overspend.")
    var cap = false

    private static func parse(_ text: String) throws -> DeliveryCalendar {
        let numbers = text.split(separator: ",", omittingEmptySubsequences: false).map { Int($0) }
        let weights = numbers.compactMap(\.self)
        guard numbers.count == 7, weights.count == 7, weights.allSatisfy({ (0...1_000).contains($0) }),
            weights.contains(where: { $0 > 0 })
        else {
            throw ValidationError("“\(text)” is not seven weights from 0 to 1000, Monday first; write 1,1,1,1,1,2,2")
        }
        return DeliveryCalendar(weekdays: weights)
    }
}
