import Diagnostics
import Formats
package import MediaSpend

/// The contents of a file a piece at a time, unpacked if they are packed with gzip; of a workbook, its sheets as text.
package final class ByteSource {
    private let file: OpenFile
    private var gzip: GzipStream?
    private var growth = GrowthLimit()
    /// `nil` for a file that is none.
    let workbook: WorkbookText?
    /// What was read, or written of a workbook, and not asked for yet: first the bytes that told what the file is.
    private var head: [UInt8]

    /// The largest workbook that is read, packed.
    private static let workbookLimit = 512 << 20

    /// - Parameters:
    ///   - path: `-` is standard input.
    ///   - layout: how the sheets of a workbook are read; `nil`: as bytes.
    /// - Throws: ``SpendFileFault`` when there is no such file, or it cannot be read; a `Rejection` for a workbook that
    ///   cannot be used.
    package init(path: String, layout: Layout? = nil) throws {
        file = try OpenFile(path)
        head = try file.piece()
        gzip = Gzip.isGzip(head) ? GzipStream() : nil
        guard let layout, Workbook.isWorkbook(head) else {
            workbook = nil
            return
        }
        workbook = try WorkbookText(Self.whole(file, behind: head), file: path, layout: layout)
        // Of a workbook the text is read, not the bytes.
        head = []
    }

    /// As the user gave it; `-` is standard input.
    package var path: String { file.path }

    /// The name without its folder.
    package var name: String { path.fileName }

    /// Writes the next bytes into the beginning of `room`.
    ///
    /// - Returns: how many there are; 0 at the end.
    /// - Throws: ``SpendFileFault``; a `Rejection` when the file is damaged, or another program writes to it meanwhile.
    package func fill(_ room: UnsafeMutableRawBufferPointer) throws -> Int {
        if let workbook {
            if head.isEmpty { _ = try workbook.read(into: &head, atLeast: OpenFile.pieceSize) }
            return takeHead(into: room)
        }
        if gzip != nil { return try unpack(into: room) }
        return head.isEmpty ? try file.read(into: room) : takeHead(into: room)
    }

    /// Appends the next bytes to `contents`, about 256 KB of them.
    ///
    /// - Returns: whether there were any.
    package func read(into contents: inout [UInt8]) throws -> Bool {
        let piece = try [UInt8](unsafeUninitializedCapacity: OpenFile.pieceSize) { bytes, count in
            count = try fill(UnsafeMutableRawBufferPointer(bytes))
        }
        contents += piece
        return !piece.isEmpty
    }

    private func takeHead(into room: UnsafeMutableRawBufferPointer) -> Int {
        let count = min(room.count, head.count)
        head.withUnsafeBytes { room.copyMemory(from: UnsafeRawBufferPointer(rebasing: $0[..<count])) }
        head.removeFirst(count)
        return count
    }

    // MARK: Packed files

    private func unpack(into room: UnsafeMutableRawBufferPointer) throws -> Int {
        do {
            let count = try gzip!.read(into: room) { try nextPiece() }
            guard growth.allows(count) else { throw Rejection(findings: [growth.finding(in: path)]) }
            return count
        } catch let fault as Gzip.Fault {
            throw Rejection(findings: [fault.finding(in: path, read: growth.packed)])
        }
    }

    private func nextPiece() throws -> [UInt8] {
        defer { head = [] }
        let piece = head.isEmpty ? try file.piece() : head
        growth.packed += piece.count
        return piece
    }

    // MARK: Workbooks

    /// All bytes of a file as they lie on the disk; for workbooks, which cannot be read from the front.
    static func whole(_ path: String) throws -> [UInt8] {
        let file = try OpenFile(path)
        return try whole(file, behind: file.piece())
    }

    private static func whole(_ file: OpenFile, behind head: [UInt8]) throws -> [UInt8] {
        var bytes = head
        while bytes.count <= workbookLimit {
            let piece = try file.piece()
            guard !piece.isEmpty else { return bytes }
            bytes += piece
        }
        throw Rejection(findings: [
            Finding(
                "spreadsheet.too-large", .error, "“\(file.path)” is larger than \(workbookLimit >> 20) MB",
                advice: "save the sheet as CSV", at: SourcePlace(file: file.path, line: 1, column: 1))
        ])
    }
}

extension String {
    /// The name of the file that a path leads to, without its folder.
    package var fileName: String { split(separator: "/").last.map(String.init) ?? self }
}
