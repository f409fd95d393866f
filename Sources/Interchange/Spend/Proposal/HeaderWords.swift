import MediaSpend

/// What the name of a column says in English, Chinese, Spanish or German.
struct HeaderWords {
    /// What a name may say.
    enum Sense: Hashable {
        case dimension(SpendDimension)
        case spend, insertions, currency, year, quarter, week, code

        static let month = Sense.dimension(.month)
        static let day = Sense.dimension(.day)
    }

    /// In small letters, without remarks in brackets, words parted by single blanks.
    let plain: String
    /// The remarks in brackets: `万元` of `花费(万元)`.
    let remark: String

    init(_ name: String) {
        var plain = ""
        var remark = ""
        var depth = 0
        for character in name.lowercased() {
            switch character {
            case "(", "（", "[", "【": depth += 1
            case ")", "）", "]", "】": depth = max(0, depth - 1)
            case _ where depth > 0: remark.append(character)
            case "_", ".", "-", "/", ":", "：": plain.append(" ")
            default: plain.append(character)
            }
        }
        self.plain = plain.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        self.remark = remark
    }

    /// How well the name says something: 0 for not at all; the whole name above a part of it, long words above short ones.
    func strength(of sense: Sense) -> Int {
        var best = 0
        for word in Self.table[sense] ?? [] {
            if plain == word {
                best = max(best, 1_000 + word.count)
            } else if holds(word) {
                best = max(best, 100 + word.count)
            }
        }
        return best
    }

    func suggests(_ sense: Sense) -> Bool { strength(of: sense) > 0 }

    var suggestsAmount: Bool { suggests(.spend) || suggests(.insertions) }

    /// Chinese writes words without blanks between them; in other scripts only whole words count.
    private func holds(_ word: String) -> Bool {
        guard word.unicodeScalars.allSatisfy({ $0.value < 0x2E80 }) else { return plain.contains(word) }
        return " \(plain) ".contains(" \(word) ")
    }

    /// The power of ten that the name states: 4 for `花费(万元)`.
    var unit: String? {
        let text = plain + " " + remark
        return Self.units.first { text.contains($0.word) }?.unit
    }

    /// The currency that the name states by its code or word.
    var currency: String? {
        let text = plain + " " + remark
        let tokens = Set(text.split(whereSeparator: { !$0.isLetter }).map(String.init))
        return Self.currencies.first {
            tokens.contains($0.word) || (!$0.word.utf8.allSatisfy { $0 < 128 } && text.contains($0.word))
        }?
        .code
    }

    private static let units: [(word: String, unit: String)] = [
        ("百万", "millions"), ("万元", "万元"), ("万", "万元"), ("千元", "千元"), ("000s", "thousands"), ("000", "thousands"),
        ("thousand", "thousands"), ("miles", "thousands"), ("tsd", "thousands"), ("million", "millions"),
        ("mio", "millions"), ("millones", "millions"),
    ]

    private static let currencies: [(word: String, code: String)] = [
        ("cny", "CNY"), ("rmb", "CNY"), ("人民币", "CNY"), ("美元", "USD"), ("港元", "HKD"), ("欧元", "EUR"), ("元", "CNY"),
        ("usd", "USD"), ("eur", "EUR"), ("euro", "EUR"), ("euros", "EUR"), ("€", "EUR"), ("gbp", "GBP"), ("mxn", "MXN"),
        ("pesos", "MXN"), ("hkd", "HKD"), ("jpy", "JPY"), ("chf", "CHF"), ("cad", "CAD"), ("aud", "AUD"),
    ]

    private static let table: [Sense: [String]] = [
        .month: ["月份", "年月", "月度", "月", "month", "period", "mes", "periodo", "período", "monat", "zeitraum"],
        .day: [
            "日期", "投放日期", "播出日期", "刊播日期", "刊登日期", "开始日期", "周", "date", "day", "air date", "start date", "week", "wk",
            "week start", "time", "dt", "fecha", "día", "semana", "datum", "tag", "woche",
        ],
        .week: ["week", "wk", "周", "semana", "woche"],
        .year: ["年份", "年度", "year", "año", "ejercicio", "jahr"],
        .quarter: ["季度", "季", "quarter", "trimestre", "quartal"],
        .dimension(.category): [
            "品类", "类别", "行业", "大类", "产品类别", "category", "sector", "industry", "product category", "categoría",
            "categoria", "rubro", "kategorie", "branche", "warengruppe", "produktgruppe",
        ],
        .dimension(.advertiser): [
            "广告主", "广告客户", "客户", "公司", "集团", "advertiser", "company", "client", "owner", "anunciante", "empresa",
            "cliente",
            "department", "dependencia", "werbetreibender", "werbungtreibender", "werbekunde", "kunde", "firma",
            "rechtsträger",
        ],
        .dimension(.brand): ["品牌", "brand", "marca", "marke"],
        .dimension(.product): [
            "产品", "商品", "产品名称", "产品型号", "product", "campaign", "campaign name", "producto", "campaña", "produkt",
            "kampagne",
        ],
        .dimension(.medium): [
            "媒介", "媒介类型", "媒体类型", "媒体类别", "媒体类", "medium", "media", "media type", "medio", "medios", "tipo de medio",
            "mediengattung", "gattung", "werbeträger", "mediatype",
        ],
        .dimension(.vehicle): [
            "媒体", "媒体名称", "载体", "频道", "栏目", "刊物", "vehicle", "publication", "station", "channel", "title", "outlet",
            "site", "soporte", "vehículo", "beneficiario", "titel", "sender", "medieninhaber",
        ],
        .dimension(.region): [
            "地区", "区域", "城市", "省份", "市场", "region", "city", "market", "state", "dma", "geo", "country", "ciudad",
            "región", "provincia", "estado", "gebiet", "bundesland", "stadt", "ort",
        ],
        .dimension(.daypart): ["时段", "daypart", "time slot", "franja", "horario", "tageszeit", "zeitschiene"],
        .dimension(.adLength): [
            "广告长度", "长度", "时长", "秒数", "规格", "ad length", "ad length s", "length", "duration", "seconds",
            "spot length", "duración", "duracion", "länge", "spotlänge",
        ],
        .insertions: [
            "投放次数", "插播次数", "次数", "频次", "insertions", "spots", "occurrences", "inserciones", "pases", "schaltungen",
            "einschaltungen",
        ],
        .spend: [
            "花费", "费用", "金额", "投放金额", "投放费用", "广告花费", "刊例花费", "刊例价", "刊例", "净价", "spend", "spending", "cost", "amount",
            "expenditure", "investment", "value", "importe", "costo", "coste", "inversión", "inversion", "gasto",
            "monto",
            "betrag", "ausgaben", "kosten", "spendings", "werbeaufwand", "bruttowerbeaufwand", "euro", "euros", "eur",
        ],
        .currency: ["币种", "货币", "currency", "moneda", "divisa", "währung"],
        .code: ["id", "code", "编码", "代码", "编号", "código", "codigo", "clave", "nr", "nummer", "no"],
    ]
}
