/// Spark could not be found, or did not bring the cells.
public enum SparkFault: Error, Hashable, Sendable {
    /// There is no `spark-sql` in any of the places that were looked at.
    case notFound(places: [String])
    /// Spark needs Java, which is not there or too old.
    case noJava(String)
    /// It could not be started.
    case cannotStart(String, cause: String)
    /// It ended with an error; its last lines, without the stack.
    case failed(status: Int32, lines: [String])
    /// It says that it is done, and the mark of success is missing.
    case noSuccess(folder: String)
    /// Not all cells that it wrote are here: its workers wrote some of them elsewhere.
    case incomplete(found: Int, written: Int)
    /// What it wrote is not what was asked for.
    case unreadable(String)
    /// A folder for its work cannot be made.
    case cannotWrite(String, cause: String)
    /// An input is not where it should be.
    case noSuchInput(String, cause: String)
    /// An input is a workbook, which Spark does not read.
    case workbook(String)
    /// This program was asked to stop by a signal, and stopped Spark.
    case cancelled(signal: Int32)
}
