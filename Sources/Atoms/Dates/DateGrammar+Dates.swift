extension DateGrammar {
    // MARK: - 31-1, 2026-12-05

    /// Dates in numbers, with or without a year.
    func numericDates(at place: Int) -> [Match] {
        guard let first = number(at: place),
            let mark = (["-", "/", "."] as [Character]).first(where: { isJoint($0, at: place + 1) }),
            let second = number(at: place + 2)
        else { return [] }
        let third = isJoint(mark, at: place + 3) ? number(at: place + 4) : nil
        if first.digits == 4 {
            guard let third else { return [] }
            return [date(third.value, second.value, first.value, end: skippingT(place + 5))].compactMap(\.self)
        }
        guard first.digits <= 2, second.digits <= 2 else { return [] }
        var year: Int?
        if let third {
            guard third.digits == 2 || third.digits == 4 else { return [] }
            year = third.digits == 2 ? 2_000 + third.value : third.value
        }
        let end = third == nil ? place + 3 : skippingT(place + 5)
        // 5.12 is rather a time.
        let doubt = mark == "." && third == nil ? 1 : 0
        return [
            date(first.value, second.value, year, end: end, penalty: doubt + (isDayFirst ? 0 : 2)),
            date(second.value, first.value, year, end: end, penalty: doubt + (isDayFirst ? 2 : 0)),
        ].compactMap(\.self)
    }

    /// Behind the `T` that parts day and time in ISO 8601.
    private func skippingT(_ place: Int) -> Int {
        place + 1 < tokens.count && tokens[place].kind == .word("t") && tokens[place].isJoined
            && tokens[place + 1].isJoined ? place + 1 : place
    }

    private func date(_ day: Int, _ month: Int, _ year: Int?, end: Int, penalty: Int = 0) -> Match? {
        guard (1...12).contains(month), (1...31).contains(day) else { return nil }
        return Match(piece: .day(.date(day: day, month: month, year: year)), end: end, penalty: penalty)
    }

    // MARK: - 5 december, may 1st

    /// A day of a month that is named, a month alone, and a day alone.
    func daysOfMonths(at place: Int) -> [Match] {
        guard let day = dayNumber(at: place) else { return datesByMonth(at: place) }
        var found: [Match] = []
        for month in find(\.months, at: skippingFillers(day.end)) {
            found += withYear(day.value, month.value, end: month.end, penalty: month.penalty)
        }
        // A number alone is rather an hour.
        found.append(Match(piece: .day(.dayOfMonth(day.value)), end: day.end, penalty: day.isOrdinal ? 0 : 5))
        return found
    }

    private func datesByMonth(at place: Int) -> [Match] {
        find(\.months, at: place).flatMap { month in
            var found: [Match] = []
            if month.end == tokens.count, skippingFillers(0) == place {
                found = [true, false].map { isEnd in
                    let piece = DatePhrase.Piece.day(.edge(ofMonth: month.value, isEnd: isEnd))
                    return Match(piece: piece, end: month.end, penalty: isEnd ? 2 : 1)
                }
            }
            if let day = dayNumber(at: skippingFillers(month.end)) {
                found += withYear(day.value, month.value, end: day.end, penalty: month.penalty)
            }
            return found
        }
    }

    /// 5, 5th, 5e: a number that a month can have.
    private func dayNumber(at place: Int) -> (value: Int, end: Int, isOrdinal: Bool)? {
        guard let number = number(at: place), number.digits <= 2, (1...31).contains(number.value) else { return nil }
        if place + 1 < tokens.count, tokens[place + 1].isJoined, let end = end(of: \.ordinals, at: place + 1) {
            return (number.value, end, true)
        }
        return (number.value, place + 1, false)
    }

    /// A date with the year behind it, if there is one, and without.
    private func withYear(_ day: Int, _ month: Int, end: Int, penalty: Int) -> [Match] {
        var found = [date(day, month, nil, end: end, penalty: penalty)]
        if let year = number(at: end) {
            switch year.digits {
            case 4: found.append(date(day, month, year.value, end: end + 1, penalty: penalty))
            case 2: found.append(date(day, month, 2_000 + year.value, end: end + 1, penalty: penalty + 1))
            default: break
            }
        }
        return found.compactMap(\.self)
    }
}
