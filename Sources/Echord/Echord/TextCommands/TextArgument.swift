/// An argument of a text command, whose value its handler takes as a parameter.
///
/// ```swift
/// TextCommand(
///     "remind", "Reminds somebody", TextArgument<ResolvedMember>("who"), TextArgument<Duration>("in"),
///     TextArgument<String>("what").rest()
/// ) { context, who, delay, what in … }
/// ```
public struct TextArgument<Value: Sendable>: Sendable {
    /// The name, for the usage.
    public let name: String
    let form: TextArgumentForm
    let read: @Sendable (inout TextCursor, TextContext) async throws -> Value

    /// As it stands in the usage: `<who>`, `[in]`, `[who…]`.
    var usage: String {
        switch form {
        case .one: "<\(name)>"
        case .optional: "[\(name)]"
        case .greedy: "[\(name)…]"
        case .rest: "<\(name)…>"
        case .optionalRest: "[\(name)…]"
        }
    }
}

/// How many words an argument takes.
enum TextArgumentForm: Sendable {
    case one, optional, greedy, rest, optionalRest

    /// Whether nothing can stand behind it.
    var isLast: Bool { self == .rest || self == .optionalRest }
}

extension TextArgument where Value: TextConvertible {
    /// One word that must be there.
    public init(_ name: String) {
        self.init(name: name, form: .one) { cursor, context in
            guard let word = try cursor.next() else { throw TextUsageFault.missing(argument: name) }
            return try await Self.value(word, name, context)
        }
    }

    /// One word, if the next one is such a value; else the word is left for what comes next, and the handler gets `nil`.
    public func optional() -> TextArgument<Value?> {
        TextArgument<Value?>(name: name, form: .optional) { cursor, context in
            try await Self.valueIfAny(&cursor, context)
        }
    }

    /// As ``optional()``, with a value that the handler gets instead.
    public func otherwise(_ value: Value) -> TextArgument<Value> {
        TextArgument<Value>(name: name, form: .optional) { cursor, context in
            try await Self.valueIfAny(&cursor, context) ?? value
        }
    }

    /// As many words as are such values, none among them, and at most `limit`.
    public func greedy(upTo limit: Int = 25) -> TextArgument<[Value]> {
        TextArgument<[Value]>(name: name, form: .greedy) { cursor, context in
            var values: [Value] = []
            while values.count < limit, let value = try await Self.valueIfAny(&cursor, context) { values.append(value) }
            return values
        }
    }

    private static func value(_ word: TextCursor.Word, _ name: String, _ context: TextContext) async throws -> Value {
        guard let value = try await Value.read(word.text, in: context) else {
            throw TextUsageFault.unreadable(argument: name, word: word.text, expected: Value.textExpectation)
        }
        return value
    }

    private static func valueIfAny(_ cursor: inout TextCursor, _ context: TextContext) async throws -> Value? {
        var ahead = cursor
        guard let word = try ahead.next(), let value = try await Value.read(word.text, in: context) else { return nil }
        cursor = ahead
        return value
    }
}

extension TextArgument where Value == String {
    /// All that is left, as it was written; must be the last argument.
    public func rest() -> TextArgument<String> {
        let name = name
        return TextArgument<String>(name: name, form: .rest) { cursor, _ in
            guard !cursor.isAtEnd else { throw TextUsageFault.missing(argument: name) }
            return cursor.rest()
        }
    }

    /// All that is left, as it was written, and nil when that is nothing; must be the last argument.
    public func optionalRest() -> TextArgument<String?> {
        TextArgument<String?>(name: name, form: .optionalRest) { cursor, _ in cursor.isAtEnd ? nil : cursor.rest() }
    }
}
