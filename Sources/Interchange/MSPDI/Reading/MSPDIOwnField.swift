/// The fields in which our exports keep what Microsoft Project has no place for, so that reading restores it.
///
/// They are user-defined texts, declared with an alias by which they are found again: a program that saves the file anew
/// keeps both.
enum MSPDIOwnField: String, CaseIterable {
    /// The id of an activity or a resource, where it is not the number that the file calls it by.
    case id = "Headroom id"
    /// The lane of an activity.
    case lane = "Headroom lane"

    /// The number of the field of a task.
    var taskFieldID: Int {
        switch self {
        case .id: 188_744_016
        case .lane: 188_744_015
        }
    }

    /// What Project calls the field.
    var fieldName: String {
        switch self {
        case .id: "Text30"
        case .lane: "Text29"
        }
    }

    /// The number of the field of a resource that keeps its id.
    static let resourceID = 205_521_140
}
