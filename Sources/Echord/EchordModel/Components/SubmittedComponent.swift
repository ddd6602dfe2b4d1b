import EchordPrimitives
public import JSON

/// A component of a modal, filled in.
///
/// <https://docs.discord.com/developers/interactions/receiving-and-responding#interaction-object-component-interaction-response-structures>
public enum SubmittedComponent: Hashable, Sendable {
    /// A row of a modal of old.
    case row(SubmittedRow)
    /// A label.
    case label(SubmittedLabel)
    /// A text that stood there.
    case textDisplay(SubmittedTextDisplay)
    /// What was typed.
    case text(SubmittedText)
    /// What was chosen in a select or a checkbox group, or uploaded.
    case values(SubmittedValues)
    /// Which of several was chosen.
    case radio(SubmittedRadio)
    /// Whether a box was ticked.
    case checkbox(SubmittedCheckbox)
    /// A kind that is not known here, with all its fields.
    case unknown(ComponentType, JSONValue)
}

extension SubmittedComponent: JSONDecodable, JSONEncodable {
    /// Reads `type` and then what belongs to it.
    public init(json: JSONReader) throws(JSONError) {
        let type = try json.decode(ComponentType.self, at: "type")
        switch type {
        case .actionRow: self = .row(try SubmittedRow(json: json))
        case .label: self = .label(try SubmittedLabel(json: json))
        case .textDisplay: self = .textDisplay(try SubmittedTextDisplay(json: json))
        case .textInput: self = .text(try SubmittedText(json: json))
        case .stringSelect, .userSelect, .roleSelect, .mentionableSelect, .channelSelect, .fileUpload, .checkboxGroup:
            self = .values(try SubmittedValues(json: json))
        case .radioGroup: self = .radio(try SubmittedRadio(json: json))
        case .checkbox: self = .checkbox(try SubmittedCheckbox(json: json))
        default: self = .unknown(type, try JSONValue(json: json))
        }
    }

    /// Writes the component with its `type`.
    public func encode(to writer: inout JSONWriter) {
        switch self {
        case .row(let row): row.encode(to: &writer)
        case .label(let label): label.encode(to: &writer)
        case .textDisplay(let text): text.encode(to: &writer)
        case .text(let text): text.encode(to: &writer)
        case .values(let values): values.encode(to: &writer)
        case .radio(let radio): radio.encode(to: &writer)
        case .checkbox(let box): box.encode(to: &writer)
        case .unknown(_, let value): value.encode(to: &writer)
        }
    }
}

extension SubmittedComponent {
    /// The custom id of those that have one.
    public var customID: String? {
        switch self {
        case .text(let text): text.customID
        case .values(let values): values.customID
        case .radio(let radio): radio.customID
        case .checkbox(let box): box.customID
        default: nil
        }
    }

    /// What was filled in, as texts: what was typed, the choices, the ids, nothing for an empty group.
    public var strings: [String] {
        switch self {
        case .text(let text): [text.value]
        case .values(let values): values.values
        case .radio(let radio): radio.value.map { [$0] } ?? []
        case .checkbox(let box): [String(box.value)]
        default: []
        }
    }

    /// The component and all inside it, outer before inner.
    public var flattened: [SubmittedComponent] {
        switch self {
        case .row(let row): [self] + row.components.flatMap(\.flattened)
        case .label(let label): [self] + label.component.value.flattened
        default: [self]
        }
    }
}
