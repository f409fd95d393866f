import Formats
import Glibc
public import MediaSpend

extension SparkInput {
    /// What a path of the user means to Spark.
    ///
    /// A path with a scheme, such as `hdfs://` or `s3a://`, goes to Spark untouched. Any other is a path of this machine:
    /// a file, whose first line is looked at; a folder; or a pattern such as `2025-*.csv`.
    ///
    /// - Parameter year: of its months, where the layout's months are numbers.
    /// - Throws: `.noSuchInput`, `.workbook`.
    public init(resolving path: String, layout: Layout, year: Int?) throws(SparkFault) {
        let endsInParquet = path.contains(".parquet")
        if Self.hasScheme(path) {
            self.init(path, location: path, format: endsInParquet ? .parquet : .csv, year: year)
            return
        }
        var status = stat()
        guard stat(path, &status) == 0 else {
            let cause = String(cString: strerror(errno))
            guard errno == ENOENT, path.contains(where: Self.patternMarks.contains) else {
                throw .noSuchInput(path, cause: cause)
            }
            self.init(
                path, location: "file://" + Self.absolute(path), format: endsInParquet ? .parquet : .csv, year: year)
            return
        }
        let location = "file://" + Self.escapingPatterns(Self.absolute(path))
        if status.st_mode & S_IFMT == S_IFDIR {
            self.init(path, location: location, format: endsInParquet ? .parquet : .csv, year: year)
            return
        }
        let head = try Self.head(of: path)
        guard !head.starts(with: [0x50, 0x4B, 0x03, 0x04]) else { throw .workbook(path) }
        guard !head.starts(with: Array("PAR1".utf8)) else {
            self.init(path, location: location, format: .parquet, year: year)
            return
        }
        self.init(
            path, location: location, format: .csv, header: Self.header(in: head, path, layout.delimiter), year: year)
    }

    /// Whether a path begins like `s3a://`.
    static func hasScheme(_ path: String) -> Bool {
        guard let mark = path.firstRange(of: "://") else { return false }
        let scheme = path[..<mark.lowerBound].utf8
        let isLetter = { (byte: UInt8) in (byte | 0x20) &- UInt8(ascii: "a") < 26 }
        return scheme.first.map(isLetter) == true
            && scheme.allSatisfy { isLetter($0) || $0 &- UInt8(ascii: "0") < 10 || "+-.".utf8.contains($0) }
    }

    private static let patternMarks: Set<Character> = ["*", "?", "[", "{"]

    /// A name of this machine as a pattern that means only it.
    private static func escapingPatterns(_ path: String) -> String {
        String(path.flatMap { "*?[]{}\\".contains($0) ? ["\\", $0] : [$0] })
    }

    private static func absolute(_ path: String) -> String {
        if path.hasPrefix("/") { return path }
        guard let folder = getcwd(nil, 0) else { return path }
        defer { free(folder) }
        return String(cString: folder) + "/" + path
    }

    // MARK: The first line

    /// How much of a file is looked at for its first line.
    private static let headSize = 1 << 20

    /// The first bytes of a file, unpacked if they are packed.
    private static func head(of path: String) throws(SparkFault) -> [UInt8] {
        guard let file = fopen(path, "re") else { throw .noSuchInput(path, cause: WorkFolder.cause()) }
        defer { fclose(file) }
        var bytes = [UInt8](repeating: 0, count: headSize)
        bytes.removeLast(bytes.count - fread(&bytes, 1, bytes.count, file))
        guard Gzip.isGzip(bytes) else { return bytes }
        var stream = GzipStream()
        var packed: [UInt8] = bytes
        return [UInt8](unsafeUninitializedCapacity: headSize) { room, count in
            // A damaged file is for Spark to refuse.
            let unpacked = try? stream.read(into: UnsafeMutableRawBufferPointer(room)) {
                defer { packed = [] }
                return packed
            }
            count = unpacked ?? 0
        }
    }

    private static func header(in head: [UInt8], _ path: String, _ delimiter: FieldDelimiter) -> [String] {
        var reader = CSVReader(head, file: path, delimiter: CSVDelimiter(rawValue: delimiter.byte) ?? .comma)
        guard let record = reader.next() else { return [] }
        return (0..<record.count).map { record[$0].trimmed }
    }
}
