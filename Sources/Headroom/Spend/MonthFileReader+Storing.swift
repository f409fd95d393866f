import Interchange
import MediaSpend
import Parallel
import Store

extension MonthFileReader {
    /// Reads a file into a workspace: rows are encoded on all threads and written on the calling one.
    ///
    /// - Parameter notice: sees each chunk before it is written, in the order of the file.
    func read(
        _ path: String, into writer: DeliveryWriter, on workers: Workers, noticing notice: (OccurrenceChunk) -> Void
    ) throws -> MonthFileReading {
        try read(
            path, on: workers, prepare: { writer.register($0) },
            make: { chunk, codes, _ in (chunk: chunk, encoded: EncodedChunk(chunk, through: codes)) },
            take: {
                notice($0.chunk)
                try writer.write($0.encoded)
            })
    }
}
