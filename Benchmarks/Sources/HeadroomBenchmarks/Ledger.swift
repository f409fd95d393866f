import Foundation
import Headroom

/// A job of a million debits and credits: posted from a table into a workspace, then a month is closed. Every order has work of
/// half its amount and an invoice of two thirds, so what the standing must be is known in closed form.
let ledger = [1_000_000].map { postings in
    let orders = postings / 9
    let table = LedgerTable(orders: orders)
    return Benchmark(name: "ledger-\(postings)", units: postings) {
        let workspace = TemporaryWorkspace()
        let path = workspace.path
        let input = InputFile(path: "made.csv", bytes: table.bytes)
        _ = try! Answer.costPost([input], job: "made", currency: .cny, on: CivilDay("2026-12-31"), in: path)
        let began = Timing.of {
            let month = CivilMonth("2026-01")!
            let close = try! Workspace(at: path).close(month, of: "made", on: CivilDay("2026-02-02")!, by: "benchmark")
            let total = try! close.record.figures.total()
            precondition(total.accrued.minorUnits == Int64(orders) * 40_000, "\(total.accrued) accrued")
            precondition(total.openCommitment.minorUnits == Int64(orders) * 20_000, "\(total.openCommitment) open")
            precondition(total.paid.minorUnits == Int64(orders) * 20_000, "\(total.paid) paid")
            precondition(close.record.figures.proof.allSatisfy(\.isZero), "the books do not balance")
        }
        print("{\"benchmark\":\"ledger-\(postings)-close\",\"wallSeconds\":\(began.wall.rounded6)}")
    }
}

/// A workspace that goes away with its owner.
final class TemporaryWorkspace {
    let path: String

    init() {
        path = FileManager.default.temporaryDirectory.appending(path: "headroom-\(UUID().uuidString).sqlite").path
    }

    deinit { for ending in ["", "-wal", "-shm"] { try? FileManager.default.removeItem(atPath: path + ending) } }
}

/// Of each order of 600.00: work of 300.00, an invoice of 400.00 with tax of 24.00, half of which is paid. Nine postings.
private struct LedgerTable: Sendable {
    let bytes: [UInt8]

    init(orders: Int) {
        var text = "id,date,kind,line,order,party,amount,tax,settles\n"
        for order in 0..<orders {
            let line = "line-\(order % 40)"
            text += "PO-\(order),2026-01-05,order,\(line),,Supplier \(order % 300),600.00,,\n"
            text += "W-\(order),2026-01-12,work-done,,PO-\(order),,300.00,,\n"
            text += "I-\(order),2026-01-15,invoice,,PO-\(order),,400.00,24.00,\n"
            text += "P-\(order),2026-01-30,payment,,,,212.00,,I-\(order)\n"
        }
        bytes = Array(text.utf8)
    }
}
