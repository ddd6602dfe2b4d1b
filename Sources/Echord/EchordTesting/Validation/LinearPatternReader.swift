/// Reads the text of a ``LinearPattern``.
struct LinearPatternReader {
    /// Groups in groups at most.
    private static let depthLimit = 50

    private var rest: Substring
    private var depth = 0

    init(_ text: String) {
        rest = Substring(text)
    }

    /// The whole pattern; nil when it is malformed.
    mutating func whole() -> LinearPatternTree? {
        guard let tree = choice(), rest.isEmpty else { return nil }
        return tree
    }

    private mutating func skip(_ text: String) -> Bool {
        guard rest.hasPrefix(text) else { return false }
        rest.removeFirst(text.count)
        return true
    }

    private mutating func choice() -> LinearPatternTree? {
        depth += 1
        defer { depth -= 1 }
        guard depth <= Self.depthLimit else { return nil }
        var choices: [LinearPatternTree] = []
        repeat {
            guard let part = sequence() else { return nil }
            choices.append(part)
        } while skip("|")
        return choices.count == 1 ? choices[0] : .choice(choices)
    }

    private mutating func sequence() -> LinearPatternTree? {
        var parts: [LinearPatternTree] = []
        while let next = rest.first, next != "|", next != ")" {
            guard let atom = atom(), let part = quantified(atom) else { return nil }
            parts.append(part)
        }
        return .sequence(parts)
    }

    private mutating func atom() -> LinearPatternTree? {
        guard let character = rest.popFirst() else { return nil }
        switch character {
        case ".": return .read(.any)
        case "^": return .border(.start)
        case "$": return .border(.end)
        case "(": return group()
        case "[": return set().map { .read($0) }
        case "\\": return escape()
        case "*", "+", "?", "{": return nil
        default: return .read(.literal(LinearPattern.lower(character)))
        }
    }

    /// The inside of a group; of those with a question mark only the ones that merely group, or name.
    private mutating func group() -> LinearPatternTree? {
        if skip("?") {
            if skip("P<") || rest.hasPrefix("<") && !rest.hasPrefix("<=") && !rest.hasPrefix("<!") && skip("<") {
                guard let end = rest.firstIndex(of: ">"),
                    rest[..<end].allSatisfy({ $0.isLetter || $0.isNumber || $0 == "_" })
                else { return nil }
                rest = rest[rest.index(after: end)...]
            } else {
                guard skip(":") || skip("i:") else { return nil }
            }
        }
        guard let inner = choice(), skip(")") else { return nil }
        return inner
    }

    private mutating func escape() -> LinearPatternTree? {
        guard let character = rest.first else { return nil }
        switch character {
        case "b":
            rest.removeFirst()
            return .border(.word)
        case "B":
            rest.removeFirst()
            return .border(.inside)
        default: return escapedMatcher().map { .read($0) }
        }
    }

    /// What stands behind a backslash, inside a set or outside.
    private mutating func escapedMatcher() -> LinearPattern.Matcher? {
        guard let character = rest.popFirst() else { return nil }
        switch character {
        case "d": return .digit
        case "D": return .not(.digit)
        case "w": return .word
        case "W": return .not(.word)
        case "s": return .space
        case "S": return .not(.space)
        case "n": return .literal("\n")
        case "t": return .literal("\t")
        case "r": return .literal("\r")
        // Letters and digits mean something in other flavours only.
        default: return character.isLetter || character.isNumber ? nil : .literal(character)
        }
    }

    // MARK: - Sets

    private mutating func set() -> LinearPattern.Matcher? {
        let isNegated = skip("^")
        var members: [LinearPattern.Matcher] = []
        var isFirst = true
        while let character = rest.popFirst() {
            if character == "]", !isFirst {
                return isNegated ? .not(.either(members)) : .either(members)
            }
            isFirst = false
            guard let member = member(character) else { return nil }
            members.append(member)
        }
        return nil
    }

    private mutating func member(_ character: Character) -> LinearPattern.Matcher? {
        guard character != "[" else { return nil }
        var first = character
        if character == "\\" {
            guard let escaped = escapedMatcher() else { return nil }
            guard case .literal(let literal) = escaped else { return escaped }
            first = literal
        }
        guard rest.first == "-", let last = rest.dropFirst().first, last != "]" else {
            return .literal(LinearPattern.lower(first))
        }
        rest.removeFirst(2)
        guard first <= last, last != "\\" else { return nil }
        let (low, high) = (LinearPattern.lower(first), LinearPattern.lower(last))
        return low <= high ? .range(low...high) : .range(first...last)
    }

    // MARK: - Quantifiers

    private mutating func quantified(_ atom: LinearPatternTree) -> LinearPatternTree? {
        var tree = atom
        while let next = rest.first, ["*", "+", "?", "{"].contains(next) {
            guard let (least, most) = bounds() else { return nil }
            tree = .times(tree, least: least, most: most)
            // Whether the least or the most is taken first makes no difference to whether a text fits.
            _ = skip("?")
        }
        return tree
    }

    /// A quantifier; nil when it says nothing that is possible.
    private mutating func bounds() -> (least: Int, most: Int?)? {
        if skip("*") { return (0, nil) }
        if skip("+") { return (1, nil) }
        if skip("?") { return (0, 1) }
        guard let end = rest.firstIndex(of: "}") else { return nil }
        let parts = rest[..<end].dropFirst().split(separator: ",", omittingEmptySubsequences: false)
        rest = rest[rest.index(after: end)...]
        guard (1...2).contains(parts.count), let least = Int(parts[0]), (0...1000).contains(least) else { return nil }
        if parts.count == 1 { return (least, least) }
        if parts[1].isEmpty { return (least, nil) }
        guard let most = Int(parts[1]), least <= most, most <= 1000 else { return nil }
        return (least, most)
    }
}
