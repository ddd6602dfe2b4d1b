import EchordPrimitives
public import JSON

/// A component of a message or a modal, of any kind; one that nobody has heard of yet is kept as it came.
///
/// <https://docs.discord.com/developers/components/reference>
public enum Component: Hashable, Sendable {
    /// A row of buttons, or of one select.
    case actionRow(ActionRow)
    /// A button.
    case button(Button)
    /// A choice of texts.
    case stringSelect(StringSelect)
    /// A field for typing, in modals.
    case textInput(TextInput)
    /// A choice of users.
    case userSelect(UserSelect)
    /// A choice of roles.
    case roleSelect(RoleSelect)
    /// A choice of users and roles.
    case mentionableSelect(MentionableSelect)
    /// A choice of channels.
    case channelSelect(ChannelSelect)
    /// Texts with something beside them.
    case section(Section)
    /// A text with markdown.
    case textDisplay(TextDisplay)
    /// A small picture beside a section.
    case thumbnail(Thumbnail)
    /// Pictures and videos.
    case mediaGallery(MediaGallery)
    /// A file that was sent along.
    case file(FileDisplay)
    /// Room between others.
    case separator(Separator)
    /// A frame around others.
    case container(Container)
    /// A name and an explanation, in modals.
    case label(Label)
    /// A field for files, in modals.
    case fileUpload(FileUploadInput)
    /// One choice of several, in modals.
    case radioGroup(RadioGroup)
    /// Any of several choices, in modals.
    case checkboxGroup(CheckboxGroup)
    /// A box to tick, in modals.
    case checkbox(Checkbox)
    /// A kind that is not known here, with all its fields.
    case unknown(ComponentType, JSONValue)
}

extension Component: JSONDecodable {
    /// Reads `type` and then what belongs to it.
    public init(json: JSONReader) throws(JSONError) {
        let type = try json.decode(ComponentType.self, at: "type")
        switch type {
        case .actionRow: self = .actionRow(try ActionRow(json: json))
        case .button: self = .button(try Button(json: json))
        case .stringSelect: self = .stringSelect(try StringSelect(json: json))
        case .textInput: self = .textInput(try TextInput(json: json))
        case .userSelect: self = .userSelect(try UserSelect(json: json))
        case .roleSelect: self = .roleSelect(try RoleSelect(json: json))
        case .mentionableSelect: self = .mentionableSelect(try MentionableSelect(json: json))
        case .channelSelect: self = .channelSelect(try ChannelSelect(json: json))
        case .section: self = .section(try Section(json: json))
        case .textDisplay: self = .textDisplay(try TextDisplay(json: json))
        case .thumbnail: self = .thumbnail(try Thumbnail(json: json))
        case .mediaGallery: self = .mediaGallery(try MediaGallery(json: json))
        case .file: self = .file(try FileDisplay(json: json))
        case .separator: self = .separator(try Separator(json: json))
        case .container: self = .container(try Container(json: json))
        case .label: self = .label(try Label(json: json))
        case .fileUpload: self = .fileUpload(try FileUploadInput(json: json))
        case .radioGroup: self = .radioGroup(try RadioGroup(json: json))
        case .checkboxGroup: self = .checkboxGroup(try CheckboxGroup(json: json))
        case .checkbox: self = .checkbox(try Checkbox(json: json))
        default: self = .unknown(type, try JSONValue(json: json))
        }
    }
}

extension Component: JSONEncodable {
    /// Writes the component with its `type`.
    public func encode(to writer: inout JSONWriter) {
        switch self {
        case .actionRow(let row): row.encode(to: &writer)
        case .button(let button): button.encode(to: &writer)
        case .stringSelect(let select): select.encode(to: &writer)
        case .textInput(let input): input.encode(to: &writer)
        case .userSelect(let select): select.encode(to: &writer)
        case .roleSelect(let select): select.encode(to: &writer)
        case .mentionableSelect(let select): select.encode(to: &writer)
        case .channelSelect(let select): select.encode(to: &writer)
        case .section(let section): section.encode(to: &writer)
        case .textDisplay(let text): text.encode(to: &writer)
        case .thumbnail(let thumbnail): thumbnail.encode(to: &writer)
        case .mediaGallery(let gallery): gallery.encode(to: &writer)
        case .file(let file): file.encode(to: &writer)
        case .separator(let separator): separator.encode(to: &writer)
        case .container(let container): container.encode(to: &writer)
        case .label(let label): label.encode(to: &writer)
        case .fileUpload(let upload): upload.encode(to: &writer)
        case .radioGroup(let group): group.encode(to: &writer)
        case .checkboxGroup(let group): group.encode(to: &writer)
        case .checkbox(let box): box.encode(to: &writer)
        case .unknown(_, let value): value.encode(to: &writer)
        }
    }
}
