import ArgumentParser
import Headroom

extension CubeMemory {
    /// A size such as `500MB` or `4GiB`.
    static func parsed(_ text: String) throws -> CubeMemory {
        guard let bytes = bytes(of: text), bytes >= leastBytes else {
            throw ValidationError("“\(text)” is not a size of memory; use 16MB or more, such as 500MB or 4GB")
        }
        return CubeMemory(bytes: bytes)
    }

    private static let units = ["MB": 1_000_000, "GB": 1_000_000_000, "MiB": 1 << 20, "GiB": 1 << 30]

    private static func bytes(of text: String) -> Int? {
        for (unit, size) in units where text.hasSuffix(unit) {
            guard let count = Int(text.dropLast(unit.count)), count > 0 else { return nil }
            let (bytes, overflow) = count.multipliedReportingOverflow(by: size)
            return overflow ? nil : bytes
        }
        return nil
    }
}
