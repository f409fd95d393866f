/// How pages look: a quiet paper, white, one column, numbers that line up.
enum HTMLStyle {
    static let sheet = [base, head, blocks, tables, charts, phone, print].joined(separator: "\n")

    /// For pages whose sentences lead to the tables of their figures; paper leads nowhere.
    static let following = """
        .follow { color: \(Palette.faintInk); text-decoration: none; }
        .follow:hover, .follow:focus { color: \(Palette.leading); }
        @media print { .follow { display: none; } }
        """

    /// Added to pages that are signed.
    static let signing = """
        tr:has(.blank) > * { padding-top: 30px; border-bottom: none; }
        section:has(.blank) { break-inside: avoid; }
        td.blank { color: \(Palette.faintInk); white-space: nowrap; }
        """

    /// Added to pages that lead somewhere.
    static let links = """
        td a { color: \(Palette.leading); text-underline-offset: 2px; }
        """

    private static let base = """
        * { box-sizing: border-box; }
        html { -webkit-text-size-adjust: 100%; }
        body { margin: 0; background: \(Palette.paper); color: \(Palette.ink); font: 16px/1.55 \(Typeface.stack); }
        :lang(zh-Hans) body { line-height: 1.7; }
        :lang(en) body { font-variant-east-asian: proportional-width; }
        main { max-width: 944px; margin: 0 auto; padding: 44px 32px 64px; overflow-wrap: anywhere; }
        h1, h2, h3, p, ul, dl, dd { margin: 0; }
        """

    private static let head = """
        h1 { font-size: 29px; line-height: 1.25; letter-spacing: -0.01em; }
        :lang(zh-Hans) h1 { letter-spacing: 0; }
        .subtitle { margin-top: 4px; font-size: 17px; color: \(Palette.quietInk); }
        .facts { display: flex; flex-wrap: wrap; gap: 2px 26px; margin-top: 14px; font-size: 13px; }
        .facts div { display: flex; gap: 7px; }
        .facts dt { color: \(Palette.faintInk); white-space: nowrap; }
        .facts dd { color: \(Palette.quietInk); }
        .headline { margin-top: 26px; padding: 16px 20px; border-left: 5px solid \(Palette.quietInk);
          background: #f7f9fa; }
        .headline p + p { margin-top: 6px; }
        .headline p:first-child { font-size: 20px; line-height: 1.4; font-weight: 600; text-wrap: balance; }
        .good { border-left-color: \(Palette.good); }
        .warning { border-left-color: #c98a00; }
        .bad { border-left-color: \(Palette.critical); }
        """

    private static let blocks = """
        section { margin-top: 40px; }
        h2 { padding-bottom: 6px; border-bottom: 1px solid \(Palette.rule); font-size: 20px; line-height: 1.35; }
        section > p, section > ul { margin-top: 14px; max-width: 46em; }
        ul { padding-left: 1.3em; }
        li + li { margin-top: 4px; }
        .keys { display: grid; grid-template-columns: repeat(auto-fit, minmax(150px, 1fr)); gap: 12px;
          margin-top: 18px; }
        .key { padding: 10px 14px 12px; border: 1px solid \(Palette.rule); border-left-width: 4px; }
        .key .label { font-size: 13px; color: \(Palette.quietInk); }
        .key .value { font-size: 21px; line-height: 1.35; font-weight: 600; }
        .key .context { font-size: 13px; color: \(Palette.quietInk); }
        .key.good { border-left-color: \(Palette.good); }
        .key.warning { border-left-color: #c98a00; }
        .key.bad { border-left-color: \(Palette.critical); }
        .note { margin-top: 12px; padding: 8px 14px; border-left: 4px solid \(Palette.rule); font-size: 15px; }
        .note.good { border-left-color: \(Palette.good); }
        .note.warning { border-left-color: #c98a00; background: #fdf8ec; }
        .note.bad { border-left-color: \(Palette.critical); background: #fcf1ee; }
        .note .advice { color: \(Palette.quietInk); }
        """

    private static let tables = """
        .table { margin-top: 20px; }
        h3 { font-size: 16px; line-height: 1.4; }
        .scroll { margin-top: 8px; overflow-x: auto;
          background: linear-gradient(90deg, \(Palette.paper) 40%, transparent) local,
            linear-gradient(270deg, \(Palette.paper) 40%, transparent) 100% 0 local,
            linear-gradient(90deg, #00000024, transparent), linear-gradient(270deg, #00000024, transparent) 100% 0;
          background-repeat: no-repeat; background-size: 40px 100%, 40px 100%, 12px 100%, 12px 100%; }
        table { width: 100%; border-collapse: separate; border-spacing: 0; font-size: 14px; line-height: 1.45;
          font-variant-numeric: tabular-nums; }
        th, td { padding: 6px 10px; border-bottom: 1px solid \(Palette.paleRule); text-align: left;
          vertical-align: top; font-weight: 400; }
        th:first-child, td:first-child { padding-left: 2px; }
        th:last-child, td:last-child { padding-right: 2px; }
        thead th { vertical-align: bottom; border-bottom: 1.5px solid \(Palette.faintInk); font-size: 13px;
          font-weight: 600; color: \(Palette.quietInk); overflow-wrap: normal; word-break: keep-all; }
        tbody .text { min-width: 7em; hyphens: auto; }
        tbody th.text { min-width: 10em; }
        td, tbody th { white-space: nowrap; overflow-wrap: normal; }
        td.text, tbody th.text, .more td { white-space: normal; overflow-wrap: anywhere; }
        .integer { width: 1%; }
        .centre { text-align: center; }
        .trailing { text-align: right; }
        tbody:has(+ tfoot) tr:last-child > * { border-bottom: none; }
        tfoot th, tfoot td { border-top: 1.5px solid \(Palette.faintInk); border-bottom: none; font-weight: 600; }
        .strong { font-weight: 600; }
        td.muted, th.muted, .more td { color: \(Palette.faintInk); }
        td.critical, th.critical { color: \(Palette.critical); font-weight: 600; }
        td.missed, th.missed { color: \(Palette.critical); font-weight: 600; }
        td.kept, th.kept { color: \(Palette.good); }
        td.new, th.new { color: \(Palette.leading); font-weight: 600; }
        sup { font-size: 0.72em; line-height: 0; }
        .remark { margin-top: 6px; font-size: 13px; color: \(Palette.quietInk); }
        """

    private static let charts = """
        figure { margin: 20px 0 0; }
        figcaption { margin-bottom: 8px; font-weight: 600; line-height: 1.4; }
        svg { display: block; max-width: 100%; height: auto; font-family: inherit; }
        svg + svg { margin-top: 18px; }
        .narrow { display: none; }
        .summary { margin-top: 8px; font-size: 13px; color: \(Palette.quietInk); }
        """

    private static let phone = """
        @media screen and (min-width: 641px) {
          .dense table { font-size: 12px; }
          .dense th, .dense td { padding: 6px 5px; }
          .dense thead th { font-size: 12px; }
          .dense tbody th.text { min-width: 9em; }
          .dense .trailing + .leading { padding-left: 12px; }
        }
        @media screen and (max-width: 640px) {
          main { padding: 22px 16px 40px; }
          h1 { font-size: 24px; }
          .headline { margin-left: -16px; margin-right: -16px; padding: 14px 16px 14px 11px; }
          .headline p:first-child { font-size: 18px; }
          .keys { grid-template-columns: 1fr 1fr; }
          .key .value { font-size: 18px; }
          .wide { display: none; }
          .narrow { display: block; }
          .narrow svg { width: 100%; }
          /* In whole pixels: a sticky cell paints over a border that lies between two. */
          table { font-size: 13px; line-height: 19px; }
          th, td { padding: 6px 7px; }
          tbody .text { min-width: 5.5em; max-width: 15em; }
          td.text, tbody th.text { overflow-wrap: break-word; }
          tbody th.text { min-width: 7.8em; }
          td.long { min-width: 13em; }
          tbody th.long { min-width: 9.5em; }
          .extra { display: none; }
          td.date, tbody th.date { min-width: 4.8em; white-space: normal; }
          th:first-child:not(.integer), .integer:first-child + .text, .integer:first-child + .integer + .text {
            position: sticky; left: 0; background: \(Palette.paper); }
        }
        """

    private static let print = """
        @page { size: A4; margin: 16mm 15mm 18mm; }
        @media print {
          * { -webkit-print-color-adjust: exact; print-color-adjust: exact; }
          body { font-size: 10.5pt; }
          main { max-width: none; padding: 0; }
          section { margin-top: 26px; }
          h1, h2, h3, figcaption, .headline { break-after: avoid; }
          tr, svg, .key, .note, .headline, li { break-inside: avoid; }
          thead { display: table-header-group; }
          tfoot { display: table-row-group; }
          .scroll { overflow: visible; background: none; }
          .short { break-inside: avoid; }
          .wide svg { max-height: 226mm; }
          .key .value { font-size: 13pt; }
          table { font-size: 9pt; }
          th, td { padding: 4px 6px; }
          p { orphans: 3; widows: 3; }
        }
        """
}
