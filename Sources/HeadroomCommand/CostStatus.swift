import ArgumentParser
import Headroom

struct CostStatusCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "status",
        abstract: "The monthly financial status of a job: headroom, lines, curves, causes, early warnings, media.",
        discussion: """
            Held against the version of the estimate that is approved on the day. With --strict, the exit status is 1 when \
            the forecast passes what was approved.
            """)

    @OptionGroup var subject: JobOptions
    @OptionGroup var forecast: JobForecastOptions
    @OptionGroup var delivery: DeliveryOptions
    @OptionGroup var options: CommonOptions

    func run() throws {
        try options.deliver {
            var question = forecast.completing(try subject.question())
            (question.calendar, question.isCapped) = (delivery.weights, delivery.cap)
            return try Answer.financialStatus(of: question)
        }
    }
}
