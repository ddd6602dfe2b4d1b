/// A regular expression whose matching takes time in proportion to the text: all ways through it are followed at once.
///
/// It reads what AutoMod's patterns have of Rust's flavour: no looking around and no back-references, which cannot be followed so, and
/// no matter between upper and lower case. Source: https://docs.rs/regex/latest/regex/#syntax
struct LinearPattern: Sendable {
    /// What one character must be.
    indirect enum Matcher: Sendable {
        case any
        case literal(Character)
        case range(ClosedRange<Character>)
        case digit
        case word
        case space
        case not(Matcher)
        case either([Matcher])

        func accepts(_ character: Character) -> Bool {
            switch self {
            case .any: !character.isNewline
            case .literal(let wanted): wanted == character
            case .range(let range): range.contains(character)
            case .digit: character.isNumber
            case .word: character.isLetter || character.isNumber || character == "_"
            case .space: character.isWhitespace
            case .not(let inner): !inner.accepts(character)
            case .either(let all): all.contains { $0.accepts(character) }
            }
        }
    }

    /// A place in the text at which nothing is read.
    enum Border: Sendable {
        case start
        case end
        case word
        case inside
    }

    /// One step of the machine; the numbers are those of steps to go on with.
    enum Step: Sendable {
        case read(Matcher, next: Int)
        case border(Border, next: Int)
        case fork(Int, Int)
        case done
    }

    /// Steps a pattern has at most, so that `(a{100}){100}` is refused as Rust refuses it.
    static let stepLimit = 5000

    let steps: [Step]
    let first: Int

    /// Reads a pattern; nil for one that is malformed, too large, or none of Rust's.
    init?(_ text: String) {
        var reader = LinearPatternReader(text)
        guard let tree = reader.whole() else { return nil }
        var builder = LinearPatternBuilder()
        let done = builder.add(.done)
        guard let first = builder.build(tree, then: done) else { return nil }
        (self.steps, self.first) = (builder.steps, first)
    }

    /// The first part of a text that fits, the longest from where it begins.
    func firstMatch(in text: [Character]) -> Range<Int>? {
        let lower = text.map(Self.lower)
        // Where it begins is looked for only when it is there.
        guard fits(lower) else { return nil }
        for start in 0...lower.count {
            if let end = longest(in: lower, from: start) { return start..<end }
        }
        return nil
    }

    /// The character in lower case, as one character.
    static func lower(_ character: Character) -> Character {
        character.lowercased().first ?? character
    }

    private func longest(in text: [Character], from start: Int) -> Int? {
        var current: Set<Int> = []
        follow(first, &current, text, start)
        var best: Int?
        var index = start
        while true {
            if current.contains(where: isDone) { best = index }
            guard index < text.count, !current.isEmpty else { return best }
            current = advanced(current, text, index)
            index += 1
        }
    }

    /// Whether any part of the text fits, in one pass.
    private func fits(_ text: [Character]) -> Bool {
        var current: Set<Int> = []
        for index in 0...text.count {
            follow(first, &current, text, index)
            if current.contains(where: isDone) { return true }
            if index < text.count { current = advanced(current, text, index) }
        }
        return false
    }

    private func isDone(_ step: Int) -> Bool {
        if case .done = steps[step] { true } else { false }
    }

    private func advanced(_ current: Set<Int>, _ text: [Character], _ index: Int) -> Set<Int> {
        var next: Set<Int> = []
        for step in current {
            if case .read(let matcher, let target) = steps[step], matcher.accepts(text[index]) {
                follow(target, &next, text, index + 1)
            }
        }
        return next
    }

    /// Adds a step and all that can be reached from it without reading.
    private func follow(_ step: Int, _ found: inout Set<Int>, _ text: [Character], _ index: Int) {
        var waiting = [step]
        var seen = found
        while let step = waiting.popLast() {
            guard seen.insert(step).inserted else { continue }
            switch steps[step] {
            case .read, .done: found.insert(step)
            case .fork(let one, let other): waiting += [other, one]
            case .border(let border, let next):
                if isAt(border, text, index) { waiting.append(next) }
            }
        }
    }

    private func isAt(_ border: Border, _ text: [Character], _ index: Int) -> Bool {
        switch border {
        case .start: return index == 0
        case .end: return index == text.count
        case .word, .inside:
            let before = index > 0 && Matcher.word.accepts(text[index - 1])
            let after = index < text.count && Matcher.word.accepts(text[index])
            return (before != after) == (border == .word)
        }
    }
}

/// A pattern as it is written.
indirect enum LinearPatternTree: Sendable {
    case read(LinearPattern.Matcher)
    case border(LinearPattern.Border)
    case sequence([LinearPatternTree])
    case choice([LinearPatternTree])
    case times(LinearPatternTree, least: Int, most: Int?)
}

/// Lays the steps of a pattern out, the last ones first.
struct LinearPatternBuilder {
    private(set) var steps: [LinearPattern.Step] = []

    mutating func add(_ step: LinearPattern.Step) -> Int {
        steps.append(step)
        return steps.count - 1
    }

    /// - Returns: The step a tree begins with; nil when there are too many.
    mutating func build(_ tree: LinearPatternTree, then next: Int) -> Int? {
        guard steps.count < LinearPattern.stepLimit else { return nil }
        switch tree {
        case .read(let matcher): return add(.read(matcher, next: next))
        case .border(let border): return add(.border(border, next: next))
        case .sequence(let parts):
            var next = next
            for part in parts.reversed() {
                guard let before = build(part, then: next) else { return nil }
                next = before
            }
            return next
        case .choice(let choices):
            var result: Int?
            for choice in choices.reversed() {
                guard let start = build(choice, then: next) else { return nil }
                result = result.map { add(.fork(start, $0)) } ?? start
            }
            return result ?? next
        case .times(let inner, let least, let most): return repeating(inner, least, most, then: next)
        }
    }

    private mutating func repeating(_ inner: LinearPatternTree, _ least: Int, _ most: Int?, then next: Int) -> Int? {
        var next = next
        if let most {
            let end = next
            for _ in least..<max(least, most) {
                guard let start = build(inner, then: next) else { return nil }
                next = add(.fork(start, end))
            }
        } else {
            // The way back is known only when what is repeated has been laid out.
            let fork = add(.fork(next, next))
            guard let start = build(inner, then: fork) else { return nil }
            steps[fork] = .fork(start, next)
            next = fork
        }
        for _ in 0..<least {
            guard let start = build(inner, then: next) else { return nil }
            next = start
        }
        return next
    }
}
