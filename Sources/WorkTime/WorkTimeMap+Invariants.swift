#if HEADROOM_CHECKS
    extension WorkTimeMap {
        /// Traps, with the values, when the table is not what the look-ups rely on.
        func checkInvariants() {
            precondition(weekBefore.count == 8 && weekBefore[0] == 0, "week \(weekBefore)")
            precondition(firstPosition <= 0 && 0 <= lastPosition, "span \(firstPosition)…\(lastPosition)")
            precondition(specialDays[0].day == -1 && specialDays[0].offset == 0, "no sentinel: \(specialDays[0])")
            for (last, next) in zip(specialDays, specialDays.dropFirst()) {
                precondition(last.day < next.day, "days out of order: \(last), \(next)")
                precondition(last.before + last.work <= next.before, "work shrinks: \(last), \(next)")
                let plain = Self.plainWork(before: next.day, weekBefore)
                precondition(next.before == plain + last.offset, "\(next) does not continue \(last)")
                precondition(next.slot != weekSlots[next.day % 7], "\(next) is like its weekday")
                precondition(next.work == profiles.work(in: next.slot), "\(next) works something else")
            }
            for (index, special) in specialDays.enumerated().dropFirst() {
                precondition(byDay.count(notAfter: special.day) == index, "\(special) is not found by its day")
                let found = specialDays[byPosition.count(notAfter: special.before)]
                precondition(found.before == special.before, "\(special) is not found by its position")
            }
        }
    }
#endif
