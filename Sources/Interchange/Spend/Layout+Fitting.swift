public import MediaSpend

extension Layout {
    /// Those layouts that can read a file: every column that they need stands in its first line.
    ///
    /// - Parameter path: a file; standard input cannot be looked at before it is read.
    /// - Throws: ``SpendFileFault`` when the file cannot be opened or read.
    public static func fitting(_ path: String, among layouts: [Layout]) throws -> [Layout] {
        let source = try ByteSource(path: path)
        var bytes: [UInt8] = []
        while !bytes.contains(UInt8(ascii: "\n")), bytes.count < MonthFileReader.recordLimit {
            guard try source.read(into: &bytes) else { break }
        }
        let line = String(
            decoding: bytes.prefix { $0 != UInt8(ascii: "\n") && $0 != UInt8(ascii: "\r") }, as: UTF8.self)
        return layouts.filter { layout in
            let fields = line.utf8.split(separator: layout.delimiter.byte, omittingEmptySubsequences: false)
            var missing: [String] = []
            return ColumnMap(fields.map(Self.name), for: layout, missing: &missing) != nil
        }
    }

    /// A column's name without quotes, byte order mark and blanks around it.
    private static func name(_ field: Substring.UTF8View) -> String {
        let name = Substring(field).drop { $0 == "\u{FEFF}" || $0 == " " || $0 == "\"" }
        return String(name.reversed().drop { $0 == " " || $0 == "\"" }.reversed())
    }
}
