extension DateGrammar {
    /// Times of the day.
    func clocks(at place: Int) -> [Match] {
        let named = find(\.times, at: place).map { time in
            let clock = DateClock(hour: time.value.hour, minute: 0, form: .exact, carry: time.value.carry)
            return Match(piece: .clock(clock), end: time.end)
        }
        return named + written(at: place) + spoken(at: place)
    }

    // MARK: - 18:00, 6pm, 1830

    private func written(at place: Int) -> [Match] {
        guard let hour = number(at: place) else { return [] }
        if hour.digits == 4 {
            // Behind a month it is a year.
            guard ![place - 1, place - 2].contains(where: { $0 >= 0 && !find(\.months, at: $0).isEmpty }) else {
                return []
            }
            let (hours, minutes) = hour.value.quotientAndRemainder(dividingBy: 100)
            return [match(hours, minutes, .exact, end: place + 1, penalty: 2)].compactMap(\.self)
        }
        guard hour.digits <= 2 else { return [] }
        let isExact = hour.value > 12 || hour.value == 0 || (hour.digits == 2 && hour.value < 10)
        if isJoint(":", at: place + 1) || isJoint(".", at: place + 1), let minute = number(at: place + 2) {
            guard minute.digits == 2 else { return [] }
            return meridiem(hour.value, minute.value, isExact ? .exact : .written, end: place + 3)
        }
        // A bare number may as well be something else: the 5 of `5 dec 28`.
        return meridiem(hour.value, 0, isExact ? .exact : .spoken, end: place + 1, bare: 2)
    }

    /// A time with what may stand behind it: `uur`, `o'clock`, `pm`, and minutes behind `18u`.
    private func meridiem(
        _ hour: Int, _ minute: Int, _ form: DateClock.Form, end: Int, bare: Int = 0
    ) -> [Match] {
        var found = [match(hour, minute, form, end: end, penalty: bare)]
        let weak = self.end(of: \.weakClock, at: end)
        for behind in [end, self.end(of: \.clock, at: end), weak].compactMap(\.self) {
            if behind > end {
                let doubt = behind == weak && hour <= 12 ? 2 : 0
                found.append(match(hour, minute, form, end: behind, penalty: doubt))
                if minute == 0, let minutes = number(at: behind), minutes.digits == 2, tokens[behind].isJoined {
                    found.append(match(hour, minutes.value, form, end: behind + 1, penalty: doubt))
                }
            }
            guard behind < tokens.count, case .word(let word) = tokens[behind].kind, word == "am" || word == "pm",
                (1...12).contains(hour)
            else { continue }
            found.append(match(hour % 12 + (word == "pm" ? 12 : 0), minute, .exact, end: behind + 1))
        }
        return found.compactMap(\.self)
    }

    private func match(
        _ hour: Int, _ minute: Int, _ form: DateClock.Form, end: Int, penalty: Int = 0
    ) -> Match? {
        guard (0...59).contains(minute), (0...23).contains(hour) || (hour == 24 && minute == 0) else { return nil }
        let clock = DateClock(hour: hour % 24, minute: minute, form: form, carry: hour / 24)
        return Match(piece: .clock(clock), end: end, penalty: penalty)
    }

    // MARK: - half 8, quarter to 7, vijf over half acht

    private func spoken(at place: Int) -> [Match] {
        var found = halves(at: place)
        for end in [end(of: \.quarter, at: place)].compactMap(\.self) { found += relative(15, at: end) }
        if let minutes = spokenNumber(at: place), (1...30).contains(minutes.value) {
            found += relative(minutes.value, at: minutes.end)
        }
        // A number as a word is an hour only when something says so: `acht uur`.
        if number(at: place) == nil, let hour = spokenNumber(at: place), (1...12).contains(hour.value),
            let end = end(of: \.clock, at: hour.end)
        {
            found += [match(hour.value, 0, .spoken, end: end)].compactMap(\.self)
        }
        return found
    }

    /// `half acht`, `half 8`, `half past 7`.
    private func halves(at place: Int) -> [Match] {
        guard let behind = end(of: \.half, at: place) else { return [] }
        if let past = end(of: \.past, at: behind), let hour = hour(at: past) {
            return [match(hour.value, 30, .spoken, end: hour.end)].compactMap(\.self)
        }
        guard let hour = hour(at: behind) else { return [] }
        return languages.enumerated().compactMap { rank, language in
            let before = language.halfIsBefore ? (hour.value + 10) % 12 + 1 : hour.value
            return match(before, 30, .spoken, end: hour.end, penalty: rank)
        }
    }

    /// So many minutes past or to an hour, or to the half of one.
    private func relative(_ minutes: Int, at place: Int) -> [Match] {
        var found: [Match] = []
        for (words, sign) in [({ $0.past }, 1), ({ $0.to }, -1)] as [((DateWords) -> Set<String>, Int)] {
            guard let end = end(of: words, at: place) else { continue }
            let bases = hour(at: end).map { [($0.value * 60, $0.end)] } ?? []
            let halves = halves(at: end).compactMap { match -> (Int, Int)? in
                guard case .clock(let clock) = match.piece, match.penalty == 0 else { return nil }
                return (clock.hour * 60 + clock.minute, match.end)
            }
            for (base, end) in bases + halves {
                // From 1:00 to 12:59, as clocks with hands go.
                let minute = (base + sign * minutes - 60 + 720) % 720 + 60
                found += [match(minute / 60, minute % 60, .spoken, end: end)].compactMap(\.self)
            }
        }
        return found
    }

    /// An hour of a clock with hands.
    private func hour(at place: Int) -> (value: Int, end: Int)? {
        guard let hour = spokenNumber(at: place), (1...12).contains(hour.value) else { return nil }
        return hour
    }
}
