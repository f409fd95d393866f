import CXlsxWriter

/// A chart of the library on a sheet whose title stands in the first cell, headings in the second row, and places with
/// their values below.
///
/// Titles and names are given as cells: given as words, the library would take one that begins with `=` for a formula.
struct NativeChart {
    typealias Series = UnsafeMutablePointer<lxw_chart_series>

    private let handle: UnsafeMutablePointer<lxw_chart>
    private let sheet: Sheet
    private let places: Int
    /// Entries of the legend that are not shown, by the order of the series.
    private var hidden: [Int16] = []
    private var count = 0

    /// `nil` when there is no memory for one.
    init?(_ kind: lxw_chart_type, on sheet: Sheet, places: Int, in workbook: Workbook) {
        guard let handle = workbook.addChart(kind) else { return nil }
        self.handle = handle
        self.sheet = sheet
        self.places = places
        chart_title_set_name_range(handle, sheet.name, 0, 0)
    }

    /// The first row of values.
    static let firstRow = 2

    /// Adds the values of a column.
    mutating func add(column: Int, legend: ChartData.LegendEntry = .heading) -> Series? {
        guard let series = chart_add_series(handle, nil, nil) else { return nil }
        let (first, last) = (lxw_row_t(Self.firstRow), lxw_row_t(Self.firstRow + places - 1))
        chart_series_set_categories(series, sheet.name, first, 0, last, 0)
        chart_series_set_values(series, sheet.name, first, lxw_col_t(column), last, lxw_col_t(column))
        if case .words(let words) = legend, let first = words.printable.first, first != "=" {
            chart_series_set_name(series, words.printable.cut(utf16: 250))
        } else {
            chart_series_set_name_range(series, sheet.name, 1, lxw_col_t(column))
        }
        if legend == .none { hidden.append(Int16(count)) }
        count += 1
        return series
    }

    /// Sets the chart on the sheet, its corner in this cell.
    func insert(atRow row: Int, column: Int, format: String, isHorizontal: Bool) {
        setAxes(format: format, isHorizontal: isHorizontal)
        let legend = count - hidden.count > 1 ? LXW_CHART_LEGEND_BOTTOM : LXW_CHART_LEGEND_NONE
        chart_legend_set_position(handle, UInt8(legend.rawValue))
        var entries = hidden + [-1]
        if !hidden.isEmpty { sheet.note(chart_legend_delete_series(handle, &entries)) }
        var options = lxw_chart_options()
        options.x_scale = 1.6
        options.y_scale = isHorizontal ? max(1.2, Double(places) * 0.07) : 1.4
        options.x_offset = 12
        sheet.note(worksheet_insert_chart_opt(sheet.handle, lxw_row_t(row), lxw_col_t(column), handle, &options))
    }

    private func setAxes(format: String, isHorizontal: Bool) {
        // In horizontal charts the library's x axis carries the values and its y axis the places.
        let (x, y) = (handle.pointee.x_axis, handle.pointee.y_axis)
        let (values, places) = isHorizontal ? (x, y) : (y, x)
        chart_axis_set_num_format(values, format)
        var rule = lxw_chart_line()
        rule.color = Palette.number(Palette.rule)
        rule.width = 0.75
        chart_axis_major_gridlines_set_line(values, &rule)
        // At the border of the picture, not at zero in the midst of it.
        chart_axis_set_label_position(places, UInt8(LXW_CHART_AXIS_LABEL_POSITION_LOW.rawValue))
        guard isHorizontal else { return }
        chart_axis_set_reverse(places)
        chart_axis_set_major_tick_mark(places, UInt8(LXW_CHART_AXIS_TICK_MARK_NONE.rawValue))
        chart_set_series_gap(handle, 60)
    }

    // MARK: Looks

    static func draw(_ series: Series, _ stroke: ChartData.Stroke, _ colour: String) {
        var line = lxw_chart_line()
        line.color = Palette.number(colour)
        line.width = stroke.width
        if stroke == .dotted { line.dash_type = UInt8(LXW_CHART_LINE_DASH_ROUND_DOT.rawValue) }
        chart_series_set_line(series, &line)
    }

    static func fill(_ series: Series, _ colour: String) {
        var fill = lxw_chart_fill()
        fill.color = Palette.number(colour)
        chart_series_set_fill(series, &fill)
    }

    /// Takes its room and is not seen.
    static func hide(_ series: Series) {
        var (fill, line) = (lxw_chart_fill(), lxw_chart_line())
        fill.none = UInt8(LXW_TRUE.rawValue)
        line.none = UInt8(LXW_TRUE.rawValue)
        chart_series_set_fill(series, &fill)
        chart_series_set_line(series, &line)
    }

    /// A dot at each place: a line needs two of them to be seen.
    static func mark(_ series: Series, _ colour: String) {
        var fill = lxw_chart_fill()
        fill.color = Palette.number(colour)
        chart_series_set_marker_type(series, UInt8(LXW_CHART_MARKER_CIRCLE.rawValue))
        chart_series_set_marker_fill(series, &fill)
    }
}
