extension DateGrammar {
    /// `in 3 days`, `over anderhalf uur`, `2h30`, `an hour ago`.
    func amounts(at place: Int) -> [Match] {
        let before = end(of: \.before, at: place)
        var found: [Match] = []
        if let before, let (amount, end, _) = sum(at: before) { found.append(Match(piece: .amount(amount), end: end)) }
        if let (amount, end, isClock) = sum(at: place) {
            if let behind = self.end(of: \.ago, at: end) {
                found.append(Match(piece: .amount(amount.negated), end: behind))
            } else if let behind = self.end(of: \.later, at: end) {
                found.append(Match(piece: .amount(amount), end: behind))
            } else if place == 0 || self.end(of: \.before, at: place - 1) != place {
                // `2 uur` alone is rather two o'clock.
                found.append(
                    Match(piece: .amount(isPast ? amount.negated : amount), end: end, penalty: isClock ? 3 : 1))
            }
        }
        return found
    }

    /// One or several amounts behind each other: `1 day and 2 hours`.
    private func sum(at place: Int) -> (DateAmount, end: Int, isClock: Bool)? {
        guard var (total, end) = single(at: place) else { return nil }
        let isClock = self.end(of: \.clock, at: end - 1) == end && place + 2 == end
        while let (next, behind) = single(at: skippingFillers(end)) {
            total.minutes += next.minutes
            total.days += next.days
            total.months += next.months
            end = behind
        }
        // `2h30`
        if total.minutes > 0, total.minutes % 60 == 0, let minutes = number(at: end), minutes.digits == 2,
            minutes.value < 60, tokens[end].isJoined
        {
            total.minutes += minutes.value
            return (total, end + 1, isClock)
        }
        return (total, end, isClock)
    }

    /// A quantity and its unit.
    private func single(at place: Int) -> (DateAmount, end: Int)? {
        for halves in find(\.halves, at: place).reversed() {
            if let unit = find(\.units, at: halves.end).first, let amount = unit.value.amount(halves: halves.value) {
                return (amount, unit.end)
            }
        }
        guard let quantity = spokenNumber(at: place) else { return nil }
        if isJoint(".", at: quantity.end), let fraction = number(at: quantity.end + 1), fraction.value == 5,
            fraction.digits == 1, let unit = find(\.units, at: quantity.end + 2).first,
            let amount = unit.value.amount(halves: quantity.value * 2 + 1)
        {
            return (amount, unit.end)
        }
        guard let unit = find(\.units, at: quantity.end).first,
            let amount = unit.value.amount(halves: quantity.value * 2)
        else { return nil }
        return (amount, unit.end)
    }
}

extension DateUnit {
    /// So many halves of it; nil for a part that no calendar has.
    fileprivate func amount(halves: Int) -> DateAmount? {
        switch self {
        case .minute: halves % 2 == 0 ? DateAmount(minutes: halves / 2) : nil
        case .quarter: halves % 2 == 0 ? DateAmount(minutes: halves / 2 * 15) : nil
        case .hour: DateAmount(minutes: halves * 30)
        case .day: halves % 2 == 0 ? DateAmount(days: halves / 2) : DateAmount(minutes: halves * 720)
        case .week: halves % 2 == 0 ? DateAmount(days: halves / 2 * 7) : nil
        case .month: halves % 2 == 0 ? DateAmount(months: halves / 2) : DateAmount(days: halves * 15)
        case .year: DateAmount(months: halves * 6)
        }
    }
}
