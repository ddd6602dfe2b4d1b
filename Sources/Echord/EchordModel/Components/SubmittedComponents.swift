public import EchordPrimitives
public import JSON

/// A row of a modal of old, filled in.
///
/// <https://docs.discord.com/developers/components/reference#action-row>
@JSONModel
public struct SubmittedRow: Hashable, Sendable {
    /// Always `actionRow`.
    public let type = ComponentType.actionRow
    /// The row's id.
    public var id: Int?
    /// What stood in it.
    public var components: [SubmittedComponent] = []
}

/// A label, filled in.
///
/// <https://docs.discord.com/developers/components/reference#label-label-interaction-response-structure>
@JSONModel
public struct SubmittedLabel: Hashable, Sendable {
    /// Always `label`.
    public let type = ComponentType.label
    /// The label's id.
    public var id: Int?
    /// What was filled in.
    public var component: Box<SubmittedComponent>
}

/// A text that stood in a modal.
///
/// <https://docs.discord.com/developers/components/reference#text-display-text-display-interaction-response-structure>
@JSONModel
public struct SubmittedTextDisplay: Hashable, Sendable {
    /// Always `textDisplay`.
    public let type = ComponentType.textDisplay
    /// The text's id.
    public var id: Int?
}

/// What was typed.
///
/// <https://docs.discord.com/developers/components/reference#text-input-text-input-interaction-response-structure>
@JSONModel
public struct SubmittedText: Hashable, Sendable {
    /// Always `textInput`.
    public let type = ComponentType.textInput
    /// The field's id.
    public var id: Int?
    /// The field's custom id.
    public var customID: String
    /// The text.
    public var value: String = ""
}

/// What was chosen or uploaded.
///
/// <https://docs.discord.com/developers/components/reference#string-select-string-select-interaction-response-structure>
@JSONModel
public struct SubmittedValues: Hashable, Sendable {
    /// The field's kind: a select, a file upload or a checkbox group.
    public var type: ComponentType
    /// The field's id.
    public var id: Int?
    /// The field's custom id.
    public var customID: String
    /// Texts, or ids to be found in the resolved data.
    public var values: [String] = []
}

/// Which of several was chosen.
///
/// <https://docs.discord.com/developers/components/reference#radio-group-radio-group-interaction-response-structure>
@JSONModel
public struct SubmittedRadio: Hashable, Sendable {
    /// Always `radioGroup`.
    public let type = ComponentType.radioGroup
    /// The group's id.
    public var id: Int?
    /// The group's custom id.
    public var customID: String
    /// The choice; `nil` when there is none.
    public var value: String?
}

/// Whether a box was ticked.
///
/// <https://docs.discord.com/developers/components/reference#checkbox-checkbox-interaction-response-structure>
@JSONModel
public struct SubmittedCheckbox: Hashable, Sendable {
    /// Always `checkbox`.
    public let type = ComponentType.checkbox
    /// The box's id.
    public var id: Int?
    /// The box's custom id.
    public var customID: String
    /// Whether it was ticked.
    public var value: Bool = false
}
