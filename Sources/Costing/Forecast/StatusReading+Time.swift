public import Monetary

extension StatusReading {
    /// The expected duration of the job in calendar days from its planned start (EAC(t)).
    public func durationAtCompletion(_ method: TimeEstimateMethod) throws(Undefined) -> Rate {
        let schedule = try schedule.get()
        guard let planned = schedule.planned else { throw .planIncomplete }
        return switch method {
        case .pv1: try plannedLessVariance(planned)
        case .pv2: try Self.quotient(planned, try value.schedulePerformanceIndex)
        case .pv3: try Self.quotient(planned, try performanceFactor(.sci))
        case .ed1: try earnedDuration(schedule, planned, .one)
        case .ed2: try earnedDuration(schedule, planned, try value.schedulePerformanceIndex)
        case .ed3: try earnedDuration(schedule, planned, try performanceFactor(.sci))
        case .es1: try afterStatus(schedule, .one)
        case .es2: try afterStatus(schedule, try schedule.performanceIndex)
        case .es3: try afterStatus(schedule, try criticalRatio(schedule))
        }
    }

    /// PD − PD · SV / BAC.
    private func plannedLessVariance(_ planned: Rate) throws(Undefined) -> Rate {
        let variance = try value.scheduleVariance
        return try counted { () throws(MonetaryFault) in
            try planned - planned * variance.ratio(to: value.budgetAtCompletion)
        }
    }

    /// AT + (max(PD, AT) − AT · SPI) / factor: what is earned is counted in time elapsed.
    private func earnedDuration(
        _ schedule: EarnedSchedule, _ planned: Rate, _ factor: Rate
    ) throws(Undefined) -> Rate {
        let index = try value.schedulePerformanceIndex
        let rest = try counted { () throws(MonetaryFault) in
            try max(planned, schedule.elapsed) - schedule.elapsed * index
        }
        return try Self.sum(schedule.elapsed, try Self.quotient(rest, factor))
    }

    /// AT + (PD − ES) / factor.
    private func afterStatus(_ schedule: EarnedSchedule, _ factor: Rate) throws(Undefined) -> Rate {
        let rest = try schedule.remaining
        return rest.isZero ? schedule.elapsed : try Self.sum(schedule.elapsed, try Self.quotient(rest, factor))
    }

    /// CPI × SPI(t).
    private func criticalRatio(_ schedule: EarnedSchedule) throws(Undefined) -> Rate {
        let (cost, time) = (try value.costPerformanceIndex, try schedule.performanceIndex)
        return try counted { () throws(MonetaryFault) in try cost * time }
    }

    private static func quotient(_ time: Rate, _ factor: Rate) throws(Undefined) -> Rate {
        guard !factor.isZero else { throw .noEarnedValue }
        return try counted { () throws(MonetaryFault) in try time / factor }
    }

    private static func sum(_ first: Rate, _ second: Rate) throws(Undefined) -> Rate {
        try counted { () throws(MonetaryFault) in try first + second }
    }
}
