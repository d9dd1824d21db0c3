import CXLSXWriter

/// A chart of the program that opens the workbook, drawn from cells of a sheet.
public struct SheetChart: Sendable {
  /// Bars below one another, columns beside one another, or a line.
  public enum Form: Sendable { case bar, column, line }

  /// Numbers of a column, and what each is called.
  public struct Series: Sendable {
    public var name: String
    public var sheet: String
    /// The rows of the cells, counted from 0.
    public var rows: ClosedRange<Int>
    public var labels: Int
    public var values: Int
    /// RGB of each bar or point in turn; one for all where there is one.
    public var inks: [UInt32]

    public init(name: String, sheet: String, rows: ClosedRange<Int>, labels: Int, values: Int, inks: [UInt32]) {
      self.name = name
      self.sheet = sheet
      self.rows = rows
      self.labels = labels
      self.values = values
      self.inks = inks
    }
  }

  public var form: Form
  public var title: String
  public var series: [Series]
  /// In pixels.
  public var width = 560
  public var height = 300

  public init(form: Form, title: String, series: [Series]) {
    self.form = form
    self.title = title
    self.series = series
  }

  /// The chart in a workbook.
  func made(in workbook: UnsafeMutablePointer<lxw_workbook>) -> UnsafeMutablePointer<lxw_chart>? {
    let type =
      switch form {
      case .bar: LXW_CHART_BAR
      case .column: LXW_CHART_COLUMN
      case .line: LXW_CHART_LINE
      }
    guard let chart = workbook_add_chart(workbook, UInt8(type.rawValue)) else { return nil }
    for one in series { add(one, to: chart) }
    chart_title_set_name(chart, title)
    if series.count < 2 { chart_legend_set_position(chart, UInt8(LXW_CHART_LEGEND_NONE.rawValue)) }
    // Bars are drawn from below; the first row is to stand on top, as in the cells.
    if form == .bar {
      chart_axis_set_reverse(chart.pointee.y_axis)
      // Each bar bears its number.
      chart_axis_off(chart.pointee.x_axis)
      chart_axis_major_gridlines_set_visible(chart.pointee.x_axis, 0)
    }
    return chart
  }

  private func add(_ one: Series, to chart: UnsafeMutablePointer<lxw_chart>) {
    guard let added = chart_add_series(chart, nil, nil) else { return }
    let (first, last) = (lxw_row_t(clamping: one.rows.lowerBound), lxw_row_t(clamping: one.rows.upperBound))
    let (labels, values) = (lxw_col_t(clamping: one.labels), lxw_col_t(clamping: one.values))
    chart_series_set_categories(added, one.sheet, first, labels, last, labels)
    chart_series_set_values(added, one.sheet, first, values, last, values)
    chart_series_set_name(added, one.name)
    chart_series_set_labels(added)
    var fills = one.inks.map { lxw_chart_fill(color: $0, none: 0, transparency: 0) }
    if fills.count == 1 {
      if form == .line {
        var line = lxw_chart_line()
        line.color = one.inks[0]
        line.width = 2
        chart_series_set_line(added, &line)
      } else {
        chart_series_set_fill(added, &fills[0])
      }
    } else if !fills.isEmpty {
      fills.withUnsafeMutableBufferPointer { fills in
        var points = fills.indices.map { at in
          lxw_chart_point(line: nil, fill: fills.baseAddress.map { $0 + at }, pattern: nil)
        }
        points.withUnsafeMutableBufferPointer { points in
          var list: [UnsafeMutablePointer<lxw_chart_point>?] = points.indices.map { at in
            points.baseAddress.map { $0 + at }
          }
          list.append(nil)
          chart_series_set_points(added, &list)
        }
      }
    }
  }
}
