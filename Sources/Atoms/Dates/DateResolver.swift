/// Looks up in the calendar what a phrase means, seen from now in a zone.
struct DateResolver {
    /// What became of one way to understand a phrase.
    enum Outcome: Hashable {
        /// A time, and how unlikely it is that this was meant.
        case reading(DateReading, penalty: Int)
        /// Why it is none.
        case failure(ValidationIssue.Code)
    }

    let zone: Zone
    let now: Instant
    let direction: DateReader.Direction
    /// Whether 7:30 may well be in the evening.
    let hasTwelveHours: Bool
    private let local: LocalDateTime
    private var today: LocalDate { local.date }
    private var isFuture: Bool { direction == .future }

    init(zone: Zone, now: Instant, direction: DateReader.Direction, hasTwelveHours: Bool) {
        self.hasTwelveHours = hasTwelveHours
        self.zone = zone
        self.now = now
        self.direction = direction
        local = zone.local(at: now)
    }

    /// All ways to understand a phrase.
    func outcomes(_ phrase: DatePhrase) -> [Outcome] {
        if let amount = phrase.amount { return [outcome(DateReading(later(amount)), penalty: phrase.penalty)] }
        return days(phrase.day).flatMap { way in
            let dates = fitting(way.dates, phrase.weekday)
            guard !dates.isEmpty else { return [Outcome.failure(.malformed)] }
            guard let times = times(phrase) else {
                return wholeDays(dates, isWeekday: way.isWeekday, penalty: phrase.penalty + way.penalty)
            }
            return times.flatMap { time in
                minutes(dates, time, isWeekday: way.isWeekday, penalty: phrase.penalty + way.penalty + time.penalty)
            }
        }
    }

    // MARK: - Amounts

    /// So much later than now. Months and days are those of the calendar, hours and minutes those that pass.
    private func later(_ amount: DateAmount) -> ZonedTime {
        var start = now
        if amount.days != 0 || amount.months != 0 {
            let date = today.adding(months: amount.months).adding(days: amount.days)
            start = zone.instant(of: LocalDateTime(date, local.time))
        }
        // Never earlier than was said, and in the past never later: the seconds of now are rounded away from it.
        let instant = start + .seconds(60 * amount.minutes + (isFuture ? 59 : 0))
        return ZonedTime(instant, in: zone)
    }

    // MARK: - Whole days

    private func wholeDays(_ dates: [LocalDate], isWeekday: Bool, penalty: Int) -> [Outcome] {
        guard isFuture else { return dates.prefix(1).map { outcome(DateReading(during($0)), penalty: penalty) } }
        guard let place = dates.firstIndex(where: { $0 >= today }) else { return [.failure(.inPast)] }
        var found = [outcome(DateReading(ZonedTime(.day(dates[place]), in: zone)), penalty: penalty)]
        // On a Thursday `thursday` may be the next one.
        if isWeekday, dates[place] == today, place + 1 < dates.count {
            found.append(outcome(DateReading(ZonedTime(.day(dates[place + 1]), in: zone)), penalty: penalty + 1))
        }
        return found
    }

    /// What was on a day, without a time: at noon, or just now.
    private func during(_ date: LocalDate) -> ZonedTime {
        date == today
            ? ZonedTime(now, in: zone) : ZonedTime(.minute(LocalDateTime(date, .noon)), in: zone)
    }

    // MARK: - Minutes

    /// The first of the dates on which the time lies on the right side of now.
    private func minutes(_ dates: [LocalDate], _ time: DateTime, isWeekday: Bool, penalty: Int) -> [Outcome] {
        let moments = dates.map { date in
            DateReading.all(of: LocalDateTime(date.adding(days: time.carry), time.time), in: zone)
                .filter { isFuture ? $0.time.instant > now : $0.time.instant <= now }
        }
        guard let place = moments.firstIndex(where: { !$0.isEmpty }) else {
            return [.failure(isFuture ? .inPast : .inFuture)]
        }
        // Of a time that clocks show twice the first is meant rather.
        var found = moments[place].enumerated().map { rank, moment in
            outcome(moment, penalty: penalty + (place > 0 ? 1 : 0) + rank)
        }
        if isWeekday, place == 0, dates[0] == today, moments.count > 1, let later = moments[1].first {
            found.append(outcome(later, penalty: penalty + 3))
        }
        return found
    }

    /// A time within the bounds of what is sensible.
    private func outcome(_ reading: DateReading, penalty: Int) -> Outcome {
        if let code = DateReader.refusal(of: reading.time, now: now, direction: direction) { return .failure(code) }
        return .reading(reading, penalty: penalty)
    }

    // MARK: - Days

    /// One way to understand which day is meant: the days it can be, the first that is in question first.
    private struct Way {
        var dates: [LocalDate]
        var penalty = 0
        var isWeekday = false
    }

    /// A date whose weekday was said as well must have it.
    private func fitting(_ dates: [LocalDate], _ weekday: Weekday?) -> [LocalDate] {
        guard let weekday else { return dates }
        return dates.prefix(1).filter { $0.weekday == weekday }
    }

    private func days(_ day: DateDay?) -> [Way] {
        switch day {
        case nil, .offset(0): [Way(dates: [today, today.adding(days: isFuture ? 1 : -1)])]
        case .offset(let days): [Way(dates: [today.adding(days: days)])]
        case .amount(let days, let months): [Way(dates: [today.adding(months: months).adding(days: days)])]
        case .weekday(let weekday, let modifier): weekdays(weekday, modifier)
        case .weekdayOfWeek(let weekday, let weeks): [Way(dates: [self.weekday(weekday, weeks: weeks)])]
        case .dayOfMonth(let day): [Way(dates: daysOfMonth(day))]
        case .date(let day, let month, let year?):
            [Way(dates: [LocalDate(year: year, month: month, day: day)].compactMap(\.self))]
        case .date(let day, let month, nil):
            [Way(dates: years.compactMap { LocalDate(year: $0, month: month, day: day) }.filter(isAhead))]
        case .edge(let month, let isEnd):
            [
                Way(
                    dates: years.compactMap { LocalDate(year: $0, month: month, day: 1) }
                        .map { isEnd ? $0.endOfMonth : $0 }.filter(isAhead))
            ]
        case .end(let period, let shift): ends(period, shift)
        case .start(let period, let shift):
            [Way(dates: [shift, shift + step].map { start(of: period, $0) }.filter(isAhead))]
        case .weekend(let weeks): weekend(weeks)
        case .period(let period, let shift): periods(period, shift)
        }
    }

    private var step: Int { isFuture ? 1 : -1 }
    /// This year and those behind it, far enough for a leap day.
    private var years: [Int] { (0...8).map { today.year + $0 * step } }
    private func isAhead(_ date: LocalDate) -> Bool { isFuture ? date >= today : date <= today }

    private func weekday(_ weekday: Weekday, weeks: Int) -> LocalDate {
        today.startOfWeek.adding(days: 7 * weeks + weekday.rawValue - 1)
    }

    private func weekdays(_ weekday: Weekday, _ modifier: DateModifier?) -> [Way] {
        let ahead = (weekday.rawValue - today.weekday.rawValue + 7) % 7
        let behind = (today.weekday.rawValue - weekday.rawValue + 7) % 7
        switch modifier {
        case nil, .this:
            let first = today.adding(days: isFuture ? ahead : -behind)
            return [Way(dates: [first, first.adding(days: 7 * step)], isWeekday: modifier == nil)]
        case .coming: return [Way(dates: [today.adding(days: ahead == 0 ? 7 : ahead)])]
        case .next:
            let (coming, later) = (today.adding(days: ahead == 0 ? 7 : ahead), self.weekday(weekday, weeks: 1))
            return coming == later
                ? [Way(dates: [later])] : [Way(dates: [later]), Way(dates: [coming], penalty: 1)]
        case .last: return [Way(dates: [today.adding(days: behind == 0 ? -7 : -behind)])]
        }
    }

    private func daysOfMonth(_ day: Int) -> [LocalDate] {
        // The 31st comes back within two months.
        (0...3).map { today.startOfMonth.adding(months: $0 * step) }
            .compactMap { LocalDate(year: $0.year, month: $0.month, day: day) }.filter(isAhead)
    }

    private func start(of period: DatePeriod, _ shift: Int) -> LocalDate {
        switch period {
        case .day: today.adding(days: shift)
        case .week: today.startOfWeek.adding(days: 7 * shift)
        case .month: today.startOfMonth.adding(months: shift)
        case .year: today.startOfMonth.adding(months: 1 - today.month + 12 * shift)
        }
    }

    private func end(of period: DatePeriod, _ shift: Int) -> LocalDate { start(of: period, shift + 1).adding(days: -1) }

    private func ends(_ period: DatePeriod, _ shift: Int) -> [Way] {
        let last = Way(dates: [shift, shift + step].map { end(of: period, $0) }.filter(isAhead))
        guard period == .week else { return [last] }
        // Where people work from Monday to Friday.
        return [
            last, Way(dates: [shift, shift + step].map { weekday(.friday, weeks: $0) }.filter(isAhead), penalty: 1),
        ]
    }

    private func weekend(_ weeks: Int) -> [Way] {
        let days = [Weekday.saturday, .sunday].map { day in
            [weeks, weeks + step].map { weekday(day, weeks: $0) }.filter(isAhead)
        }
        // On a Sunday it is the day that is left.
        let isLast = weeks == 0 && today.weekday == .sunday
        return [Way(dates: days[0], penalty: isLast ? 1 : 0), Way(dates: days[1], penalty: isLast ? 0 : 1)]
    }

    private func periods(_ period: DatePeriod, _ shift: Int) -> [Way] {
        if shift == 0 { return ends(period, 0) }
        let same =
            switch period {
            case .day: today.adding(days: shift)
            case .week: today.adding(days: 7 * shift)
            case .month: today.adding(months: shift)
            case .year: today.adding(months: 12 * shift)
            }
        guard isFuture else { return [Way(dates: [same]), Way(dates: [end(of: period, shift)], penalty: 1)] }
        return [
            Way(dates: [start(of: period, shift)]), Way(dates: [same], penalty: 1),
            Way(dates: [end(of: period, shift)], penalty: 2),
        ]
    }
}
