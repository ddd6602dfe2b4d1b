import EchordPrimitives

extension Component {
    /// The kind.
    public var type: ComponentType {
        switch self {
        case .actionRow: .actionRow
        case .button: .button
        case .stringSelect: .stringSelect
        case .textInput: .textInput
        case .userSelect: .userSelect
        case .roleSelect: .roleSelect
        case .mentionableSelect: .mentionableSelect
        case .channelSelect: .channelSelect
        case .section: .section
        case .textDisplay: .textDisplay
        case .thumbnail: .thumbnail
        case .mediaGallery: .mediaGallery
        case .file: .file
        case .separator: .separator
        case .container: .container
        case .label: .label
        case .fileUpload: .fileUpload
        case .radioGroup: .radioGroup
        case .checkboxGroup: .checkboxGroup
        case .checkbox: .checkbox
        case .unknown(let type, _): type
        }
    }

    /// The custom id of those that have one.
    public var customID: String? {
        switch self {
        case .button(let button): button.customID
        case .stringSelect(let select): select.customID
        case .textInput(let input): input.customID
        case .userSelect(let select): select.customID
        case .roleSelect(let select): select.customID
        case .mentionableSelect(let select): select.customID
        case .channelSelect(let select): select.customID
        case .fileUpload(let upload): upload.customID
        case .radioGroup(let group): group.customID
        case .checkboxGroup(let group): group.customID
        case .checkbox(let box): box.customID
        default: nil
        }
    }

    /// What stands directly inside, accessories and labelled components among them.
    public var children: [Component] {
        switch self {
        case .actionRow(let row): row.components
        case .section(let section): section.components + [section.accessory.value]
        case .container(let container): container.components
        case .label(let label): [label.component.value]
        default: []
        }
    }

    /// The component and all inside it, outer before inner.
    public var flattened: [Component] { [self] + children.flatMap(\.flattened) }

    /// Whether the component exists only in messages with `isComponentsV2`.
    public var needsComponentsV2: Bool {
        switch self {
        case .section, .textDisplay, .thumbnail, .mediaGallery, .file, .separator, .container: true
        default: false
        }
    }
}
