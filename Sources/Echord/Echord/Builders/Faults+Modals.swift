import EchordModel
import EchordPrimitives

extension FaultCollector {
    /// A modal with all inside it.
    mutating func modal(_ modal: ModalBody) {
        length(modal.customID, DiscordLimits.Modal.customID, at: "custom_id")
        length(modal.title, DiscordLimits.Modal.title, at: "title")
        count(modal.components.count, DiscordLimits.Modal.components, of: "components", at: "components")
        each("components", modal.components) { faults, component in
            if ![.label, .textDisplay, .actionRow].contains(component.type), !component.isUnknown {
                faults.fault(.badComponent, "\(component.type) can not stand at the top of a modal", at: "type")
            }
            faults.component(component, place: .modal)
        }
        uniqueness(modal.components, at: "components")
    }

    private static let labelled: Set<ComponentType> = [
        .textInput, .stringSelect, .userSelect, .roleSelect, .mentionableSelect, .channelSelect, .fileUpload,
        .radioGroup, .checkboxGroup, .checkbox,
    ]

    mutating func label(_ label: Label) {
        length(label.label, DiscordLimits.Modal.label, at: "label")
        length(label.description, upTo: DiscordLimits.Modal.labelDescription, at: "description")
        let child = label.component.value
        at("component") { faults in
            if !Self.labelled.contains(child.type), !child.isUnknown {
                faults.fault(.badComponent, "\(child.type) can not stand in a label", at: "type")
            }
            if case .textInput(let input) = child, input.label != nil {
                faults.fault(.choices, "a text input in a label has no label of its own", at: "label")
            }
            faults.component(child, place: .modal)
        }
    }
}
