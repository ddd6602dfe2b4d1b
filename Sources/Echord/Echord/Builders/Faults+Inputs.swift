import EchordModel
import EchordPrimitives

extension FaultCollector {
    /// A button: what its style asks for and forbids.
    mutating func button(_ button: Button) {
        length(button.label, upTo: DiscordLimits.Component.buttonLabel, at: "label")
        switch button.style {
        case .link:
            if button.url == nil { fault(.required, "a link button needs an address", at: "url") }
            length(button.url, 1...DiscordLimits.Component.buttonURL, at: "url")
            linkAddress(button.url)
            forbidden(button.customID, "a link button has no custom id", at: "custom_id")
            forbidden(button.skuID, "a link button sells nothing", at: "sku_id")
        case .premium:
            if button.skuID == nil { fault(.required, "a premium button needs what it sells", at: "sku_id") }
            forbidden(button.customID, "a premium button has no custom id", at: "custom_id")
            forbidden(button.label, "a premium button has no label", at: "label")
            forbidden(button.url, "a premium button has no address", at: "url")
            forbidden(button.emoji, "a premium button has no emoji", at: "emoji")
        default:
            if button.customID == nil { fault(.required, "1–100 characters, is missing", at: "custom_id") }
            customID(button.customID)
            forbidden(button.url, "only a link button has an address", at: "url")
            forbidden(button.skuID, "only a premium button sells something", at: "sku_id")
        }
        if button.style != .premium, button.label?.isEmpty ?? true, button.emoji == nil {
            fault(.required, "a button needs a label or an emoji", at: "label")
        }
    }

    private mutating func linkAddress(_ url: String?) {
        guard let url, !url.hasPrefix("discord://") else { return }
        address(url, at: "url")
    }

    private mutating func forbidden(_ value: (some Any)?, _ message: String, at key: String) {
        if value != nil { fault(.choices, message, at: key) }
    }

    /// A custom id's length.
    mutating func customID(_ id: String?) { length(id, DiscordLimits.Component.customID, at: "custom_id") }

    /// A component that takes input: selects, fields, groups and boxes.
    mutating func input(_ component: Component, place: Place) {
        if place == .message, !Self.selects.contains(component.type), !component.isUnknown {
            fault(.badComponent, "\(component.type) exists in modals only", at: "type")
        }
        switch component {
        case .stringSelect(let select): stringSelect(select, place: place)
        case .userSelect(let select):
            entitySelect(select.facts, select.defaultValues, [.user], place)
        case .roleSelect(let select):
            entitySelect(select.facts, select.defaultValues, [.role], place)
        case .mentionableSelect(let select):
            entitySelect(select.facts, select.defaultValues, [.user, .role], place)
        case .channelSelect(let select):
            entitySelect(select.facts, select.defaultValues, [.channel], place)
        case .textInput(let input): textInput(input)
        case .fileUpload(let upload): fileUpload(upload)
        case .radioGroup(let group):
            customID(group.customID)
            options(group.options, DiscordLimits.Modal.radioOptions, defaults: 1)
        case .checkboxGroup(let group): checkboxGroup(group)
        case .checkbox(let box): customID(box.customID)
        default: break
        }
    }

    private mutating func select(_ facts: SelectFacts, _ place: Place) {
        customID(facts.customID)
        length(facts.placeholder, upTo: DiscordLimits.Component.selectPlaceholder, at: "placeholder")
        number(facts.minValues, DiscordLimits.Component.selectMinimum, at: "min_values")
        number(facts.maxValues, DiscordLimits.Component.selectMaximum, at: "max_values")
        ordered(facts.minValues, facts.maxValues ?? 1, lowKey: "min_values", highKey: "max_values")
        if place == .modal, facts.isDisabled == true {
            fault(.choices, "a select in a modal can not be disabled", at: "disabled")
        }
        if place == .modal, facts.minValues == 0, facts.isRequired ?? true {
            fault(.choices, "with a minimum of 0 the select can not be required", at: "required")
        }
        if place == .message, facts.isRequired != nil {
            fault(.choices, "only a select in a modal can be required", at: "required")
        }
    }

    private mutating func stringSelect(_ select: StringSelect, place: Place) {
        self.select(select.facts, place)
        count(select.options.count, 1...DiscordLimits.Component.selectOptions, of: "options", at: "options")
        each("options", select.options) { faults, option in
            faults.length(option.label, 1...DiscordLimits.Component.optionLabel, at: "label")
            faults.length(option.value, 1...DiscordLimits.Component.optionValue, at: "value")
            faults.length(option.description, upTo: DiscordLimits.Component.optionDescription, at: "description")
        }
        unique(select.options.map { Optional($0.value) }, code: .duplicateValue, "the value") { "options[\($0)].value" }
        let defaults = select.options.filter { $0.isDefault == true }.count
        let most = select.maxValues ?? 1
        if defaults > most { fault(.badLength, "at most \(most) chosen at the start, is \(defaults)", at: "options") }
    }

    private mutating func entitySelect(
        _ facts: SelectFacts, _ defaults: [SelectDefaultValue]?, _ kinds: Set<SelectDefaultKind>, _ place: Place
    ) {
        select(facts, place)
        guard let defaults else { return }
        let range = (facts.minValues ?? 1)...max(facts.maxValues ?? 1, facts.minValues ?? 1)
        if !defaults.isEmpty { count(defaults.count, range, of: "default values", at: "default_values") }
        each("default_values", defaults) { faults, value in
            if !kinds.contains(value.type) {
                let names = kinds.map(\.rawValue).sorted().joined(separator: " or ")
                faults.fault(.choices, "\(names), is \(value.type.rawValue)", at: "type")
            }
        }
    }

    private mutating func textInput(_ input: TextInput) {
        customID(input.customID)
        number(input.minLength, DiscordLimits.Modal.textMinimum, at: "min_length")
        number(input.maxLength, DiscordLimits.Modal.textMaximum, at: "max_length")
        ordered(input.minLength, input.maxLength, lowKey: "min_length", highKey: "max_length")
        length(input.placeholder, upTo: DiscordLimits.Modal.textPlaceholder, at: "placeholder")
        let most = min(input.maxLength ?? DiscordLimits.Modal.textInput, DiscordLimits.Modal.textInput)
        length(input.value, upTo: max(most, 0), at: "value")
        if let value = input.value, let least = input.minLength, !value.isEmpty, value.unicodeScalars.count < least {
            fault(.tooShort, "at least \(least) characters, is \(value.unicodeScalars.count)", at: "value")
        }
    }

    private mutating func fileUpload(_ upload: FileUploadInput) {
        customID(upload.customID)
        number(upload.minValues, DiscordLimits.Modal.fileMinimum, at: "min_values")
        number(upload.maxValues, DiscordLimits.Modal.fileMaximum, at: "max_values")
        ordered(upload.minValues, upload.maxValues ?? 1, lowKey: "min_values", highKey: "max_values")
        if upload.minValues == 0, upload.isRequired ?? true {
            fault(.choices, "with a minimum of 0 the upload can not be required", at: "required")
        }
        fileTypes(upload.fileTypes)
    }

    /// `image`, `video`, `audio` or an ending with its dot.
    mutating func fileTypes(_ types: [String]?) {
        guard let types else { return }
        count(types.count, 0...DiscordLimits.Modal.fileTypes, of: "file types", at: "file_types")
        for (index, type) in types.enumerated()
        where !["image", "video", "audio"].contains(type) && !(type.hasPrefix(".") && type.utf8.count > 1) {
            fault(.choices, "image, video, audio or an ending such as .pdf", at: "file_types[\(index)]")
        }
    }

    private mutating func checkboxGroup(_ group: CheckboxGroup) {
        customID(group.customID)
        let most = group.maxValues ?? group.options.count
        options(group.options, DiscordLimits.Modal.checkboxOptions, defaults: most)
        number(group.minValues, DiscordLimits.Modal.checkboxMinimum, at: "min_values")
        number(group.maxValues, DiscordLimits.Modal.checkboxMaximum, at: "max_values")
        ordered(group.minValues, most, lowKey: "min_values", highKey: "max_values")
        if group.minValues == 0, group.isRequired ?? true {
            fault(.choices, "with a minimum of 0 the group can not be required", at: "required")
        }
    }

    private mutating func options(_ options: [GroupOption], _ range: ClosedRange<Int>, defaults most: Int) {
        count(options.count, range, of: "options", at: "options")
        each("options", options) { faults, option in
            faults.length(option.label, 1...DiscordLimits.Component.optionLabel, at: "label")
            faults.length(option.value, 1...DiscordLimits.Component.optionValue, at: "value")
            faults.length(option.description, upTo: DiscordLimits.Component.optionDescription, at: "description")
        }
        unique(options.map { Optional($0.value) }, code: .duplicateValue, "the value") { "options[\($0)].value" }
        let chosen = options.filter { $0.isDefault == true }.count
        if chosen > most { fault(.badLength, "at most \(most) chosen at the start, is \(chosen)", at: "options") }
    }
}

/// What all selects share.
private struct SelectFacts {
    let customID: String
    let placeholder: String?
    let minValues: Int?
    let maxValues: Int?
    let isRequired: Bool?
    let isDisabled: Bool?
}

extension StringSelect {
    fileprivate var facts: SelectFacts {
        SelectFacts(
            customID: customID, placeholder: placeholder, minValues: minValues, maxValues: maxValues,
            isRequired: isRequired, isDisabled: isDisabled)
    }
}

extension UserSelect {
    fileprivate var facts: SelectFacts {
        SelectFacts(
            customID: customID, placeholder: placeholder, minValues: minValues, maxValues: maxValues,
            isRequired: isRequired, isDisabled: isDisabled)
    }
}

extension RoleSelect {
    fileprivate var facts: SelectFacts {
        SelectFacts(
            customID: customID, placeholder: placeholder, minValues: minValues, maxValues: maxValues,
            isRequired: isRequired, isDisabled: isDisabled)
    }
}

extension MentionableSelect {
    fileprivate var facts: SelectFacts {
        SelectFacts(
            customID: customID, placeholder: placeholder, minValues: minValues, maxValues: maxValues,
            isRequired: isRequired, isDisabled: isDisabled)
    }
}

extension ChannelSelect {
    fileprivate var facts: SelectFacts {
        SelectFacts(
            customID: customID, placeholder: placeholder, minValues: minValues, maxValues: maxValues,
            isRequired: isRequired, isDisabled: isDisabled)
    }
}
