/// The fonts that pages and pictures ask for: plain sans-serif, with fonts for simplified Chinese named before the
/// generic one, lest a system choose the Japanese forms of characters.
enum Typeface {
    static let stack =
        "'Helvetica Neue', Arial, 'Segoe UI', 'PingFang SC', 'Microsoft YaHei', 'Noto Sans CJK SC', 'Noto Sans SC', "
        + "'Source Han Sans SC', sans-serif"
}
