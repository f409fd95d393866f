import Foundation
import Statistics
import Testing

@Suite("Exponential and logarithm")
struct ElementaryTests {
    /// How many representable numbers lie between.
    private func steps(_ left: Double, _ right: Double) -> Int64 {
        abs(Int64(bitPattern: left.bitPattern) - Int64(bitPattern: right.bitPattern))
    }

    @Test("the exponential is within a step of the system's")
    func exponential() {
        for index in -70_000...70_000 {
            let x = Double(index) * 0.01003
            #expect(steps(Elementary.exp(x), exp(x)) <= 1, "exp(\(x))")
        }
    }

    @Test("the logarithm is within a step of the system's")
    func logarithm() {
        var x = 1e-300
        while x < 1e300 {
            #expect(steps(Elementary.log(x), log(x)) <= 1, "log(\(x))")
            x *= 1.037
        }
        for index in 1...4_000 {
            let x = 0.8 + Double(index) * 0.0001
            #expect(abs(Elementary.log(x) - log(x)) <= log(x).magnitude * 3e-16, "log(\(x))")
        }
    }

    @Test("the ends are what they should be")
    func ends() {
        #expect(Elementary.exp(0) == 1)
        #expect(Elementary.exp(-.infinity) == 0)
        #expect(Elementary.exp(.infinity) == .infinity)
        #expect(Elementary.exp(800) == .infinity)
        #expect(Elementary.exp(.nan).isNaN)
        #expect(Elementary.log(1) == 0)
        #expect(Elementary.log(0) == -.infinity)
        #expect(Elementary.log(-1).isNaN)
        #expect(Elementary.log(.infinity) == .infinity)
        #expect(Elementary.log(.nan).isNaN)
        #expect(Elementary.log(.leastNonzeroMagnitude) == log(.leastNonzeroMagnitude))
    }
}
