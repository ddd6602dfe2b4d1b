public import EchordModel
public import EchordPrimitives

/// An enumeration whose cases are the choices of an option.
///
/// ```swift
/// enum Priority: String, ChoiceEnumeration {
///     case low, high
///     var choiceName: String { self == .low ? "When there is time" : "At once" }
/// }
/// ```
public protocol ChoiceEnumeration: CommandOptionValue, CaseIterable, RawRepresentable
where RawValue: CommandChoiceRawValue {
    /// What is read, 1 to 100 characters; the raw value by default.
    var choiceName: String { get }
    /// What is read in other languages; none by default.
    var choiceNameLocalizations: Localizations? { get }
}

/// What can stand for a choice: a text, or a whole number.
public protocol CommandChoiceRawValue: CommandChoiceValue, CustomStringConvertible {
    /// The value as it is sent.
    var choiceValue: ChoiceValue { get }
}

extension String: CommandChoiceRawValue {
    /// The text.
    public var choiceValue: ChoiceValue { .string(self) }
}

extension Int: CommandChoiceRawValue {
    /// The number.
    public var choiceValue: ChoiceValue { .integer(Int64(self)) }
}

extension ChoiceEnumeration {
    /// The raw value's kind.
    public static var optionType: CommandOptionType { RawValue.optionType }

    /// The raw value.
    public var choiceName: String { rawValue.description }

    /// None.
    public var choiceNameLocalizations: Localizations? { nil }

    /// Offers the cases as choices.
    public static func describe(_ option: inout CommandOption) {
        option.choices = allCases.map { value in
            CommandChoice(value.choiceName, value.rawValue.choiceValue, localized: value.choiceNameLocalizations)
        }
    }

    /// Takes the raw value of a case.
    public init?(optionValue value: ChoiceValue, resolved: ResolvedData) {
        guard let raw = RawValue(optionValue: value) else { return nil }
        self.init(rawValue: raw)
    }
}
