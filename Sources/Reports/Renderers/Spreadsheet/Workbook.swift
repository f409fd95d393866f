import CXlsxWriter

/// A workbook that is being written; nothing else knows the library behind it.
final class Workbook {
    private let handle: UnsafeMutablePointer<lxw_workbook>
    private var formats: [CellFormat: UnsafeMutablePointer<lxw_format>] = [:]
    private var names = SheetNames()
    private var isClosed = false
    /// The first thing that went wrong; reported when the workbook is closed.
    private(set) var failure: lxw_error?

    init(path: String, temporaryFolder: String) throws(RenderingFailure) {
        let workbook = temporaryFolder.withCString { folder in
            var options = lxw_workbook_options(
                constant_memory: 0, tmpdir: UnsafeMutablePointer(mutating: folder), use_zip64: 0)
            return workbook_new_opt(path, &options)
        }
        guard let workbook else { throw RenderingFailure("the spreadsheet", cause: "no memory for a workbook") }
        handle = workbook
    }

    deinit {
        if !isClosed { lxw_workbook_free(handle) }
    }

    /// Writes the file.
    func close() throws(RenderingFailure) {
        isClosed = true
        let closing = workbook_close(handle)
        guard let error = failure ?? (closing == LXW_NO_ERROR ? nil : closing) else { return }
        let cause = lxw_strerror(error).map { String(cString: $0) } ?? "error \(error.rawValue)"
        throw RenderingFailure("the spreadsheet", cause: cause)
    }

    /// What the file says of itself. Its date is fixed, so that the same paper gives the same bytes.
    func setProperties(title: String) {
        title.withCString { title in
            var properties = lxw_doc_properties()
            properties.title = UnsafeMutablePointer(mutating: title)
            properties.created = 946_684_800  // 2000-01-01T00:00Z
            note(workbook_set_properties(handle, &properties))
        }
    }

    /// Adds a sheet; its name is made fit for a sheet and different from the others.
    func addSheet(named wanted: String) throws(RenderingFailure) -> Sheet {
        let name = names.add(wanted)
        guard let sheet = workbook_add_worksheet(handle, name) else {
            throw RenderingFailure("the spreadsheet", cause: "the sheet “\(name)” could not be added")
        }
        return Sheet(sheet, name: name, in: self)
    }

    func addChart(_ type: lxw_chart_type) -> UnsafeMutablePointer<lxw_chart>? {
        workbook_add_chart(handle, UInt8(type.rawValue))
    }

    func note(_ error: lxw_error) {
        if error != LXW_NO_ERROR, failure == nil { failure = error }
    }

    /// The library's form of a format, made once.
    func format(_ wanted: CellFormat) -> UnsafeMutablePointer<lxw_format>? {
        if let known = formats[wanted] { return known }
        guard let format = workbook_add_format(handle) else { return nil }
        wanted.apply(to: format)
        formats[wanted] = format
        return format
    }
}

/// How cells look.
struct CellFormat: Hashable {
    var number: String?
    var alignment = Column.Alignment.leading
    var emphasis = Cell.Emphasis.plain
    var role = Role.body
    var wraps = false
    var isLink = false
    /// Set in a little, behind a column of numbers that stand to the right.
    var isIndented = false

    enum Role: Hashable {
        case title
        case heading
        case body
        case total
        case quiet
    }

    fileprivate func apply(to format: UnsafeMutablePointer<lxw_format>) {
        if let number { format_set_num_format(format, number) }
        switch alignment {
        case .leading: format_set_align(format, UInt8(LXW_ALIGN_LEFT.rawValue))
        case .centre: format_set_align(format, UInt8(LXW_ALIGN_CENTER.rawValue))
        case .trailing: format_set_align(format, UInt8(LXW_ALIGN_RIGHT.rawValue))
        }
        format_set_align(format, UInt8(LXW_ALIGN_VERTICAL_TOP.rawValue))
        if wraps { format_set_text_wrap(format) }
        if isIndented { format_set_indent(format, 1) }
        if isLink {
            format_set_underline(format, UInt8(LXW_UNDERLINE_SINGLE.rawValue))
            format_set_font_color(format, Palette.number(Palette.leading))
        }
        switch role {
        case .title:
            format_set_bold(format)
            format_set_font_size(format, 16)
        case .heading:
            format_set_bold(format)
            format_set_text_wrap(format)
            format_set_bottom(format, UInt8(LXW_BORDER_THIN.rawValue))
            format_set_bg_color(format, Palette.number(Palette.shade))
        case .total:
            format_set_bold(format)
            format_set_top(format, UInt8(LXW_BORDER_THIN.rawValue))
        case .quiet: format_set_font_color(format, Palette.number(Palette.quietInk))
        case .body: break
        }
        applyEmphasis(to: format)
    }

    private func applyEmphasis(to format: UnsafeMutablePointer<lxw_format>) {
        switch emphasis {
        case .plain, .blank: break
        case .strong: format_set_bold(format)
        case .muted: format_set_font_color(format, Palette.number(Palette.faintInk))
        case .kept: format_set_font_color(format, Palette.number(Palette.good))
        case .critical, .missed:
            format_set_bold(format)
            format_set_font_color(format, Palette.number(Palette.critical))
        case .new:
            format_set_bold(format)
            format_set_font_color(format, Palette.number(Palette.leading))
        }
    }
}

extension Palette {
    /// `#rrggbb` as the library takes it.
    static func number(_ colour: String) -> lxw_color_t { lxw_color_t(colour.dropFirst(), radix: 16) ?? 0 }
}
