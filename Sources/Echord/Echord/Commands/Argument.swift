public import EchordModel

/// An option of a command whose value its handler takes as a parameter.
///
/// It must be filled in, unless ``optional()`` or ``otherwise(_:)`` says what the handler gets then. What is said of the
/// value itself, such as a length, comes before that.
///
/// ```swift
/// Subcommand(
///     "create", "Write down what is to be done",
///     Argument<String>("title", "What is to be done").length(1...100),
///     Argument<ResolvedMember>("assignee", "Who does it").optional(),
///     Argument<Priority>("priority", "How soon").otherwise(.low)
/// ) { context, title, assignee, priority in … }
/// ```
public struct Argument<Value: Sendable>: CommandOptionDeclaration {
    /// The option as it is sent.
    public var option: CommandOption
    var suggestions: SuggestionSource?
    let read: @Sendable (CommandInput, _ name: String) throws(EchordError) -> Value

    /// The value that somebody filled in.
    ///
    /// - Throws: ``EchordError`` with code `command_option` when it is missing or of another kind, which happens while
    ///   Discord offers an older declaration of the command.
    public func value(in input: CommandInput) throws(EchordError) -> Value { try read(input, name) }

    private func replacing<Other: Sendable>(
        _ read: @escaping @Sendable (CommandInput, _ name: String) throws(EchordError) -> Other
    ) -> Argument<Other> {
        var option = option
        option.isRequired = nil
        return Argument<Other>(option: option, suggestions: suggestions, read: read)
    }
}

extension Argument where Value: CommandOptionValue {
    /// An argument that must be filled in.
    ///
    /// - Parameters:
    ///   - name: 1 to 32 lower-case letters, digits, `-` and `_`.
    ///   - description: 1 to 100 characters.
    public init(_ name: String, _ description: String) {
        var option = CommandOption(type: Value.optionType, name: name, description: description, isRequired: true)
        Value.describe(&option)
        self.init(option: option, suggestions: nil) { input, name throws(EchordError) in try input.value(name) }
    }

    /// The same, to be left out at will; the handler gets `nil` then.
    public func optional() -> Argument<Value?> {
        replacing { input, name throws(EchordError) in try input.optional(name, as: Value.self) }
    }

    /// The same, to be left out at will; the handler gets `value` then.
    public func otherwise(_ value: Value) -> Argument<Value> {
        replacing { input, name throws(EchordError) in try input.optional(name, as: Value.self) ?? value }
    }
}

extension Argument where Value: CommandChoiceValue {
    /// Suggests choices while somebody types; not together with choices that are fixed.
    ///
    /// Of what is found the first 25 are shown; names are shortened to 100 characters, and values that Discord does not
    /// take are left out. What is not there in time is not shown: the person sees an empty list.
    ///
    /// - Parameters:
    ///   - limit: how long finding may take since Discord's question came; Discord waits 3 s in all.
    ///   - find: finds choices for what has been typed so far. It should end soon when it is cancelled.
    public func suggesting(
        within limit: Duration = .seconds(2),
        _ find: @escaping @Sendable (InteractionContext, _ typed: String) async throws -> [CommandChoice]
    ) -> Self {
        var copy = self
        copy.option.hasAutocomplete = true
        copy.suggestions = SuggestionSource(limit: limit, find: find)
        return copy
    }
}
