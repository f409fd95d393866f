import Monetary
import WorkTime

/// What is said of an import of month files.
enum SpendImportPhrase: Phrase {
    case title
    case workspace
    case months
    case file
    case layout
    case rows
    case stored(String, rows: Int, from: CivilMonth?, to: CivilMonth?, spend: Money)
    case storedTogether(files: Int, rows: Int, from: CivilMonth?, to: CivilMonth?, spend: Money)
    case alreadyStored(String)
    case leftOut(Int)

    var wording: Wording {
        switch self {
        case .title: Wording(en: "Import of spend", zh: "花费数据导入结果")
        case .workspace: Wording(en: "Workspace", zh: "工作区")
        case .months: Wording(en: "Months", zh: "各月数据")
        case .file: Wording(en: "File", zh: "文件")
        case .layout: Wording(en: "Layout", zh: "数据格式")
        case .rows: Wording(en: "Rows", zh: "记录数")
        case .stored(let file, let rows, let from?, let to?, let spend) where from != to:
            Wording(
                en: "“\(file)” brought \(rows, "row", "rows") from \(from) to \(to) with a spend of \(spend).",
                zh: "“\(file)”已导入：\(from)至\(to)共\(rows)条记录，花费合计\(spend)。")
        case .stored(let file, let rows, let month?, _, let spend):
            Wording(
                en: "“\(file)” brought \(rows, "row", "rows") of \(month) with a spend of \(spend).",
                zh: "“\(file)”已导入：\(month)共\(rows)条记录，花费合计\(spend)。")
        case .stored(let file, let rows, nil, _, let spend):
            Wording(
                en: "“\(file)” brought \(rows, "row", "rows") with a spend of \(spend).",
                zh: "“\(file)”已导入：共\(rows)条记录，花费合计\(spend)。")
        case .storedTogether(let files, let rows, let from?, let to?, let spend) where from != to:
            Wording(
                en:
                    "\(files, "file", "files") brought \(rows, "row", "rows") from \(from) to \(to) with a spend of \(spend).",
                zh: "已导入\(files)个文件：\(from)至\(to)共\(rows)条记录，花费合计\(spend)。")
        case .storedTogether(let files, let rows, let month?, _, let spend):
            Wording(
                en: "\(files, "file", "files") brought \(rows, "row", "rows") of \(month) with a spend of \(spend).",
                zh: "已导入\(files)个文件：\(month)共\(rows)条记录，花费合计\(spend)。")
        case .storedTogether(let files, let rows, nil, _, let spend):
            Wording(
                en: "\(files, "file", "files") brought \(rows, "row", "rows") with a spend of \(spend).",
                zh: "已导入\(files)个文件：共\(rows)条记录，花费合计\(spend)。")
        case .alreadyStored(let file):
            Wording(
                en: "“\(file)” is in the workspace already; nothing was changed.",
                zh: "“\(file)”此前已经导入，数据没有变化。")
        case .leftOut(let count):
            Wording(
                en: " \(count, "line was", "lines were") not counted, as the layout says.",
                zh: "按数据格式的规定，另有\(count)行未计入。")
        }
    }
}
