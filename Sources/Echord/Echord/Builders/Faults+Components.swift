import EchordModel
import EchordPrimitives

extension FaultCollector {
    /// The components of one message.
    ///
    /// - Parameter isV2: whether the message has the flag of the second version.
    mutating func messageComponents(_ components: [Component], isV2: Bool, at key: String = "components") {
        if isV2 {
            total(components, at: key)
        } else {
            count(components.count, 0...DiscordLimits.Component.rows, of: "rows", at: key)
        }
        each(key, components) { faults, component in
            if !isV2, component.needsComponentsV2 {
                faults.fault(.needsV2, "\(component.type) needs the flag IS_COMPONENTS_V2", at: "type")
            } else if !Self.topLevel.contains(component.type), !component.isUnknown {
                faults.fault(.badComponent, "\(component.type) can not stand at the top of a message", at: "type")
            }
            faults.component(component, place: .message)
        }
        uniqueness(components, at: key)
    }

    private static let topLevel: Set<ComponentType> = [
        .actionRow, .section, .textDisplay, .mediaGallery, .file, .separator, .container,
    ]

    private mutating func total(_ components: [Component], at key: String) {
        let all = components.flatMap(\.flattened)
        if all.count > DiscordLimits.Component.total {
            fault(
                .badLength, "at most \(DiscordLimits.Component.total) components, nested ones counted, is \(all.count)",
                at: key)
        }
        let characters = all.reduce(0) { sum, component in
            guard case .textDisplay(let text) = component else { return sum }
            return sum + text.content.unicodeScalars.count
        }
        if characters > DiscordLimits.Component.textCharacters {
            fault(
                .tooLong,
                "at most \(DiscordLimits.Component.textCharacters) characters in all texts, is \(characters)", at: key)
        }
    }

    /// Custom ids and ids must tell components apart.
    mutating func uniqueness(_ components: [Component], at key: String) {
        var customIDs: Set<String> = []
        var ids: Set<Int> = []
        walk(components, path: key) { faults, component, path in
            if let customID = component.customID, !customIDs.insert(customID).inserted {
                faults.fault(.duplicateCustomID, "another component has this custom id", at: "\(path).custom_id")
            }
            if let id = component.id, id != 0, !ids.insert(id).inserted {
                faults.fault(.duplicateID, "another component has this id", at: "\(path).id")
            }
        }
    }

    private mutating func walk(
        _ components: [Component], path: String, _ visit: (inout FaultCollector, Component, String) -> Void
    ) {
        for (index, component) in components.enumerated() {
            walk(component, path: "\(path)[\(index)]", visit)
        }
    }

    private mutating func walk(
        _ component: Component, path: String, _ visit: (inout FaultCollector, Component, String) -> Void
    ) {
        visit(&self, component, path)
        switch component {
        case .actionRow(let row): walk(row.components, path: "\(path).components", visit)
        case .container(let container): walk(container.components, path: "\(path).components", visit)
        case .section(let section):
            walk(section.components, path: "\(path).components", visit)
            walk(section.accessory.value, path: "\(path).accessory", visit)
        case .label(let label): walk(label.component.value, path: "\(path).component", visit)
        default: break
        }
    }

    /// Where a component stands; selects and texts follow other rules in modals.
    enum Place {
        case message
        case modal
    }

    /// A component with all inside it.
    mutating func component(_ component: Component, place: Place) {
        if let id = component.id { number(id, DiscordLimits.Component.id, at: "id") }
        switch component {
        case .actionRow(let row): self.row(row, place: place)
        case .section(let section): self.section(section)
        case .container(let container): self.container(container)
        case .textDisplay(let text):
            length(text.content, 1...DiscordLimits.Component.textCharacters, at: "content")
        case .thumbnail(let thumbnail): media(thumbnail.media, thumbnail.description, at: "media")
        case .mediaGallery(let gallery): self.gallery(gallery)
        case .file(let file): self.file(file)
        case .separator: break
        case .button(let button): self.button(button)
        case .label(let label): self.label(label)
        default: input(component, place: place)
        }
    }

    private mutating func row(_ row: ActionRow, place: Place) {
        count(row.components.count, 1...DiscordLimits.Component.buttonsInRow, of: "components", at: "components")
        let selects = row.components.filter { $0.type != .button }
        if !selects.isEmpty, row.components.count > 1 {
            fault(.layout, "up to 5 buttons or a single select", at: "components")
        }
        each("components", row.components) { faults, child in
            let isAllowed =
                place == .modal ? child.type == .textInput : child.type == .button || Self.selects.contains(child.type)
            if !isAllowed, !child.isUnknown {
                faults.fault(.badComponent, "\(child.type) can not stand in a row", at: "type")
            }
            faults.component(child, place: place)
        }
    }

    static let selects: Set<ComponentType> = [
        .stringSelect, .userSelect, .roleSelect, .mentionableSelect, .channelSelect,
    ]

    private mutating func section(_ section: Section) {
        count(section.components.count, DiscordLimits.Component.sectionTexts, of: "texts", at: "components")
        each("components", section.components) { faults, child in
            if child.type != .textDisplay, !child.isUnknown {
                faults.fault(.badComponent, "\(child.type) can not stand in a section", at: "type")
            }
            faults.component(child, place: .message)
        }
        let accessory = section.accessory.value
        at("accessory") { faults in
            if accessory.type != .button, accessory.type != .thumbnail, !accessory.isUnknown {
                faults.fault(.badComponent, "\(accessory.type) can not stand beside a section", at: "type")
            }
            faults.component(accessory, place: .message)
        }
    }

    private mutating func container(_ container: Container) {
        if container.components.isEmpty { fault(.required, "at least 1 component, is 0", at: "components") }
        each("components", container.components) { faults, child in
            if child.type == .container || !Self.topLevel.contains(child.type), !child.isUnknown {
                faults.fault(.badComponent, "\(child.type) can not stand in a container", at: "type")
            }
            faults.component(child, place: .message)
        }
    }

    private mutating func gallery(_ gallery: MediaGallery) {
        count(gallery.items.count, DiscordLimits.Component.galleryItems, of: "items", at: "items")
        each("items", gallery.items) { $0.media($1.media, $1.description, at: "media") }
    }

    private mutating func media(_ media: MediaItem, _ description: String?, at key: String) {
        at(key) { $0.address(media.url, attachments: true, at: "url") }
        length(description, upTo: DiscordLimits.Component.mediaDescription, at: "description")
    }

    private mutating func file(_ file: FileDisplay) {
        if !file.file.url.hasPrefix("attachment://") || file.file.url == "attachment://" {
            fault(.badAddress, "an address of the form attachment://name", at: "file.url")
        }
    }
}

extension Component {
    var isUnknown: Bool { if case .unknown = self { true } else { false } }

    /// The number that tells the component apart.
    var id: Int? {
        switch self {
        case .actionRow(let value): value.id
        case .button(let value): value.id
        case .stringSelect(let value): value.id
        case .textInput(let value): value.id
        case .userSelect(let value): value.id
        case .roleSelect(let value): value.id
        case .mentionableSelect(let value): value.id
        case .channelSelect(let value): value.id
        case .section(let value): value.id
        case .textDisplay(let value): value.id
        case .thumbnail(let value): value.id
        case .mediaGallery(let value): value.id
        case .file(let value): value.id
        case .separator(let value): value.id
        case .container(let value): value.id
        case .label(let value): value.id
        case .fileUpload(let value): value.id
        case .radioGroup(let value): value.id
        case .checkboxGroup(let value): value.id
        case .checkbox(let value): value.id
        case .unknown: nil
        }
    }
}
