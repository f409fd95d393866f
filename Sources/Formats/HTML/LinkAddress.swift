/// Where a link may lead: a page on the web, or a file that lies beside the paper or below its folder's neighbours.
///
/// Whatever else a text may be, it makes no link: `javascript:` and any other scheme, `//host`, an absolute path, a name
/// before the host (`https://bank.example@other`), a blank, a backslash, a control character.
public struct LinkAddress: Hashable, Sendable {
    /// As it was given.
    public let text: String
    /// Whether it leads to the web.
    public let isOnWeb: Bool

    /// The longest address that is taken, in bytes: some browsers and spreadsheets cut longer ones.
    public static let limit = 2_000

    /// `nil` for anything that may not be followed.
    public init?(_ text: String) {
        let scalars = text.unicodeScalars
        guard !text.isEmpty, text.utf8.count <= Self.limit,
            !scalars.contains(where: {
                $0.value < 0x20 || (0x7F...0x9F).contains($0.value) || "\\<>\"`".unicodeScalars.contains($0)
            })
        else { return nil }
        self.text = text
        let lower = text.lowercased()
        if let scheme = ["https://", "http://"].first(where: lower.hasPrefix) {
            isOnWeb = true
            let host = scalars.dropFirst(scheme.count).prefix { !"/?#".unicodeScalars.contains($0) }
            let isBlank = scalars.contains { $0.properties.isWhitespace }
            guard !host.isEmpty, !host.contains("@"), !isBlank else { return nil }
        } else {
            isOnWeb = false
            guard Self.isRelativeFile(text) else { return nil }
        }
    }

    /// A path that names a file with an ending: a word alone, such as `none`, is no file.
    private static func isRelativeFile(_ text: String) -> Bool {
        guard text.first != "/", !text.contains(":"), let name = text.split(separator: "/").last,
            let dot = name.lastIndex(of: "."), dot > name.startIndex
        else { return false }
        let ending = name[name.index(after: dot)...]
        return !text.hasSuffix("/") && (1...5).contains(ending.utf8.count)
            && ending.utf8.allSatisfy { (0x30...0x39).contains($0) || (0x61...0x7A).contains($0 | 0x20) }
    }

    /// As an attribute `href` holds it: of a path every character that means something else there is written as its number.
    public var href: String {
        var address = ""
        for byte in text.utf8 {
            let isKept = isOnWeb ? byte > 0x20 && byte < 0x7F && byte != UInt8(ascii: "'") : Self.isPlain(byte)
            address += isKept ? String(UnicodeScalar(byte)) : Self.escaped(byte)
        }
        return address
    }

    private static func isPlain(_ byte: UInt8) -> Bool {
        (0x30...0x39).contains(byte) || (0x61...0x7A).contains(byte | 0x20) || "-._~/".utf8.contains(byte)
    }

    private static func escaped(_ byte: UInt8) -> String {
        let digits = String(byte, radix: 16, uppercase: true)
        return "%" + (digits.utf8.count < 2 ? "0" : "") + digits
    }
}

extension LinkAddress: Codable {
    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        guard let address = LinkAddress(try container.decode(String.self)) else {
            throw DecodingError.dataCorruptedError(in: container, debugDescription: "no address that may be followed")
        }
        self = address
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(text)
    }
}
