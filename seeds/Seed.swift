/// What a new user starts from: files of this folder, embedded in the binary.
public struct Seed: Sendable {
    /// The name by which it is asked for: the file's name without its ending.
    public let name: String
    /// The file's name.
    public let file: String
    public let bytes: [UInt8]

    private init(_ file: String, _ bytes: [UInt8]) {
        self.file = file
        self.bytes = bytes
        name = String(file.prefix { $0 != "." })
    }

    /// Working calendars with the holidays of a country.
    public static let calendars = [
        Seed("china.yaml", PackageResources.china_yaml),
        Seed("england.yaml", PackageResources.england_yaml),
        Seed("hong-kong.yaml", PackageResources.hong_kong_yaml),
        Seed("japan.yaml", PackageResources.japan_yaml),
        Seed("singapore.yaml", PackageResources.singapore_yaml),
        Seed("united-states.yaml", PackageResources.united_states_yaml),
    ]

    /// Plan templates: the procedures and the campaign that joins them.
    public static let plans = [
        Seed("campaign.yaml", PackageResources.campaign_yaml),
        Seed("creative.yaml", PackageResources.creative_yaml),
        Seed("general.yaml", PackageResources.general_yaml),
        Seed("media.yaml", PackageResources.media_yaml),
        Seed("research.yaml", PackageResources.research_yaml),
    ]

    /// The procedures of the trade, from which plans are composed.
    public static let procedures = [
        Seed("creative.procedure.yaml", PackageResources.creative_procedure_yaml),
        Seed("general.procedure.yaml", PackageResources.general_procedure_yaml),
        Seed("media.procedure.yaml", PackageResources.media_procedure_yaml),
        Seed("research.procedure.yaml", PackageResources.research_procedure_yaml),
    ]

    /// The markets, and what their vehicles want how long before an air date.
    public static let markets = Seed("markets.yaml", PackageResources.markets_yaml)

    /// Taxes and fees with their dates, one file a place.
    public static let taxes = [Seed("china.taxes.yaml", PackageResources.china_taxes_yaml)]

    /// Layouts of vendors' month files.
    public static let layouts = [
        Seed("basque-campaigns.yaml", PackageResources.basque_campaigns_yaml),
        Seed("comsoc.yaml", PackageResources.comsoc_yaml),
        Seed("google-political-districts.yaml", PackageResources.google_political_districts_yaml),
        Seed("google-political-geo.yaml", PackageResources.google_political_geo_yaml),
        Seed("google-political-weekly.yaml", PackageResources.google_political_weekly_yaml),
        Seed("medientransparenz.yaml", PackageResources.medientransparenz_yaml),
        Seed("meridian-geo.yaml", PackageResources.meridian_geo_yaml),
        Seed("occurrences.yaml", PackageResources.occurrences_yaml),
        Seed("retail-weekly.yaml", PackageResources.retail_weekly_yaml),
        Seed("robyn-weekly.yaml", PackageResources.robyn_weekly_yaml),
    ]

    /// Inputs of the demo, and what is made from them.
    public static let examples = [
        Seed("README.md", PackageResources.README_md),
        Seed("launch-film.csv", PackageResources.launch_film_csv),
        Seed("snacks-and-dairy.csv.gz", PackageResources.snacks_and_dairy_csv_gz),
        Seed("summer-tea.csv", PackageResources.summer_tea_csv),
        Seed("summer-tea.yaml", PackageResources.summer_tea_yaml),
        Seed("tea-stores.csv.gz", PackageResources.tea_stores_csv_gz),
    ]
}
