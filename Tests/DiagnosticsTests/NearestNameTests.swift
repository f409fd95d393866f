import Diagnostics
import Testing

@Suite("The nearest name")
struct NearestNameTests {
    @Test(
        "is the one a reader meant",
        arguments: [
            ("breif", "brief"), ("concpt", "concept"), ("Brief", "brief"), ("on_air", "on-air"), ("创意构思", "创意构想"),
        ])
    func meant(typed: String, expected: String) {
        #expect(nearestName(to: typed, among: ["concept", "brief", "on-air", "创意构想"]) == expected)
    }

    @Test("is none when all are too far", arguments: ["artwork", "", "x"])
    func tooFar(typed: String) {
        #expect(nearestName(to: typed, among: ["concept", "brief"]) == nil)
    }

    @Test("is the earlier of two that are equally near")
    func tie() {
        #expect(nearestName(to: "task3", among: ["task1", "task2"]) == "task1")
    }
}
