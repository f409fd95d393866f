import MediaSpend

/// What a dimension of spend is called in a sentence.
struct SpendDimensionPhrase: Phrase {
    let dimension: SpendDimension

    init(_ dimension: SpendDimension) { self.dimension = dimension }

    var wording: Wording {
        switch dimension {
        case .month: Wording(en: "month", zh: "月份")
        case .day: Wording(en: "day", zh: "日期")
        case .category: Wording(en: "category", zh: "品类")
        case .advertiser: Wording(en: "advertiser", zh: "广告主")
        case .brand: Wording(en: "brand", zh: "品牌")
        case .product: Wording(en: "product", zh: "产品")
        case .medium: Wording(en: "medium", zh: "媒介")
        case .vehicle: Wording(en: "vehicle", zh: "载体")
        case .region: Wording(en: "region", zh: "地区")
        case .daypart: Wording(en: "daypart", zh: "时段")
        case .adLength: Wording(en: "ad length", zh: "广告长度")
        }
    }
}

extension Phrasebook {
    /// What a dimension is called at the head of a column.
    func heading(of dimension: SpendDimension) -> String {
        let name = say(SpendDimensionPhrase(dimension))
        return name.prefix(1).uppercased() + name.dropFirst()
    }
}
