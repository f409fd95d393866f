import Scheduling
import WorkTime

/// The floats of work that is not finished.
extension ScheduledActivity {
    var total: WorkMinutes { totalFloat! }
    var free: WorkMinutes { freeFloat! }
    var independent: WorkMinutes { independentFloat! }
}
