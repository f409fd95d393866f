import MediaSpend

/// What is said of a layout that is proposed for an unknown file.
enum LayoutProposalPhrase: Phrase {
    case title
    case file
    case encoding
    case delimiter
    case delimiterName(FieldDelimiter)
    case understood(header: Int, lines: Int)
    case next(assumptions: Int)
    case columns
    case column
    case readAs
    case contents
    case examples
    case assumptions
    case role(ColumnRole)
    case kind(ColumnKind)
    case assumption(LayoutProposal.Assumption)

    var wording: Wording {
        switch self {
        case .title: Wording(en: "Layout proposed", zh: "建议的数据格式")
        case .file: Wording(en: "File", zh: "文件")
        case .encoding: Wording(en: "Encoding", zh: "编码")
        case .delimiter: Wording(en: "Delimiter", zh: "分隔符")
        case .delimiterName(.comma): Wording(en: "comma", zh: "逗号")
        case .delimiterName(.semicolon): Wording(en: "semicolon", zh: "分号")
        case .delimiterName(.tab): Wording(en: "tab", zh: "制表符")
        case .understood(let header, let lines):
            Wording(
                en: "Line \(header) names the columns; this rests on \(lines, "line", "lines") below it.",
                zh: "第\(header)行为列名，已查看其下\(lines)行。")
        case .next(0):
            Wording(
                en: "Save the layout, check it, and import the file by it.", zh: "请保存并核对该格式，再据此导入文件。")
        case .next(let count):
            Wording(
                en:
                    "The file leaves \(count, "point", "points") open; save the layout, settle what is assumed, and import the file by it.",
                zh: "文件中有\(count)处未说明；请保存该格式，逐一确认后再据此导入文件。")
        case .columns: Wording(en: "Columns", zh: "各列")
        case .column: Wording(en: "Column", zh: "列名")
        case .readAs: Wording(en: "Read as", zh: "读作")
        case .contents: Wording(en: "Contents", zh: "内容")
        case .examples: Wording(en: "Examples", zh: "示例")
        case .assumptions: Wording(en: "Assumed, to be checked", zh: "以下为假定，请核对")
        case .role(let role): role.wording
        case .kind(let kind): kind.wording
        case .assumption(let assumption): assumption.wording
        }
    }
}

extension ColumnRole {
    fileprivate var wording: Wording {
        switch self {
        case .dimension(let dimension): SpendDimensionPhrase(dimension).wording
        case .key(let dimension):
            switch dimension {
            case .advertiser: Wording(en: "code of the advertiser", zh: "广告主代码")
            case .brand: Wording(en: "code of the brand", zh: "品牌代码")
            case .product: Wording(en: "code of the product", zh: "产品代码")
            default: Wording(en: "code", zh: "代码")
            }
        case .spend: Wording(en: "spend", zh: "花费")
        case .insertions: Wording(en: "insertions", zh: "投放次数")
        case .currency: Wording(en: "currency", zh: "币种")
        case .spendOfMedium(let name): Wording(en: "spend of \(name)", zh: "\(name)的花费")
        case .ignored: Wording(en: "not read", zh: "不读取")
        }
    }
}

extension ColumnKind {
    fileprivate var wording: Wording {
        switch self {
        case .empty: Wording(en: "nothing", zh: "空")
        case .day(let format): Wording(en: "days as \(format.rawValue)", zh: "日期（\(format.rawValue)）")
        case .month: Wording(en: "months", zh: "月份")
        case .monthNumber: Wording(en: "numbers of months", zh: "月份序号")
        case .quarter: Wording(en: "quarters", zh: "季度")
        case .year: Wording(en: "years", zh: "年份")
        case .amount: Wording(en: "amounts", zh: "金额")
        case .wholeNumber: Wording(en: "whole numbers", zh: "整数")
        case .name(let distinct):
            Wording(en: "\(distinct, "name", "different names")", zh: "\(distinct)个不同的名称")
        }
    }
}

extension LayoutProposal.Assumption {
    fileprivate var wording: Wording {
        switch self {
        case .currency: Wording(en: "the currency of the amounts", zh: "金额的币种")
        case .basis: Wording(en: "whether amounts are rate card or net", zh: "金额为刊例价还是净价")
        case .category: Wording(en: "no column tells the category", zh: "没有品类列")
        case .brand: Wording(en: "no column tells the brand", zh: "没有品牌列")
        case .medium: Wording(en: "no column tells the medium", zh: "没有媒介列")
        case .dayBeforeMonth: Wording(en: "that dates state the day before the month", zh: "日期以日在前、月在后")
        case .decimalMark:
            Wording(
                en: "which mark stands before decimals, and which between thousands", zh: "何者为小数点，何者为千位分隔符")
        case .month: Wording(en: "no column tells the month; the name of the file has to", zh: "没有月份列，须由文件名说明月份")
        case .spend: Wording(en: "which column holds the spend", zh: "哪一列为花费")
        }
    }
}
