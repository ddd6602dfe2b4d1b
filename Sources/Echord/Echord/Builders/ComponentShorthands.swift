public import EchordModel
public import EchordPrimitives

extension ActionRow {
    /// A row of up to five buttons, or of one select.
    public init(id: Int? = nil, @ComponentBuilder _ components: () -> [Component]) {
        self.init(id: id, components: components())
    }
}

extension Button {
    /// A button that comes back as an interaction.
    ///
    /// - Parameters:
    ///   - label: what stands on it, up to 80 characters.
    ///   - customID: what comes back, 1 to 100 characters.
    ///   - style: how it looks; not `link` or `premium`.
    ///   - emoji: an emoji on it.
    ///   - isDisabled: whether it can not be clicked.
    public init(
        _ label: String?, customID: String, style: ButtonStyle = .secondary, emoji: PartialEmoji? = nil,
        isDisabled: Bool = false
    ) {
        self.init(
            style: style, label: label, emoji: emoji, customID: customID, isDisabled: isDisabled ? true : nil)
    }

    /// A button that leads somewhere.
    ///
    /// - Parameters:
    ///   - label: what stands on it, up to 80 characters.
    ///   - url: where it leads, up to 512 characters.
    ///   - emoji: an emoji on it.
    public static func link(_ label: String?, to url: String, emoji: PartialEmoji? = nil) -> Button {
        Button(style: .link, label: label, emoji: emoji, url: url)
    }

    /// A button that sells something.
    public static func premium(_ sku: SKUID) -> Button { Button(style: .premium, skuID: sku) }
}

extension TextDisplay {
    /// A text with markdown.
    public init(_ content: String) { self.init(content: content) }
}

extension Section {
    /// One to three texts with something beside them.
    ///
    /// - Parameters:
    ///   - accessory: a thumbnail or a button.
    ///   - components: the texts.
    public init(
        accessory: some ComponentConvertible, id: Int? = nil, @ComponentBuilder _ components: () -> [Component]
    ) {
        self.init(id: id, components: components(), accessory: Box(accessory.asComponent))
    }
}

extension Thumbnail {
    /// A small picture beside a section.
    public init(_ url: String, description: String? = nil) {
        self.init(media: MediaItem(url: url), description: description)
    }
}

extension Container {
    /// A frame around other components.
    ///
    /// - Parameters:
    ///   - accentColor: the colour of its edge.
    ///   - isSpoiler: whether it stays blurred until it is clicked.
    ///   - components: what stands in it.
    public init(
        accentColor: Colour? = nil, isSpoiler: Bool? = nil, id: Int? = nil,
        @ComponentBuilder _ components: () -> [Component]
    ) {
        self.init(id: id, components: components(), accentColor: accentColor, isSpoiler: isSpoiler)
    }
}

extension MediaGallery {
    /// Pictures and videos by their addresses.
    public init(_ urls: [String]) {
        self.init(items: urls.map { MediaGalleryItem(media: MediaItem(url: $0)) })
    }
}

extension FileDisplay {
    /// A file that is sent along, by its name.
    public init(attachment name: String) { self.init(file: .attachment(name)) }
}

extension Label {
    /// A name and an explanation around a component of a modal.
    ///
    /// - Parameters:
    ///   - label: the name, 1 to 45 characters.
    ///   - description: the explanation, up to 100 characters.
    ///   - component: what is filled in.
    public init(_ label: String, description: String? = nil, _ component: some ComponentConvertible) {
        self.init(label: label, description: description, component: Box(component.asComponent))
    }
}

extension ModalBody {
    /// A window with fields.
    ///
    /// - Parameters:
    ///   - title: its title, 1 to 45 characters.
    ///   - customID: what comes back with it, 1 to 100 characters.
    ///   - components: one to five labels and texts.
    public init(_ title: String, customID: String, @ComponentBuilder _ components: () -> [Component]) {
        self.init(customID: customID, title: title, components: components())
    }
}

extension SelectOption {
    /// A choice of a select.
    public init(
        _ label: String, value: String, description: String? = nil, emoji: PartialEmoji? = nil, isDefault: Bool = false
    ) {
        self.init(
            label: label, value: value, description: description, emoji: emoji, isDefault: isDefault ? true : nil)
    }
}
