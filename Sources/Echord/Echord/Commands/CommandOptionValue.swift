public import EchordModel
public import EchordPrimitives

/// A Swift type that an option of a command can have.
public protocol CommandOptionValue: Sendable {
    /// The option's kind at Discord.
    static var optionType: CommandOptionType { get }

    /// Reads what somebody filled in; `nil` when it is something else.
    init?(optionValue: ChoiceValue)
}

extension String: CommandOptionValue {
    /// `STRING`.
    public static var optionType: CommandOptionType { .string }

    /// Takes a text.
    public init?(optionValue: ChoiceValue) {
        guard case .string(let value) = optionValue else { return nil }
        self = value
    }
}

extension Int64: CommandOptionValue {
    /// `INTEGER`.
    public static var optionType: CommandOptionType { .integer }

    /// Takes a whole number.
    public init?(optionValue: ChoiceValue) {
        switch optionValue {
        case .integer(let value): self = value
        case .number(let value):
            guard let exact = Int64(exactly: value) else { return nil }
            self = exact
        case .string, .bool: return nil
        }
    }
}

extension Int: CommandOptionValue {
    /// `INTEGER`.
    public static var optionType: CommandOptionType { .integer }

    /// Takes a whole number.
    public init?(optionValue: ChoiceValue) {
        guard let value = Int64(optionValue: optionValue), let exact = Int(exactly: value) else { return nil }
        self = exact
    }
}

extension Double: CommandOptionValue {
    /// `NUMBER`.
    public static var optionType: CommandOptionType { .number }

    /// Takes a number, whole or not.
    public init?(optionValue: ChoiceValue) {
        guard let value = optionValue.double else { return nil }
        self = value
    }
}

extension Bool: CommandOptionValue {
    /// `BOOLEAN`.
    public static var optionType: CommandOptionType { .boolean }

    /// Takes a truth.
    public init?(optionValue: ChoiceValue) {
        guard case .bool(let value) = optionValue else { return nil }
        self = value
    }
}

extension Snowflake: CommandOptionValue where Of: CommandOptionEntity {
    /// What the marker says.
    public static var optionType: CommandOptionType { Of.optionType }

    /// Takes an id in digits.
    public init?(optionValue: ChoiceValue) {
        guard case .string(let text) = optionValue, let id = Self(text) else { return nil }
        self = id
    }
}

/// What an option can name by its id.
public protocol CommandOptionEntity {
    /// The option's kind at Discord.
    static var optionType: CommandOptionType { get }
}

extension IDMarker.User: CommandOptionEntity {
    /// `USER`.
    public static var optionType: CommandOptionType { .user }
}

extension IDMarker.Channel: CommandOptionEntity {
    /// `CHANNEL`.
    public static var optionType: CommandOptionType { .channel }
}

extension IDMarker.Role: CommandOptionEntity {
    /// `ROLE`.
    public static var optionType: CommandOptionType { .role }
}

extension IDMarker.Generic: CommandOptionEntity {
    /// `MENTIONABLE`: a user or a role; the resolved data tells which.
    public static var optionType: CommandOptionType { .mentionable }
}

extension IDMarker.Attachment: CommandOptionEntity {
    /// `ATTACHMENT`.
    public static var optionType: CommandOptionType { .attachment }
}
