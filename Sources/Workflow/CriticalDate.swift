public import Scheduling
public import WorkTime

/// A deadline of a vehicle beside what the plan says of it.
public struct CriticalDate: Sendable {
    public let vehicle: Vehicle
    public let deadline: Vehicle.Deadline
    /// When it will be met; `nil` for a date that no work leads to.
    public let forecast: CivilMinute?
    /// From the forecast to the deadline, by the calendar of the plan; below zero when it is missed.
    public let headroom: WorkMinutes?
    /// The latest moment at which the activity that meets it may start, so that every promise of the plan is kept; `nil`
    /// for one that has begun.
    public let latestSafeStart: CivilMinute?
}

extension Schedule {
    /// The deadlines of all vehicles, the earliest first.
    public func criticalDates(of vehicles: [Vehicle]) -> [CriticalDate] {
        vehicles.isEmpty ? [] : criticalDates(of: vehicles, latestSafeDates())
    }

    func criticalDates(of vehicles: [Vehicle], _ safe: [SafeDates?]) -> [CriticalDate] {
        let forecasts = Dictionary(deadlines.compactMap { forecast in forecast.activity.map { ($0, forecast) } }) {
            first, _ in first
        }
        let dates = vehicles.flatMap { vehicle in
            vehicle.deadlines.map { deadline in
                let forecast = deadline.milestone.flatMap { forecasts[$0] }
                return CriticalDate(
                    vehicle: vehicle, deadline: deadline, forecast: forecast?.forecast,
                    headroom: forecast?.timeHeadroom,
                    latestSafeStart: deadline.activity.flatMap { project.index(of: $0) }.flatMap { safe[$0]?.start })
            }
        }
        return dates.enumerated().sorted { ($0.element.deadline.due, $0.offset) < ($1.element.deadline.due, $1.offset) }
            .map(\.element)
    }
}
