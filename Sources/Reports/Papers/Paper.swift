/// A kind of paper with what it speaks of; it can be written in every language.
public protocol Paper: Sendable {
    func report(in book: Phrasebook) -> Report
}

extension Paper {
    public func report(in language: Language) -> Report { report(in: Phrasebook(language)) }
}
