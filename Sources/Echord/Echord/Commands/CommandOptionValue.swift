public import EchordModel
public import EchordPrimitives

/// A Swift type that an option of a command can have.
public protocol CommandOptionValue: Sendable {
    /// The option's kind at Discord.
    static var optionType: CommandOptionType { get }

    /// Writes into an option what the type says of it besides its kind, such as the choices; nothing by default.
    static func describe(_ option: inout CommandOption)

    /// Reads what somebody filled in; `nil` when it is something else.
    ///
    /// - Parameters:
    ///   - value: what came.
    ///   - resolved: what ids stand for.
    init?(optionValue value: ChoiceValue, resolved: ResolvedData)
}

extension CommandOptionValue {
    /// Leaves the option as it is.
    public static func describe(_ option: inout CommandOption) {}
}

/// A type that is read from the value alone: texts, numbers, truths, ids.
public protocol CommandOptionScalar: CommandOptionValue {
    /// Reads what somebody filled in; `nil` when it is something else.
    init?(optionValue: ChoiceValue)
}

extension CommandOptionScalar {
    /// Reads the value.
    public init?(optionValue value: ChoiceValue, resolved: ResolvedData) { self.init(optionValue: value) }
}

extension String: CommandOptionScalar {
    /// `STRING`.
    public static var optionType: CommandOptionType { .string }

    /// Takes a text.
    public init?(optionValue: ChoiceValue) {
        guard case .string(let value) = optionValue else { return nil }
        self = value
    }
}

extension Int64: CommandOptionScalar {
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

extension Int: CommandOptionScalar {
    /// `INTEGER`.
    public static var optionType: CommandOptionType { .integer }

    /// Takes a whole number.
    public init?(optionValue: ChoiceValue) {
        guard let value = Int64(optionValue: optionValue), let exact = Int(exactly: value) else { return nil }
        self = exact
    }
}

extension Double: CommandOptionScalar {
    /// `NUMBER`.
    public static var optionType: CommandOptionType { .number }

    /// Takes a number, whole or not.
    public init?(optionValue: ChoiceValue) {
        guard let value = optionValue.double else { return nil }
        self = value
    }
}

extension Bool: CommandOptionScalar {
    /// `BOOLEAN`.
    public static var optionType: CommandOptionType { .boolean }

    /// Takes a truth.
    public init?(optionValue: ChoiceValue) {
        guard case .bool(let value) = optionValue else { return nil }
        self = value
    }
}

extension Snowflake: CommandOptionValue, CommandOptionScalar where Of: CommandOptionEntity {
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
