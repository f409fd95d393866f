import WorkTime

/// What a Microsoft Project file says of the project as a whole.
struct ProjectRecord {
    var title: Stated<String>?
    var name: Stated<String>?
    var start: Stated<CivilMinute>?
    var finish: Stated<CivilMinute>?
    var statusDate: Stated<CivilMinute>?
    var isScheduledFromStart = true
    var minutesPerDay = 480
    /// In ten-thousandths of a day.
    var criticalSlackLimit = 0
    var honorsConstraints = true
    var hasFixedDurations = false
    var calendar: Stated<Int>?
    /// The fields in which our own exports keep what Project has no place for, by their number.
    var ownFields: [Int: MSPDIOwnField] = [:]
    var calendars: [CalendarRecord] = []
    var tasks: [TaskRecord] = []
    var resources: [ResourceRecord] = []
    var assignments: [AssignmentRecord] = []
}

/// What is worked on days of one kind.
struct DayRecord {
    var isWorking = false
    var shifts: [Shift] = []
    var offset: Int
}

struct CalendarRecord {
    var uid: Int?
    var name: String?
    var isBaseline = false
    var base: Int?
    /// By weekday, those that are listed.
    var week: [Weekday: DayRecord] = [:]
    var exceptions: [ExceptionRecord] = []
    /// Those in the manner of old versions, among the weekdays.
    var oldExceptions: [ExceptionRecord] = []
    var workWeeks: [WorkWeekRecord] = []
    var offset: Int

    /// Whether it says anything of its own.
    var isPlain: Bool { week.isEmpty && exceptions.isEmpty && oldExceptions.isEmpty && workWeeks.isEmpty }
}

/// Days that differ from their weekday, once or again and again.
struct ExceptionRecord {
    var name = ""
    var from: CivilMinute?
    var to: CivilMinute?
    var day: DayRecord
    var recurrence = Recurrence()
}

/// A stretch of time with a week of its own.
struct WorkWeekRecord {
    var name = ""
    var from: CivilMinute?
    var to: CivilMinute?
    var week: [Weekday: DayRecord] = [:]
    var offset: Int
}

struct TaskRecord {
    var uid: Int?
    var name: String?
    var outlineLevel: Int?
    var outlineNumberLevel: Int?
    var wbs: String?
    var notes: String?
    var type: Int?
    var isNull = false
    var isSummary = false
    var isMilestone = false
    var isManual = false
    var isActive = true
    var isExternal = false
    var isSubproject = false
    var isRecurring = false
    var ignoresResourceCalendars = false
    var hasOtherBaselines = false
    /// Also when it cannot be read, which has been reported then.
    var statesDuration = false
    var duration: Stated<Int>?
    var durationFormat: Int?
    var remaining: Stated<Int>?
    var start: CivilMinute?
    var finish: CivilMinute?
    var manualStart: CivilMinute?
    var manualFinish: CivilMinute?
    var actualStart: Stated<CivilMinute>?
    var actualFinish: Stated<CivilMinute>?
    var percentComplete: Stated<Int>?
    var stop: Stated<CivilMinute>?
    var resume: Stated<CivilMinute>?
    var constraint: Stated<Int>?
    var constraintDate: Stated<CivilMinute>?
    var deadline: Stated<CivilMinute>?
    var calendar: Stated<Int>?
    /// In tenths of a minute.
    var levelingDelay: Stated<Int>?
    var levelingDelayFormat: Int?
    var baseline: BaselineRecord?
    var links: [LinkRecord] = []
    /// From the fields of our own exports.
    var ownID: String?
    var lane: String?
    var offset: Int
}

struct BaselineRecord {
    var number = 0
    var start: CivilMinute?
    var finish: CivilMinute?
    var duration: Stated<Int>?
}

struct LinkRecord {
    var predecessor: Int?
    var type = 1
    /// In tenths of a minute, or whole per cent.
    var lag = 0
    var lagFormat: Int?
    var isCrossProject = false
    var offset: Int
}

struct ResourceRecord {
    var uid: Int?
    var name: String?
    var isNull = false
    var isWork = true
    var calendar: Stated<Int>?
    var ownID: String?
    var offset: Int
}

struct AssignmentRecord {
    var task: Int?
    var resource: Int?
    /// In ten-thousandths.
    var units = 10_000
    /// When work is planned or has been done, in order; stretches that touch are one.
    var worked: [WorkedStretch] = []
    var offset: Int
}

struct WorkedStretch {
    var start: CivilMinute
    var finish: CivilMinute
}
