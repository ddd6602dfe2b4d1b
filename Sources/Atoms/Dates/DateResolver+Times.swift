extension DateResolver {
    /// A time of the day that can be meant.
    struct DateTime: Hashable {
        let time: LocalTime
        /// Days behind the day that is named.
        var carry = 0
        var penalty = 0

        fileprivate init?(_ hour: Int, _ minute: Int = 0, carry: Int = 0, penalty: Int = 0) {
            guard let time = LocalTime(hour: hour, minute: minute) else { return nil }
            self.time = time
            self.carry = carry
            self.penalty = penalty
        }
    }

    /// The times of the day that a phrase can mean; nil when it names none.
    func times(_ phrase: DatePhrase) -> [DateTime]? {
        guard let clock = phrase.clock else {
            return phrase.part.map { [usual($0, isToday: phrase.day == .offset(0))].compactMap(\.self) }
        }
        let isWeekdayOrDay = phrase.day != nil
        let times =
            switch (clock.form, phrase.part) {
            case (.exact, _): [DateTime(clock.hour, clock.minute, carry: clock.carry)] + startOfDay(clock, phrase)
            case (_, let part?): [during(part, clock, dayIsNamed: isWeekdayOrDay)]
            case (.written, nil):
                [DateTime(clock.hour, clock.minute), otherHalf(clock, penalty: hasTwelveHours ? 1 : 2)]
            case (.spoken, nil):
                // 5 is five in the afternoon, 9 is nine in the morning.
                clock.hour < 7
                    ? [DateTime(clock.hour, clock.minute, penalty: 1), otherHalf(clock, penalty: 0)]
                    : [DateTime(clock.hour, clock.minute), otherHalf(clock, penalty: 1)]
            }
        return times.compactMap(\.self)
    }

    /// Midnight of a day that is named can also be the one with which it begins.
    private func startOfDay(_ clock: DateClock, _ phrase: DatePhrase) -> [DateTime?] {
        clock.carry == 1 && phrase.day != nil && phrase.day != .offset(0) ? [DateTime(0, 0, penalty: 2)] : []
    }

    private func otherHalf(_ clock: DateClock, penalty: Int) -> DateTime? {
        clock.hour == 12
            ? DateTime(0, clock.minute, carry: 1, penalty: penalty)
            : DateTime(clock.hour + 12, clock.minute, penalty: penalty)
    }

    /// An hour of a clock with hands, in a part of the day; nil where the part has no such hour.
    private func during(_ part: DayPart, _ clock: DateClock, dayIsNamed: Bool) -> DateTime? {
        let (hour, minute) = (clock.hour, clock.minute)
        switch part {
        case .morning: return DateTime(hour % 12, minute)
        case .afternoon: return hour == 12 || hour <= 6 ? DateTime(hour % 12 + 12, minute) : nil
        case .evening: return hour == 12 ? DateTime(0, minute, carry: 1) : DateTime(hour + 12, minute)
        case .night:
            if hour == 12 { return DateTime(0, minute, carry: 1) }
            return hour <= 5 ? DateTime(hour, minute, carry: dayIsNamed ? 1 : 0) : DateTime(hour + 12, minute)
        }
    }

    /// The hour that a part of the day stands for; late in it a later one, and of what has been the hour that it was.
    private func usual(_ part: DayPart, isToday: Bool) -> DateTime? {
        let (hour, late) =
            switch part {
            case .morning: (9, 9)
            case .afternoon: (15, 15)
            case .evening: (20, 23)
            case .night: (22, 23)
            }
        let time = zone.local(at: now).time
        guard isToday else { return DateTime(hour) }
        if direction == .past { return time.hour < hour ? DateTime(time.hour, time.minute) : DateTime(hour) }
        return (hour..<late).contains(time.hour) ? DateTime(late) : DateTime(hour)
    }
}
