import Diagnostics

/// Why a workbook, or a part of it, cannot be read.
struct WorkbookFault: Error {
    let id: FindingID
    let message: String
    let advice: String

    func finding(at place: SourcePlace) -> Finding { Finding(id, .error, message, advice: advice, at: place) }

    private static let saveAgain = "open it in the program that made it and save it as an Excel workbook (.xlsx)"

    static let notWorkbook = WorkbookFault(
        id: "spreadsheet.not-a-workbook", message: "the file is no Excel workbook", advice: saveAgain)
    static let oldFormat = WorkbookFault(
        id: "spreadsheet.old-format", message: "the file is in the format of Excel 97 (.xls) or another older one",
        advice: saveAgain)
    static let binary = WorkbookFault(
        id: "spreadsheet.old-format", message: "the file is a binary workbook (.xlsb)", advice: saveAgain)
    static let openDocument = WorkbookFault(
        id: "spreadsheet.not-a-workbook", message: "the file is an OpenDocument file (.ods)", advice: saveAgain)
    static let encrypted = WorkbookFault(
        id: "spreadsheet.encrypted", message: "the workbook is locked by a password",
        advice: "open it with the password and save a copy without one")
    static let cutShort = WorkbookFault(
        id: "spreadsheet.cut-short", message: "the workbook is not whole: its end is missing or damaged",
        advice: "copy or download it again")

    static func damaged(_ part: String) -> WorkbookFault {
        WorkbookFault(
            id: "spreadsheet.damaged", message: "“\(shown(part))” in the workbook is damaged",
            advice: "copy or download the file again, or open it in Excel and let it be repaired")
    }

    static func missing(_ part: String) -> WorkbookFault {
        WorkbookFault(
            id: "spreadsheet.missing-part", message: "the workbook speaks of “\(shown(part))”, which is not in it",
            advice: saveAgain)
    }

    static func tooLarge(_ part: String, limit: Int) -> WorkbookFault {
        WorkbookFault(
            id: "spreadsheet.too-large",
            message: "“\(shown(part))” unpacks to more than \(limit >> 20) MB, which no such workbook needs",
            advice: "take away sheets and formats that are not needed, or save the sheet as CSV")
    }

    static func documentType(_ part: String) -> WorkbookFault {
        WorkbookFault(
            id: "spreadsheet.document-type", message: "“\(shown(part))” declares a document type, as no workbook does",
            advice: "do not trust the file; ask for it again")
    }

    init(id: FindingID, message: String, advice: String) {
        self.id = id
        self.message = message
        self.advice = advice
    }

    init(_ fault: ZIPArchive.Fault) {
        switch fault {
        case .notZIP: self = .notWorkbook
        case .cutShort: self = .cutShort
        case .noSuchFile(let part): self = .missing(part)
        case .encrypted: self = .encrypted
        case .damaged(let part), .unknownMethod(let part): self = .damaged(part)
        case .tooLarge(let part, let limit): self = .tooLarge(part, limit: limit)
        }
    }

    /// Names come from the file, and are shown short and without anything that a terminal obeys.
    private static func shown(_ part: String) -> String {
        TextLine.excerpt(of: Array(part.utf8), from: 0, limit: 80) ?? "a part without a name"
    }
}
