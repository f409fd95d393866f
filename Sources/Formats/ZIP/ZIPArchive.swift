import CZip

/// The files in a ZIP archive, unpacked one at a time and never onto a disk.
///
/// Made for archives from strangers: a file is looked up by its exact name, so names with `..` lead nowhere; what comes
/// out is counted while it comes, so sizes that the archive states are not believed.
///
/// - Source: APPNOTE.TXT 6.3.10, as libzip reads it.
struct ZIPArchive: ~Copyable {
    /// Why an archive or a file in it cannot be read.
    enum Fault: Error, Hashable {
        case notZIP
        /// Begins as an archive, and its end, which lists the files, is not there or disagrees.
        case cutShort
        case noSuchFile(String)
        case encrypted(String)
        case damaged(String)
        /// More comes out than is allowed.
        case tooLarge(String, limit: Int)
        /// Packed by a method that is not in use for documents.
        case unknownMethod(String)
    }

    /// How much may come out.
    struct Limits: Sendable {
        /// Of all files together, in bytes.
        var total = 512 << 20
        /// Files may grow so many times when they are unpacked; smaller ones than ``free`` may grow as they like.
        var growth = 250
        var free = 64 << 20

        init() {}
    }

    private let archive: OpaquePointer
    /// Lives as long as the archive, which reads from it.
    private let packed: UnsafeMutableBufferPointer<UInt8>
    private let limits: Limits
    private var unpacked = 0

    /// Whether the bytes begin as an archive does that holds a file.
    static func isZIP(_ bytes: [UInt8]) -> Bool { bytes.starts(with: [0x50, 0x4B, 0x03, 0x04]) }

    init(_ bytes: [UInt8], limits: Limits = Limits()) throws(Fault) {
        guard Self.isZIP(bytes) else { throw .notZIP }
        let copy = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: bytes.count)
        _ = copy.initialize(from: bytes)
        guard let opened = Self.open(copy) else {
            copy.deallocate()
            throw .cutShort
        }
        archive = opened
        packed = copy
        self.limits = limits
    }

    deinit {
        zip_discard(archive)
        packed.deallocate()
    }

    private static func open(_ packed: UnsafeMutableBufferPointer<UInt8>) -> OpaquePointer? {
        var error = zip_error_t()
        zip_error_init(&error)
        defer { zip_error_fini(&error) }
        // 0: the bytes stay ours.
        guard let source = zip_source_buffer_create(packed.baseAddress, UInt64(packed.count), 0, &error) else {
            return nil
        }
        guard let archive = zip_open_from_source(source, ZIP_RDONLY, &error) else {
            zip_source_free(source)
            return nil
        }
        return archive
    }

    /// Whether there is a file of this name; upper and lower case differ.
    func has(_ name: String) -> Bool { zip_name_locate(archive, name, 0) >= 0 }

    /// The contents of a file.
    mutating func contents(of name: String) throws(Fault) -> [UInt8] {
        let index = zip_name_locate(archive, name, 0)
        guard index >= 0 else { throw .noSuchFile(name) }
        var status = zip_stat_t()
        zip_stat_init(&status)
        guard zip_stat_index(archive, UInt64(index), 0, &status) == 0 else { throw .damaged(name) }
        guard status.encryption_method == UInt16(ZIP_EM_NONE) else { throw .encrypted(name) }
        let grown = status.comp_size.multipliedReportingOverflow(by: UInt64(limits.growth))
        let growth = grown.overflow ? Int.max : Int(clamping: grown.partialValue)
        let limit = min(limits.total - unpacked, max(limits.free, growth))
        guard let file = zip_fopen_index(archive, UInt64(index), 0) else { throw openingFault(name) }
        defer { zip_fclose(file) }
        let contents = try Self.read(file, name, expecting: Int(clamping: status.size), limit: limit)
        unpacked += contents.count
        return contents
    }

    private func openingFault(_ name: String) -> Fault {
        switch zip_error_code_zip(zip_get_error(archive)) {
        case ZIP_ER_COMPNOTSUPP: .unknownMethod(name)
        case ZIP_ER_NOPASSWD, ZIP_ER_WRONGPASSWD, ZIP_ER_ENCRNOTSUPP: .encrypted(name)
        default: .damaged(name)
        }
    }

    /// Everything that comes out, at most `limit` bytes. The check sum is compared at the end.
    private static func read(
        _ file: OpaquePointer, _ name: String, expecting size: Int, limit: Int
    ) throws(Fault) -> [UInt8] {
        var contents: [UInt8] = []
        // The size is a hint from a stranger: no more memory is set aside for it than is allowed.
        contents.reserveCapacity(min(size, limit) + 1)
        var piece = [UInt8](repeating: 0, count: 1 << 16)
        while true {
            let count = zip_fread(file, &piece, UInt64(piece.count))
            guard count >= 0 else { throw .damaged(name) }
            guard count > 0 else { return contents }
            guard contents.count + Int(count) <= limit else { throw .tooLarge(name, limit: limit) }
            contents += piece[..<Int(count)]
        }
    }
}
