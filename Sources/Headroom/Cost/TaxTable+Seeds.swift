import Diagnostics
import Interchange
public import Monetary
import Seeds

extension TaxTable {
    /// The tables that come with the program, by their place: `china`.
    public static let seeds: [String: TaxTable] = Dictionary(
        uniqueKeysWithValues: Seed.taxes.map { seed in
            let source = SourceText(String(decoding: seed.bytes, as: UTF8.self), file: seed.file)
            do {
                return (seed.name, try TaxFile.read(source).table)
            } catch {
                preconditionFailure("\(seed.file): \(error)")
            }
        })
}
