import ArgumentParser
import Headroom

@main
struct HeadroomTool: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "headroom",
        abstract: "Promise minus forecast: timetables, costs and competitive spend for advertising agencies.",
        discussion: """
            Start with `headroom demo`, which writes sample papers; then `headroom plan new campaign -o plan.yaml` \
            and `headroom plan plan.yaml`.
            """,
        version: headroomVersion,
        subcommands: [DemoCommand.self, Plan.self, Cost.self, Spend.self, Schema.self])
}
