public import EchordModel
public import EchordPrimitives

/// An option of a command that knows the Swift type of its value, for declaring it and for reading it.
///
/// ```swift
/// let title = StringOption("title", "What is to be done").required().length(1...100)
/// // … and in the handler
/// let text = try input[title]
/// ```
public struct TypedOption<Value: CommandOptionValue>: Sendable {
    /// The option as it is sent.
    public private(set) var option: CommandOption

    /// An option that need not be filled in.
    ///
    /// - Parameters:
    ///   - name: 1 to 32 lower-case letters, digits, `-` and `_`.
    ///   - description: 1 to 100 characters.
    public init(_ name: String, _ description: String) {
        option = CommandOption(type: Value.optionType, name: name, description: description)
    }

    /// The name.
    public var name: String { option.name }

    /// Must be filled in.
    public func required() -> Self { with { $0.isRequired = true } }

    /// With name and description in other languages.
    public func localized(names: Localizations? = nil, descriptions: Localizations? = nil) -> Self {
        with {
            $0.nameLocalizations = names ?? $0.nameLocalizations
            $0.descriptionLocalizations = descriptions ?? $0.descriptionLocalizations
        }
    }

    private func with(_ change: (inout CommandOption) -> Void) -> Self {
        var copy = self
        change(&copy.option)
        return copy
    }
}

/// An option for a text.
public typealias StringOption = TypedOption<String>
/// An option for a whole number.
public typealias IntegerOption = TypedOption<Int>
/// An option for a number.
public typealias NumberOption = TypedOption<Double>
/// An option for yes or no.
public typealias BooleanOption = TypedOption<Bool>
/// An option for a user.
public typealias UserOption = TypedOption<UserID>
/// An option for a channel.
public typealias ChannelOption = TypedOption<ChannelID>
/// An option for a role.
public typealias RoleOption = TypedOption<RoleID>
/// An option for a user or a role.
public typealias MentionableOption = TypedOption<GenericID>
/// An option for a file.
public typealias AttachmentOption = TypedOption<AttachmentID>

extension TypedOption where Value == String {
    /// Characters at least and at most, within 0 to 6000.
    public func length(_ range: ClosedRange<Int>) -> Self {
        with {
            $0.minLength = range.lowerBound
            $0.maxLength = range.upperBound
        }
    }

    /// One of up to 25 choices; not together with autocomplete.
    public func choices(_ choices: [CommandChoice]) -> Self { with { $0.choices = choices } }

    /// Asks for choices while somebody types.
    public func autocomplete() -> Self { with { $0.hasAutocomplete = true } }
}

extension TypedOption where Value == Int {
    /// The least and the greatest number.
    public func range(_ range: ClosedRange<Int>) -> Self {
        with {
            $0.minValue = .integer(Int64(range.lowerBound))
            $0.maxValue = .integer(Int64(range.upperBound))
        }
    }

    /// One of up to 25 choices; not together with autocomplete.
    public func choices(_ choices: [CommandChoice]) -> Self { with { $0.choices = choices } }

    /// Asks for choices while somebody types.
    public func autocomplete() -> Self { with { $0.hasAutocomplete = true } }
}

extension TypedOption where Value == Double {
    /// The least and the greatest number.
    public func range(_ range: ClosedRange<Double>) -> Self {
        with {
            $0.minValue = .number(range.lowerBound)
            $0.maxValue = .number(range.upperBound)
        }
    }

    /// One of up to 25 choices; not together with autocomplete.
    public func choices(_ choices: [CommandChoice]) -> Self { with { $0.choices = choices } }

    /// Asks for choices while somebody types.
    public func autocomplete() -> Self { with { $0.hasAutocomplete = true } }
}

extension TypedOption where Value == ChannelID {
    /// Offers channels of these kinds only.
    public func types(_ types: [ChannelType]) -> Self { with { $0.channelTypes = types } }
}

extension TypedOption where Value == AttachmentID {
    /// Offers files of these kinds only: `image`, `video`, `audio` and endings such as `.pdf`.
    public func fileTypes(_ types: [String]) -> Self { with { $0.fileTypes = types } }
}

extension CommandChoice {
    /// A choice.
    ///
    /// - Parameters:
    ///   - name: what is read, 1 to 100 characters.
    ///   - value: what comes back.
    ///   - localized: what is read in other languages.
    public init(_ name: String, _ value: ChoiceValue, localized: Localizations? = nil) {
        self.init(name: name, nameLocalizations: localized, value: value)
    }
}
