import Diagnostics
import Foundation
import Interchange
import MediaSpend
import Seeds
import Spark
import Testing

/// Layouts for tests: those of the seeds, and ones written in a few lines.
enum SparkLayouts {
    static func seed(_ name: String) throws -> Layout {
        let seed = try #require(Seed.layouts.first { $0.file == "\(name).yaml" })
        return try LayoutFile.read(SourceText(String(decoding: seed.bytes, as: UTF8.self), file: seed.file))
    }

    static func layout(_ yaml: String) throws -> Layout {
        try LayoutFile.read(SourceText(yaml, file: "test.yaml"))
    }

    static func ids(_ work: () throws -> Void) -> [String] {
        do {
            try work()
            return []
        } catch let rejection as Rejection {
            return rejection.findings.map(\.id.rawValue)
        } catch {
            return ["\(error)"]
        }
    }
}

@Suite("Layouts as statements")
struct SparkSQLTests {
    @Test("a file whose header is known is read by the places of its columns")
    func occurrences() throws {
        let layout = try SparkLayouts.seed("occurrences")
        let header = [
            "date", "month", "category", "advertiser", "brand", "product", "medium", "vehicle", "region", "daypart",
            "ad_length_s", "insertions", "spend", "currency",
        ]
        let input = SparkInput("a.csv", location: "file:///data/a.csv", format: .csv, header: header)
        let sql = try SparkQuery(layout, of: [input], by: [.month, .brand]).sql(writingTo: "file:///out")
        let blanks = #"' \u0009\u000A\u000B\u000C\u000D\u00A0'"#
        #expect(
            sql == """
                CREATE TEMPORARY VIEW input1 (c0 STRING, c1 STRING, c2 STRING, c3 STRING, c4 STRING, c5 STRING, c6 STRING, \
                c7 STRING, c8 STRING, c9 STRING, c10 STRING, c11 STRING, c12 STRING, c13 STRING) USING csv
                OPTIONS (path 'file:\\u002F\\u002F\\u002Fdata\\u002Fa.csv', sep ',', enforceSchema 'true', header 'true', \
                inferSchema 'false', encoding 'UTF\\u002D8', quote '\\u0022', escape '\\u0022', mode 'FAILFAST', \
                unescapedQuoteHandling 'RAISE_ERROR', columnPruning 'false');
                INSERT OVERWRITE DIRECTORY 'file:\\u002F\\u002F\\u002Fout' USING csv
                OPTIONS (header 'true', encoding 'UTF\\u002D8', quote '\\u0022', escape '\\u0022', compression 'none', \
                emptyValue '', nullValue '', ignoreLeadingWhiteSpace 'false', ignoreTrailingWhiteSpace 'false')
                SELECT by_month AS by_month, by_brand AS by_brand, COUNT(*) AS rows, coalesce(SUM(insertions), 0) AS \
                insertions, COUNT(*) - COUNT(insertions) AS uncounted, CAST(SUM(spend) AS STRING) AS spend, MAX(decimals) AS \
                decimals, MIN(currency) AS currency, MAX(currency) AS last_currency
                FROM (
                SELECT CASE WHEN month RLIKE '^[0\\u002D9]\\u007B4\\u007D[\\u002D\\u002F]?(0[1\\u002D9]|1[0\\u002D2])\\u0024' \
                THEN concat(left(month, 4), '-', right(month, 2)) ELSE raise_error(concat('headroom ', \
                'spend.bad\\u002Dmonth', ' ', month, ' headroom')) END AS by_month, CASE WHEN contains(brand_name, '\\uFFFD') \
                OR contains(brand_name, '\\u0000') THEN raise_error(concat('headroom ', 'spend.wrong\\u002Dencoding', ' ', \
                brand_name, ' headroom')) ELSE brand_name END AS by_brand, CASE WHEN count RLIKE \
                '^\\u002D?[0\\u002D9]\\u007B1,18\\u007D\\u0024' THEN CAST(count AS BIGINT) WHEN count = '' THEN NULL ELSE \
                raise_error(concat('headroom ', 'spend.bad\\u002Dinsertions', ' ', count, ' headroom')) END AS insertions, \
                \(Self.amount(places: 4)) AS spend, CASE WHEN instr(amount, '.') > 0 THEN \
                length(translate(substring_index(amount, '.', -1), ')-', '')) ELSE 0 END AS decimals, money AS currency FROM \
                (SELECT trim(BOTH ' \\u0009' FROM coalesce(CAST(c12 AS STRING), '')) AS amount, trim(BOTH \(blanks) FROM \
                coalesce(CAST(c1 AS STRING), '')) AS month, trim(BOTH \(blanks) FROM coalesce(CAST(c11 AS STRING), '')) AS \
                count, trim(BOTH \(blanks) FROM coalesce(CAST(c13 AS STRING), '')) AS money, trim(BOTH \(blanks) FROM \
                coalesce(CAST(c4 AS STRING), '')) AS brand_name FROM input1)
                )
                GROUP BY by_month, by_brand;

                """)
    }

    private static func amount(places: Int) -> String {
        let number =
            #"([0\u002D9]+(\u005C.[0\u002D9]\u007B1,"# + "\(places)" + #"\u007D)?|\u005C.[0\u002D9]\u007B1,"#
            + "\(places)" + #"\u007D)"#
        return """
            CASE WHEN amount RLIKE '^[+\\u002D]?\(number)\\u0024' THEN CAST(translate(amount, '+', '') AS \
            DECIMAL(20, \(places))) WHEN amount RLIKE \
            '^(\\u005C(\(number)\\u005C)|\(number)\\u002D|\\u2212\(number))\\u0024' THEN -CAST(translate(amount, \
            '()\\u002D\\u2212', '') AS DECIMAL(20, \(places))) WHEN amount = '' THEN raise_error(concat('headroom ', \
            'spend.missing\\u002Damount', ' ', amount, ' headroom')) ELSE raise_error(concat('headroom ', \
            'spend.bad\\u002Damount', ' ', amount, ' headroom')) END
            """
    }

    @Test("names with a key are grouped by it, a file at a time, and called by the first name; constants are texts")
    func google() throws {
        let layout = try SparkLayouts.seed("google-political-weekly")
        let input = SparkInput("b.csv", location: "s3a://bucket/*.csv", format: .csv)
        let query = try SparkQuery(layout, of: [input], by: [.category, .brand])
        #expect(query.findings.map(\.id.rawValue) == ["spark.unchecked-key"])
        let sql = query.sql(writingTo: "file:///out")
        #expect(sql.contains("VIEW input1 USING csv\nOPTIONS (path 's3a:\\u002F\\u002Fbucket\\u002F\\u002A.csv'"))
        #expect(sql.contains("enforceSchema 'false'"))
        #expect(sql.contains("SELECT delivery AS delivery, by_category AS by_category, by_brand AS by_brand, "))
        #expect(sql.contains("MIN(label_brand) AS label_brand"))
        #expect(sql.contains("'Political advertising' AS by_category"))
        #expect(sql.contains("coalesce(CAST(`Advertiser_ID` AS STRING), '')) AS brand_key"))
        #expect(sql.contains("GROUP BY delivery, by_category, by_brand;"))
        #expect(sql.contains("AS DECIMAL(20, 2))"))
        #expect(!sql.contains("currency"))
    }

    @Test("cells that have to be counted are kept until they are written")
    func totals() throws {
        let layout = try SparkLayouts.seed("occurrences")
        let input = SparkInput("d", location: "hdfs://n/d.csv", format: .csv)
        let sql = try SparkQuery(layout, of: [input], by: [.month]).sql(
            writingTo: "file:///s/cells", totals: "file:///s/totals")
        let statements = sql.split(separator: ";\n").map { $0.prefix { $0 != "'" } }
        #expect(
            statements.map { $0.prefix(25) }.dropFirst() == [
                "CREATE TEMPORARY VIEW cel", "CACHE TABLE cells", "INSERT OVERWRITE DIRECTOR",
                "INSERT OVERWRITE DIRECTOR",
            ])
        #expect(sql.contains("SELECT COUNT(*) AS cells, coalesce(SUM(rows), 0) AS total_rows FROM cells;"))
    }

    @Test("what a ledger with page heads asks is refused by name")
    func comsoc() throws {
        let layout = try SparkLayouts.seed("comsoc")
        let input = SparkInput("c_2018.csv", location: "file:///c.csv", format: .csv, year: 2018)
        #expect(
            SparkLayouts.ids { _ = try SparkQuery(layout, of: [input], by: [.month]) } == [
                "spark.lines-in-order", "spark.control-rows",
            ])
    }

    @Test("every seed is either given in full or refused by name")
    func everySeed() throws {
        for seed in Seed.layouts {
            let layout = try LayoutFile.read(
                SourceText(String(decoding: seed.bytes, as: UTF8.self), file: seed.file))
            let input = SparkInput("x_2018.csv", location: "hdfs://x/y.csv", format: .csv, year: 2018)
            let ids = SparkLayouts.ids {
                let sql = try SparkQuery(layout, of: [input], by: SpendDimension.allCases).sql(writingTo: "file:///o")
                #expect(sql.hasSuffix(";\n"))
            }
            #expect(ids.allSatisfy { $0.hasPrefix("spark.") }, "\(seed.file): \(ids)")
        }
    }

    /// A layout that gains a property has to be looked at here: it is put into SQL, or refused, or of no matter to sums.
    @Test("no property of a layout is passed over")
    func properties() throws {
        let known = [
            "name", "about", "encoding", "delimiter", "amounts", "dates", "currency", "basis", "month", "dimensions",
            "insertions", "spend", "unpivot", "rows", "key", "ignored", "emptyTexts", "sheets",
        ]
        let layout = try SparkLayouts.seed("occurrences")
        #expect(Mirror(reflecting: layout).children.compactMap(\.label) == known)
        #expect(
            Mirror(reflecting: layout.rows).children.compactMap(\.label) == [
                "control", "othersAreSkipped", "totalsAreSkipped", "only", "parts",
            ])
        #expect(
            Mirror(reflecting: ColumnSource.NamedColumn("x")).children.compactMap(\.label) == [
                "name", "key", "dropsLeadingZeros", "isOptional", "substitutes",
            ])
        #expect(
            Mirror(reflecting: Unpivot(dimension: .medium, columns: [])).children.compactMap(\.label) == [
                "dimension", "columns", "zerosAreSkipped",
            ])
    }

    @Test("columns that a known header lacks, or has twice, are faults with the file's name")
    func columns() throws {
        let layout = try SparkLayouts.layout(
            """
            name: t
            basis: net
            currency: EUR
            month: {column: Month}
            columns: {category: {constant: X}, brand: Brand, medium: Medium, spend: Spend, region: {column: Region, optional: yes}}
            """)
        func ids(_ header: [String]) -> [String] {
            SparkLayouts.ids {
                _ = try SparkQuery(
                    layout, of: [SparkInput("f.csv", location: "file:///f.csv", format: .csv, header: header)],
                    by: [.month, .brand, .region])
            }
        }
        #expect(ids(["month", "BRAND", "medium", "spend"]) == [])
        #expect(ids(["month", "medium", "spend"]) == ["spend.missing-column"])
        #expect(ids(["month", "brand", "brand", "medium", "spend"]) == ["spend.duplicate-column"])
    }

    @Test("columns side by side are rows of their own, without those that are empty or nothing")
    func wide() throws {
        let layout = try SparkLayouts.seed("robyn-weekly")
        let input = SparkInput("r.csv", location: "file:///r.csv", format: .csv)
        let sql = try SparkQuery(layout, of: [input], by: [.medium]).sql(writingTo: "file:///out")
        #expect(sql.ranges(of: "UNION ALL").count == layout.unpivot!.columns.count - 1)
        #expect(sql.contains("'Television' AS by_medium"))
        #expect(sql.contains("IN ('na', 'NA') THEN ''"))
        #expect(sql.contains("WHERE amount != '') WHERE spend != 0\nUNION ALL"))
    }

    @Test("Parquet is read by the names of its columns")
    func parquet() throws {
        let layout = try SparkLayouts.seed("occurrences")
        let input = SparkInput("d", location: "hdfs://n/d.parquet", format: .parquet)
        let sql = try SparkQuery(layout, of: [input], by: [.month]).sql(writingTo: "file:///out")
        #expect(sql.contains("VIEW input1 USING parquet OPTIONS (path 'hdfs:\\u002F\\u002Fn\\u002Fd.parquet');"))
        #expect(sql.contains("CAST(`spend` AS STRING)"))
    }
}
