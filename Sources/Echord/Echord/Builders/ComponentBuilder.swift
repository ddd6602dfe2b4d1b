public import EchordModel

/// Anything that can stand in a list of components.
public protocol ComponentConvertible {
    /// The component.
    var asComponent: Component { get }
}

extension Component: ComponentConvertible {
    /// Itself.
    public var asComponent: Component { self }
}

extension ActionRow: ComponentConvertible {
    /// The row as a component.
    public var asComponent: Component { .actionRow(self) }
}

extension Button: ComponentConvertible {
    /// The button as a component.
    public var asComponent: Component { .button(self) }
}

extension StringSelect: ComponentConvertible {
    /// The select as a component.
    public var asComponent: Component { .stringSelect(self) }
}

extension TextInput: ComponentConvertible {
    /// The field as a component.
    public var asComponent: Component { .textInput(self) }
}

extension UserSelect: ComponentConvertible {
    /// The select as a component.
    public var asComponent: Component { .userSelect(self) }
}

extension RoleSelect: ComponentConvertible {
    /// The select as a component.
    public var asComponent: Component { .roleSelect(self) }
}

extension MentionableSelect: ComponentConvertible {
    /// The select as a component.
    public var asComponent: Component { .mentionableSelect(self) }
}

extension ChannelSelect: ComponentConvertible {
    /// The select as a component.
    public var asComponent: Component { .channelSelect(self) }
}

extension Section: ComponentConvertible {
    /// The section as a component.
    public var asComponent: Component { .section(self) }
}

extension TextDisplay: ComponentConvertible {
    /// The text as a component.
    public var asComponent: Component { .textDisplay(self) }
}

extension Thumbnail: ComponentConvertible {
    /// The picture as a component.
    public var asComponent: Component { .thumbnail(self) }
}

extension MediaGallery: ComponentConvertible {
    /// The gallery as a component.
    public var asComponent: Component { .mediaGallery(self) }
}

extension FileDisplay: ComponentConvertible {
    /// The file as a component.
    public var asComponent: Component { .file(self) }
}

extension Separator: ComponentConvertible {
    /// The separator as a component.
    public var asComponent: Component { .separator(self) }
}

extension Container: ComponentConvertible {
    /// The container as a component.
    public var asComponent: Component { .container(self) }
}

extension Label: ComponentConvertible {
    /// The label as a component.
    public var asComponent: Component { .label(self) }
}

extension FileUploadInput: ComponentConvertible {
    /// The field as a component.
    public var asComponent: Component { .fileUpload(self) }
}

extension RadioGroup: ComponentConvertible {
    /// The group as a component.
    public var asComponent: Component { .radioGroup(self) }
}

extension CheckboxGroup: ComponentConvertible {
    /// The group as a component.
    public var asComponent: Component { .checkboxGroup(self) }
}

extension Checkbox: ComponentConvertible {
    /// The box as a component.
    public var asComponent: Component { .checkbox(self) }
}

/// Writes a list of components one under the other, with `if`, `for` and `switch`.
@resultBuilder
public enum ComponentBuilder {
    /// One component.
    public static func buildExpression(_ component: some ComponentConvertible) -> [Component] {
        [component.asComponent]
    }

    /// A list made elsewhere.
    public static func buildExpression(_ components: [Component]) -> [Component] { components }

    /// All of a block.
    public static func buildBlock(_ parts: [Component]...) -> [Component] { parts.flatMap(\.self) }

    /// An `if` without `else`.
    public static func buildOptional(_ part: [Component]?) -> [Component] { part ?? [] }

    /// An `if` that held.
    public static func buildEither(first part: [Component]) -> [Component] { part }

    /// An `else`.
    public static func buildEither(second part: [Component]) -> [Component] { part }

    /// A `for`.
    public static func buildArray(_ parts: [[Component]]) -> [Component] { parts.flatMap(\.self) }
}
