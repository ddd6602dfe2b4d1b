/// Finds everything that a text can mean as a date.
///
/// It is read from left to right in pieces: a day, a time, a part of the day, an amount. Where a piece can be several
/// things all of them are followed, and those that reach the end of the text are what it means.
struct DateGrammar {
    /// A piece, where it ends and how unlikely it is.
    struct Match {
        let piece: DatePhrase.Piece
        let end: Int
        var penalty = 0
    }

    let tokens: [DateToken]
    /// The languages, the likeliest first.
    let languages: [DateWords]
    /// Whether an amount without a word for the direction leads back.
    let isPast: Bool
    /// Whether 3/4 is rather the third of April.
    let isDayFirst: Bool

    /// Every meaning of the whole text.
    func phrases() -> Set<DatePhrase> {
        var found: Set<DatePhrase> = []
        collect(from: 0, DatePhrase(), into: &found)
        return found
    }

    private func collect(from place: Int, _ phrase: DatePhrase, into found: inout Set<DatePhrase>) {
        guard place < tokens.count else {
            if phrase != DatePhrase() { found.insert(phrase) }
            return
        }
        for match in matches(at: place) {
            guard let longer = phrase.adding(match.piece, penalty: match.penalty) else { continue }
            collect(from: match.end, longer, into: &found)
        }
        if isFiller(place) { collect(from: place + 1, phrase, into: &found) }
    }

    private func matches(at place: Int) -> [Match] {
        switch tokens[place].kind {
        case .number where isBehindUnit(place): []
        case .number: clocks(at: place) + numericDates(at: place) + daysOfMonths(at: place) + amounts(at: place)
        case .word:
            clocks(at: place) + namedDays(at: place) + daysOfMonths(at: place) + edges(at: place)
                + amounts(at: place)
        case .mark: []
        }
    }

    /// Whether a number belongs to the unit that it is written against: the 30 of `2h30`.
    private func isBehindUnit(_ place: Int) -> Bool {
        place > 0 && tokens[place].isJoined && !find(\.units, at: place - 1).isEmpty
    }

    // MARK: - Words

    /// A word or several of a table, in every language, with where they end; the other languages are less likely.
    func find<Value>(
        _ table: (DateWords) -> [String: Value], at place: Int
    ) -> [(value: Value, end: Int, penalty: Int)] {
        var found: [(Value, Int, Int)] = []
        let phrases = wordings(at: place)
        for (rank, language) in languages.enumerated() {
            let entries = table(language)
            for (text, end) in phrases {
                if let value = entries[text] { found.append((value, end, rank)) }
            }
        }
        return found
    }

    /// One word, two, three and four, with where they end.
    private func wordings(at place: Int) -> [(text: String, end: Int)] {
        var found: [(String, Int)] = []
        var text = ""
        for end in place..<max(place, min(place + 4, tokens.count)) {
            guard case .word(let word) = tokens[end].kind else { break }
            text += text.isEmpty ? word : " " + word
            found.append((text, end + 1))
        }
        return found
    }

    /// Where a word or several of a set end; nil when none stands there.
    func end(of set: (DateWords) -> Set<String>, at place: Int) -> Int? {
        let sets = languages.map(set)
        return wordings(at: place).last { wording in sets.contains { $0.contains(wording.text) } }?.end
    }

    func isFiller(_ place: Int) -> Bool { place < tokens.count && end(of: \.fillers, at: place) == place + 1 }

    func skippingFillers(_ place: Int) -> Int {
        var place = place
        while isFiller(place) { place += 1 }
        return place
    }

    /// A number in digits.
    func number(at place: Int) -> (value: Int, digits: Int)? {
        guard place < tokens.count, case .number(let value, let digits) = tokens[place].kind else { return nil }
        return (value, digits)
    }

    /// A number in digits or as a word.
    func spokenNumber(at place: Int) -> (value: Int, end: Int)? {
        if let number = number(at: place) { return (number.value, place + 1) }
        return find(\.numbers, at: place).first.map { ($0.value, $0.end) }
    }

    /// Whether a mark stands at `place`, with nothing between it and its neighbours.
    func isJoint(_ mark: Character, at place: Int) -> Bool {
        place + 1 < tokens.count && tokens[place].kind == .mark(mark) && tokens[place].isJoined
            && tokens[place + 1].isJoined
    }

    // MARK: - Days that have a name

    private func namedDays(at place: Int) -> [Match] {
        var found: [Match] = []
        for day in find(\.days, at: place) {
            found.append(Match(piece: .day(.offset(day.value)), end: day.end, penalty: day.penalty))
        }
        for day in find(\.daysWithPart, at: place) {
            let piece = DatePhrase.Piece.dayAndPart(.offset(day.value.day), day.value.part)
            found.append(Match(piece: piece, end: day.end, penalty: day.penalty))
        }
        for part in find(\.parts, at: place) {
            found.append(Match(piece: .part(part.value, needsDay: false), end: part.end, penalty: part.penalty))
        }
        for part in find(\.partsBehindDay, at: place) {
            found.append(Match(piece: .part(part.value, needsDay: true), end: part.end, penalty: part.penalty))
        }
        if let end = end(of: \.now, at: place) { found.append(Match(piece: .amount(DateAmount()), end: end)) }
        return found + compounds(at: place) + weekdays(at: place) + periods(at: place)
    }

    /// Dutch writes a day and its part as one word: `vrijdagavond`, `morgenochtend`.
    private func compounds(at place: Int) -> [Match] {
        guard case .word(let word) = tokens[place].kind else { return [] }
        var found: [Match] = []
        for (rank, language) in languages.enumerated() {
            for (suffix, part) in language.parts.merging(
                language.partsBehindDay, uniquingKeysWith: { first, _ in first })
            where word.hasSuffix(suffix) {
                let name = String(word.dropLast(suffix.count))
                guard
                    let day = language.days[name].map(DateDay.offset)
                        ?? language.weekdays[name].map({ DateDay.weekday($0, nil) })
                else { continue }
                found.append(Match(piece: .dayAndPart(day, part), end: place + 1, penalty: rank))
            }
        }
        return found
    }

    private func weekdays(at place: Int) -> [Match] {
        var found = find(\.weekdays, at: place).map { day in
            Match(piece: .day(.weekday(day.value, nil)), end: day.end, penalty: day.penalty)
        }
        for modifier in find(\.modifiers, at: place) {
            for day in find(\.weekdays, at: modifier.end) {
                let piece = DatePhrase.Piece.day(.weekday(day.value, modifier.value))
                found.append(Match(piece: piece, end: day.end, penalty: day.penalty))
            }
        }
        return found
    }

    /// `next week`, `weekend`, `volgend weekend`.
    private func periods(at place: Int) -> [Match] {
        var found: [Match] = []
        if let end = end(of: \.weekends, at: place) { found.append(Match(piece: .day(.weekend(0)), end: end)) }
        for modifier in find(\.modifiers, at: place) {
            if let end = end(of: \.weekends, at: modifier.end) {
                found.append(Match(piece: .day(.weekend(modifier.value.shift)), end: end))
            }
            for unit in find(\.units, at: modifier.end) {
                guard let period = unit.value.period, period != .day else { continue }
                let piece = DatePhrase.Piece.day(.period(period, modifier.value.shift))
                found.append(Match(piece: piece, end: unit.end, penalty: unit.penalty))
            }
        }
        return found
    }

    // MARK: - Ends and beginnings

    /// `end of month`, `eind volgende week`, `begin maart`, `eom`.
    private func edges(at place: Int) -> [Match] {
        var found = find(\.endings, at: place).map { ending in
            Match(piece: .day(.end(ending.value, 0)), end: ending.end)
        }
        for isEnd in [true, false] {
            guard let behind = end(of: isEnd ? \.ends : \.starts, at: place) else { continue }
            let place = skippingFillers(behind)
            for month in find(\.months, at: place) {
                found.append(Match(piece: .day(.edge(ofMonth: month.value, isEnd: isEnd)), end: month.end))
            }
            let modifier = find(\.modifiers, at: place).first
            for unit in find(\.units, at: modifier?.end ?? place) {
                guard let period = unit.value.period, isEnd || period != .day else { continue }
                let shift = modifier?.value.shift ?? 0
                let day = isEnd ? DateDay.end(period, shift) : .start(period, shift)
                found.append(Match(piece: .day(day), end: unit.end))
            }
        }
        return found
    }
}

extension DateModifier {
    /// How many weeks, months or years from this one.
    fileprivate var shift: Int {
        switch self {
        case .this: 0
        case .coming, .next: 1
        case .last: -1
        }
    }
}

extension DateUnit {
    /// The stretch of the calendar of that name.
    fileprivate var period: DatePeriod? {
        switch self {
        case .day: .day
        case .week: .week
        case .month: .month
        case .year: .year
        case .minute, .quarter, .hour: nil
        }
    }
}
