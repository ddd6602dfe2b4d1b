import EchordPrimitives
public import JSON

/// A field for typing.
///
/// <https://docs.discord.com/developers/components/reference#text-input>
@JSONModel
public struct TextInput: Hashable, Sendable {
    /// Always `textInput`.
    public let type = ComponentType.textInput
    /// Tells it apart in the modal.
    public var id: Int?
    /// What comes back with the text, 1 to 100 characters.
    public var customID: String
    /// How high it is.
    public var style: TextInputStyle
    /// Its name, in modals of old without labels.
    public var label: String?
    /// Characters at least, 0 to 4000.
    public var minLength: Int?
    /// Characters at most, 1 to 4000.
    public var maxLength: Int?
    /// Whether something must be typed; it must by default.
    @JSONKey("required") public var isRequired: Bool?
    /// What stands in it at the start, up to 4000 characters.
    public var value: String?
    /// What stands there while it is empty, up to 100 characters.
    public var placeholder: String?
}

/// A field for files.
///
/// <https://docs.discord.com/developers/components/reference#file-upload>
@JSONModel
public struct FileUploadInput: Hashable, Sendable {
    /// Always `fileUpload`.
    public let type = ComponentType.fileUpload
    /// Tells it apart in the modal.
    public var id: Int?
    /// What comes back with the files, 1 to 100 characters.
    public var customID: String
    /// Files at least, 1 by default, 0 to 10.
    public var minValues: Int?
    /// Files at most, 1 by default, up to 10.
    public var maxValues: Int?
    /// Whether files must be given; they must by default.
    @JSONKey("required") public var isRequired: Bool?
    /// Up to 10 of `image`, `video`, `audio` and endings such as `.pdf`.
    public var fileTypes: [String]?
}

/// One choice of several.
///
/// <https://docs.discord.com/developers/components/reference#radio-group>
@JSONModel
public struct RadioGroup: Hashable, Sendable {
    /// Always `radioGroup`.
    public let type = ComponentType.radioGroup
    /// Tells it apart in the modal.
    public var id: Int?
    /// What comes back with the choice, 1 to 100 characters.
    public var customID: String
    /// 2 to 10 choices.
    public var options: [GroupOption]
    /// Whether one must be chosen; it must by default.
    @JSONKey("required") public var isRequired: Bool?
}

/// Any of several choices.
///
/// <https://docs.discord.com/developers/components/reference#checkbox-group>
@JSONModel
public struct CheckboxGroup: Hashable, Sendable {
    /// Always `checkboxGroup`.
    public let type = ComponentType.checkboxGroup
    /// Tells it apart in the modal.
    public var id: Int?
    /// What comes back with the choices, 1 to 100 characters.
    public var customID: String
    /// 1 to 10 choices.
    public var options: [GroupOption]
    /// How many at least, 1 by default, 0 to 10.
    public var minValues: Int?
    /// How many at most, all by default, 1 to 10.
    public var maxValues: Int?
    /// Whether something must be chosen; it must by default.
    @JSONKey("required") public var isRequired: Bool?
}

/// A choice of a radio or checkbox group.
///
/// <https://docs.discord.com/developers/components/reference#radio-group-radio-group-option-structure>
@JSONModel
public struct GroupOption: Hashable, Sendable {
    /// What comes back, up to 100 characters.
    public var value: String
    /// What is read, up to 100 characters.
    public var label: String
    /// What it means, up to 100 characters.
    public var description: String?
    /// Whether it is chosen at the start.
    @JSONKey("default") public var isDefault: Bool?
}

/// A box to tick.
///
/// <https://docs.discord.com/developers/components/reference#checkbox>
@JSONModel
public struct Checkbox: Hashable, Sendable {
    /// Always `checkbox`.
    public let type = ComponentType.checkbox
    /// Tells it apart in the modal.
    public var id: Int?
    /// What comes back with the answer, 1 to 100 characters.
    public var customID: String
    /// Whether it is ticked at the start.
    @JSONKey("default") public var isDefault: Bool?
}
