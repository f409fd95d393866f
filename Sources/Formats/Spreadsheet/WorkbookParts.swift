import Diagnostics

/// The parts of a workbook as they lie in its archive, found by following the relationships between them.
///
/// - Source: ECMA-376-2 (parts and relationships).
struct WorkbookParts: ~Copyable {
    private var archive: ZIPArchive
    let file: String

    init(_ bytes: [UInt8], file: String, limits: ZIPArchive.Limits) throws(WorkbookFault) {
        if bytes.starts(with: Self.compoundFile) {
            throw Self.isEncrypted(bytes) ? .encrypted : .oldFormat
        }
        let opened = try Self.archive(bytes, limits)
        archive = opened
        self.file = file
    }

    private static func archive(
        _ bytes: [UInt8], _ limits: ZIPArchive.Limits
    ) throws(WorkbookFault) -> ZIPArchive {
        do throws(ZIPArchive.Fault) {
            return try ZIPArchive(bytes, limits: limits)
        } catch {
            throw WorkbookFault(error)
        }
    }

    /// What begins old binary documents, and new ones that are encrypted.
    private static let compoundFile: [UInt8] = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]

    /// Whether the directory of a compound file names the stream that holds an encrypted document.
    private static func isEncrypted(_ bytes: [UInt8]) -> Bool {
        let name: [UInt8] = "EncryptedPackage".utf8.flatMap { letter -> [UInt8] in [letter, 0] }
        let text = bytes.span
        guard text.count >= name.count else { return false }
        for start in stride(from: 0, through: text.count - name.count, by: 2) where text[start] == name[0] {
            var length = 1
            while length < name.count, text[start + length] == name[length] { length += 1 }
            if length == name.count { return true }
        }
        return false
    }

    func has(_ part: String) -> Bool { archive.has(part) }

    /// The bytes of a part, which is XML without a document type.
    mutating func contents(of part: String) throws(WorkbookFault) -> [UInt8] {
        let contents: [UInt8]
        do throws(ZIPArchive.Fault) {
            contents = try archive.contents(of: part)
        } catch {
            throw WorkbookFault(error)
        }
        guard !Self.declaresType(contents) else { throw .documentType(part) }
        return contents
    }

    /// A document type stands before the first element, behind comments and instructions if there are any.
    private static func declaresType(_ contents: [UInt8]) -> Bool {
        let head = String(decoding: contents.prefix(4_096).filter { $0 != 0 }, as: UTF8.self)
        return head.contains("<!DOCTYPE")
    }

    /// The name for places within a part.
    func name(of part: String) -> String { "\(file)#\(part)" }

    // MARK: Relationships

    /// A part that another part names.
    struct Relationship {
        let id: String
        /// The end of the address that says what it is: `worksheet`, `sharedStrings`.
        let kind: String
        /// The name of the part in the archive.
        let target: String
    }

    /// What a part refers to within the workbook; nothing when it refers to nothing. `part` is empty for the workbook itself.
    mutating func relationships(of part: String) throws(WorkbookFault) -> [Relationship] {
        let folder = part.split(separator: "/", omittingEmptySubsequences: false).dropLast()
        let name = part.split(separator: "/").last ?? ""
        let list = (folder.map(String.init) + ["_rels", "\(name).rels"]).joined(separator: "/")
        guard has(list) else { return [] }
        var reader = XMLReader(try contents(of: list), file: list, names: Self.names)
        var relationships: [Relationship] = []
        while let event = reader.next() {
            guard event == .open(0), reader.text(of: 4) != "External", let target = reader.text(of: 3) else { continue }
            relationships.append(
                Relationship(
                    id: reader.text(of: 1) ?? "",
                    kind: reader.text(of: 2)?.split(separator: "/").last.map(String.init) ?? "",
                    target: Self.resolved(target, in: folder.map(String.init))))
        }
        guard !FindingList(reader.findings).hasErrors else { throw .damaged(list) }
        return relationships
    }

    private static let names = XMLNames(["Relationship", "Id", "Type", "Target", "TargetMode"])

    /// The name in the archive of a target that is stated from a folder, or from the top with a `/`.
    static func resolved(_ target: String, in folder: [String]) -> String {
        var path = target.hasPrefix("/") ? [] : folder
        for step in target.split(separator: "/") {
            switch step {
            case ".": break
            case "..": _ = path.popLast()
            default: path.append(String(step))
            }
        }
        return path.joined(separator: "/")
    }
}

extension XMLReader {
    /// After an `open`: the value of an attribute as text.
    func text(of attribute: Int) -> String? { self.attribute(attribute).map { String(decoding: $0, as: UTF8.self) } }
}
