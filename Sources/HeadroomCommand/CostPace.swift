import ArgumentParser
import Headroom

struct CostPaceCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "pace",
        abstract: "How the media of a job keeps pace with its flights: net, gross and in units.",
        discussion: "Delivery counts through the day before --on, since that day is not over.")

    @OptionGroup var subject: JobOptions
    @OptionGroup var delivery: DeliveryOptions
    @OptionGroup var options: CommonOptions

    func run() throws {
        try options.deliver {
            var question = try subject.question()
            (question.calendar, question.isCapped) = (delivery.weights, delivery.cap)
            return try Answer.mediaPacing(of: question)
        }
    }
}
