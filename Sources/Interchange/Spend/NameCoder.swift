import MediaSpend

/// Codes the names of a file while it is read, without a `String` a row.
///
/// Where a layout tells names apart by a key, rows of one key may write its name in several ways. The name that is kept
/// is the first in byte order, so that it does not depend on the order of the rows.
struct NameCoder {
    private(set) var vocabulary: Vocabulary
    /// For each dimension the name of each code whose key is another column; none where it is not stated.
    private var labels: [SpendDimension: [[UInt8]]] = [:]
    /// The other names of keys, for each dimension by code.
    private var otherNames: [SpendDimension: [UInt32: Set<[UInt8]>]] = [:]
    private var unquoted: [UInt8] = []

    /// - Parameter vocabulary: names that have their codes already.
    init(_ vocabulary: Vocabulary) { self.vocabulary = vocabulary }

    /// How many names there are of keys that have another.
    var variantNames: Int { otherNames.values.reduce(0) { $0 + $1.values.reduce(0) { $0 + $1.count } } }

    /// The code of a constant.
    mutating func code(for text: String, in dimension: SpendDimension) -> UInt32 {
        vocabulary[dimension].code(for: text)
    }

    /// The code of the name in a field.
    mutating func code(for field: RecordScanner.FieldRange, of block: Span<UInt8>, in dimension: SpendDimension)
        -> UInt32
    {
        guard field.hasDoubledQuotes else {
            let bytes = block.extracting(field.start..<field.end)
            return vocabulary.code(for: bytes.extracting(trimmedRange(of: bytes)), in: dimension)
        }
        unquote(field, of: block)
        let name = unquoted
        return vocabulary.code(for: name.span.extracting(trimmedRange(of: name.span)), in: dimension)
    }

    /// The code of what tells names apart, in a field with its quotes around it.
    mutating func code(
        forSpelling spelling: RecordScanner.FieldRange, of block: Span<UInt8>, in column: UsualRow.NameColumn
    ) -> UInt32 {
        var field = Self.unquoted(spelling, in: block)
        if column.dropsLeadingZeros { dropLeadingZeros(of: &field, in: block) }
        return code(for: field, of: block, in: column.dimension)
    }

    /// Takes notice of the name of a key, in a field with its quotes around it.
    mutating func label(
        _ code: UInt32, bySpelling spelling: RecordScanner.FieldRange, of block: Span<UInt8>,
        in dimension: SpendDimension
    ) {
        label(code, by: Self.unquoted(spelling, in: block), of: block, in: dimension)
    }

    private static func unquoted(
        _ spelling: RecordScanner.FieldRange, in block: Span<UInt8>
    ) -> RecordScanner.FieldRange {
        var field = spelling
        let quote = UInt8(ascii: "\"")
        if field.end - field.start >= 2, block[field.start] == quote {
            field.start += 1
            field.end -= 1
            field.hasDoubledQuotes = (field.start..<field.end).contains { block[$0] == quote }
        }
        return field
    }

    /// The code of a key, and the name that its row gives it. A name without a key is its own.
    mutating func code(
        forKey key: RecordScanner.FieldRange, name: RecordScanner.FieldRange?, of block: Span<UInt8>,
        in column: ColumnMap.NameColumn
    ) -> UInt32 {
        var keyField = key
        if column.dropsLeadingZeros { dropLeadingZeros(of: &keyField, in: block) }
        let code = code(for: keyField, of: block, in: column.dimension)
        guard let name else { return code }
        guard code != NameTable.notStated else { return self.code(for: name, of: block, in: column.dimension) }
        label(code, by: name, of: block, in: column.dimension)
        return code
    }

    /// All names, with the labels of those that have a key.
    func finished() -> Vocabulary {
        var vocabulary = vocabulary
        for (dimension, names) in labels {
            for (code, name) in names.enumerated() where !name.isEmpty {
                vocabulary[dimension].relabel(UInt32(code), String(decoding: name, as: UTF8.self))
            }
        }
        return vocabulary
    }

    // MARK: Bytes

    private mutating func label(
        _ code: UInt32, by name: RecordScanner.FieldRange, of block: Span<UInt8>, in dimension: SpendDimension
    ) {
        unquote(name, of: block)
        let range = trimmedRange(of: unquoted.span)
        guard !range.isEmpty else { return }
        let index = Int(code)
        let missing = index + 1 - labels[dimension, default: []].count
        if missing > 0 { labels[dimension, default: []].append(contentsOf: repeatElement([], count: missing)) }
        let known = labels[dimension]![index]
        let isSame = known.count == range.count && known.elementsEqual(unquoted[range])
        guard !isSame else { return }
        let name = Array(unquoted[range])
        let isFirst = known.isEmpty || name.lexicographicallyPrecedes(known)
        if isFirst { labels[dimension]![index] = name }
        if !known.isEmpty { otherNames[dimension, default: [:]][code, default: []].insert(isFirst ? known : name) }
    }

    /// What is left is the key that stands there, or nothing where none does: “0 ” is 0.
    private func dropLeadingZeros(of field: inout RecordScanner.FieldRange, in block: Span<UInt8>) {
        let key = trimmedRange(of: block.extracting(field.start..<field.end))
        field.end = field.start + key.upperBound
        field.start += key.lowerBound
        while field.end - field.start > 1, block[field.start] == UInt8(ascii: "0") || block[field.start] == 0x20 {
            field.start += 1
        }
    }

    /// Copies a field, with its doubled quotes written once.
    private mutating func unquote(_ field: RecordScanner.FieldRange, of block: Span<UInt8>) {
        unquoted.removeAll(keepingCapacity: true)
        let quote = UInt8(ascii: "\"")
        var position = field.start
        while position < field.end {
            unquoted.append(block[position])
            let isDoubled =
                field.hasDoubledQuotes && block[position] == quote && position + 1 < field.end
                && block[position + 1] == quote
            position += isDoubled ? 2 : 1
        }
    }
}
