import Interchange
import Parallel
import Store

extension MonthFileReader {
    /// Reads a file into a workspace: rows are encoded on all threads and written on the calling one.
    func read(_ path: String, into writer: DeliveryWriter, on workers: Workers) throws -> MonthFileReading {
        try read(
            path, on: workers, prepare: { writer.register($0) },
            make: { chunk, codes, _ in EncodedChunk(chunk, through: codes) }, take: { try writer.write($0) })
    }
}
