public import Diagnostics
import Yams

/// A YAML file as a tree of values with places, and everything that is wrong with how it is written.
///
/// Reading goes on where it can: a tab used for indentation (`yaml.tab-indentation`) is read as blanks, of a key that
/// stands twice (`yaml.duplicate-key`) the first is kept, a control character (`yaml.control-character`) as U+FFFD, a
/// second document (`yaml.several-documents`) is passed over. Any other fault of syntax ends it: `yaml.syntax`,
/// `yaml.unclosed-quote`, `yaml.unclosed-bracket`, `yaml.needs-quotes`, `yaml.missing-colon`, `yaml.indentation`.
///
/// Aliases (`*name`) are refused (`yaml.alias`), and nesting is limited to ``depthLimit`` levels (`yaml.too-deep`), so that
/// time and memory stay in proportion to the text.
public struct YAMLDocument: Sendable {
    /// The deepest nesting that is read.
    public static let depthLimit = 64

    /// `nil` when the file is empty or its syntax cannot be read.
    public let root: YAMLNode?
    /// Each with its place and line.
    public let findings: FindingList

    public init(reading source: SourceText) {
        var reading = YAMLReading(source)
        root = reading.root()
        findings = FindingList(reading.findings.map(source.showing))
    }
}

/// One file on its way from text to tree.
private struct YAMLReading {
    /// Expanding this many aliases cannot make more than some forty copies of the text, however they are nested.
    static let aliasLimit = 10
    /// How often the text is read again after a repeated key, and how many scalars that may take together.
    static let rereadLimit = (count: 100, scalars: 8 << 20)

    private var text: YAMLText
    private(set) var findings: [Finding] = []
    /// The first of two equal keys was given another name in `text`, so that the parser would go on: what it is called.
    private var renamed: [SourcePlace: String] = [:]

    init(_ source: SourceText) { text = YAMLText(source) }

    mutating func root() -> YAMLNode? {
        findings += text.replaceControlCharacters()
        if let tooDeep = text.findingOfDepth() {
            findings.append(tooDeep)
            return nil
        }
        let aliases = text.aliases()
        findings += aliases.prefix(Self.aliasLimit)
        guard aliases.count <= Self.aliasLimit, let node = parse() else { return nil }
        var builder = YAMLTreeBuilder(text: text, renamed: renamed)
        let tree = builder.tree(of: node)
        findings += builder.findings
        return tree
    }

    /// Reads until the text is read or cannot be; each round takes one obstacle out of the way.
    private mutating func parse() -> Node? {
        while true {
            do {
                return try parser().singleRoot()
            } catch let YamlError.duplicatedKeysInMapping(names, context) {
                guard rename(names.first ?? "", at: context.mark) else {
                    reportRenamed(and: names.first ?? "", at: context.mark)
                    return nil
                }
            } catch YamlError.composer(_, "but found another document", let mark, _) {
                findings.append(severalDocuments(at: mark))
                return try? parser().nextRoot()
            } catch {
                if text.replaceInvisibleTabs() { continue }
                let tabs = text.replaceTabs()
                findings += tabs
                guard tabs.isEmpty else { continue }
                findings.append(YAMLSyntaxFault(error, in: text).finding)
                return nil
            }
        }
    }

    /// Keys are compared as texts, so no resolver guesses at their types; the encoding is named because the parser would
    /// ask the environment for it.
    private func parser() throws -> Parser { try Parser(yaml: text.string, resolver: .basic, encoding: .utf8) }

    /// Gives the first of two equal keys a name that no other key has, without moving anything that follows it.
    ///
    /// - Returns: whether reading again is possible and worth the time.
    private mutating func rename(_ name: String, at mark: Mark) -> Bool {
        let rounds = renamed.count + 1
        guard rounds <= Self.rereadLimit.count, rounds * text.count <= Self.rereadLimit.scalars,
            text.maskKey(at: (mark.line, mark.column), number: renamed.count)
        else { return false }
        renamed[text.place((mark.line, mark.column))] = name
        return true
    }

    /// Where reading has to end, every key that is known to be repeated is reported, without the place of its partner.
    private mutating func reportRenamed(and name: String, at mark: Mark) {
        let place = text.place((mark.line, mark.column))
        var repeated = renamed
        if let first = text.scalar(at: (mark.line, mark.column)), first == "[" || first == "{" {
            findings.append(YAMLTreeBuilder.keyIsNoText(at: place))
        } else {
            repeated[place] = name
        }
        findings += repeated.sorted { $0.key < $1.key }.map { place, name in
            Finding(
                "yaml.duplicate-key", .error, "the key “\(name)” stands more than once in the same group",
                advice: "keep one of them", at: place)
        }
    }

    private func severalDocuments(at mark: Mark) -> Finding {
        Finding(
            "yaml.several-documents", .error, "a second document begins here",
            advice: "put it into a file of its own; only the first is read",
            at: text.place((mark.line, mark.column)))
    }
}
