public import EchordModel
public import EchordPrimitives

/// Something that declares an option of a certain Swift type, and can say more of it.
public protocol CommandOptionDeclaration<Value>: Sendable {
    /// What is read from the option.
    associatedtype Value
    /// The option as it is sent.
    var option: CommandOption { get set }
}

extension CommandOptionDeclaration {
    /// The name.
    public var name: String { option.name }

    /// With name and description in other languages.
    public func localized(names: Localizations? = nil, descriptions: Localizations? = nil) -> Self {
        with {
            $0.nameLocalizations = names ?? $0.nameLocalizations
            $0.descriptionLocalizations = descriptions ?? $0.descriptionLocalizations
        }
    }

    func with(_ change: (inout CommandOption) -> Void) -> Self {
        var copy = self
        change(&copy.option)
        return copy
    }
}

/// An option of a command that knows the Swift type of its value, for declaring it and for reading it.
///
/// ```swift
/// let title = StringOption("title", "What is to be done").required().length(1...100)
/// // … and in the handler
/// let text = try input[title]
/// ```
///
/// Where a handler takes the values as its parameters, ``Argument`` does both at once.
public struct TypedOption<Value: CommandOptionValue>: CommandOptionDeclaration {
    /// The option as it is sent.
    public var option: CommandOption

    /// An option that need not be filled in.
    ///
    /// - Parameters:
    ///   - name: 1 to 32 lower-case letters, digits, `-` and `_`.
    ///   - description: 1 to 100 characters.
    public init(_ name: String, _ description: String) {
        option = CommandOption(type: Value.optionType, name: name, description: description)
        Value.describe(&option)
    }

    /// Must be filled in.
    public func required() -> Self { with { $0.isRequired = true } }
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

extension CommandOptionDeclaration where Value == String {
    /// Characters at least and at most, within 0 to 6000.
    public func length(_ range: ClosedRange<Int>) -> Self {
        with {
            $0.minLength = range.lowerBound
            $0.maxLength = range.upperBound
        }
    }
}

extension CommandOptionDeclaration where Value == Int {
    /// The least and the greatest number.
    public func range(_ range: ClosedRange<Int>) -> Self {
        with {
            $0.minValue = .integer(Int64(range.lowerBound))
            $0.maxValue = .integer(Int64(range.upperBound))
        }
    }
}

extension CommandOptionDeclaration where Value == Double {
    /// The least and the greatest number.
    public func range(_ range: ClosedRange<Double>) -> Self {
        with {
            $0.minValue = .number(range.lowerBound)
            $0.maxValue = .number(range.upperBound)
        }
    }
}

extension CommandOptionDeclaration where Value: CommandChoiceValue {
    /// One of up to 25 choices; not together with autocomplete.
    public func choices(_ choices: [CommandChoice]) -> Self { with { $0.choices = choices } }
}

extension TypedOption where Value: CommandChoiceValue {
    /// Asks for choices while somebody types.
    public func autocomplete() -> Self { with { $0.hasAutocomplete = true } }
}

extension CommandOptionDeclaration where Value: CommandOptionChannel {
    /// Offers channels of these kinds only.
    public func types(_ types: [ChannelType]) -> Self { with { $0.channelTypes = types } }
}

extension CommandOptionDeclaration where Value: CommandOptionFile {
    /// Offers files of these kinds only: `image`, `video`, `audio` and endings such as `.pdf`.
    public func fileTypes(_ types: [String]) -> Self { with { $0.fileTypes = types } }
}

/// A channel, or its id.
public protocol CommandOptionChannel: CommandOptionValue {}
extension ChannelID: CommandOptionChannel {}
extension Channel: CommandOptionChannel {}

/// A file, or its id.
public protocol CommandOptionFile: CommandOptionValue {}
extension AttachmentID: CommandOptionFile {}
extension Attachment: CommandOptionFile {}

/// A type whose values can be choices: a text or a number.
public protocol CommandChoiceValue: CommandOptionScalar {}
extension String: CommandChoiceValue {}
extension Int: CommandChoiceValue {}
extension Int64: CommandChoiceValue {}
extension Double: CommandChoiceValue {}

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
