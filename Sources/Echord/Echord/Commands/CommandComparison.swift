public import EchordModel
public import EchordPrimitives
import JSON

/// What has to be written so that Discord has the commands a program declares, and nothing else.
///
/// Ask Discord with `with_localizations=true`; otherwise other languages look as if they were missing.
public struct CommandComparison: Hashable, Sendable {
    /// Commands Discord does not have.
    public var creates: [CreateCommand]
    /// Commands that differ, with the parts that do.
    public var edits: [Edit]
    /// Commands that are no longer declared.
    public var deletes: [CommandID]
    /// Commands that are as they should be.
    public var unchanged: [CommandID]
    /// Everything as one bulk overwrite, with the ids that are known.
    public var overwrite: [CreateCommand]

    /// A change of one command.
    public struct Edit: Hashable, Sendable {
        /// The command.
        public var id: CommandID
        /// What changes.
        public var changes: EditCommand

        /// A change of one command.
        public init(id: CommandID, changes: EditCommand) {
            self.id = id
            self.changes = changes
        }
    }

    /// Whether nothing has to be written.
    public var isEmpty: Bool { creates.isEmpty && edits.isEmpty && deletes.isEmpty }

    /// How many requests it takes one by one; a bulk overwrite takes one.
    public var requestCount: Int { creates.count + edits.count + deletes.count }

    /// Compares what is declared with what Discord has.
    ///
    /// Commands belong together when kind and name are the same. Parts a declaration leaves to Discord, such as where
    /// a command can be used, are no difference.
    ///
    /// - Complexity: O(commands).
    public init(declared: [CreateCommand], registered: [ApplicationCommand]) {
        creates = []
        edits = []
        deletes = []
        unchanged = []
        overwrite = []
        var rest: [Key: ApplicationCommand] = [:]
        for command in registered { rest[Key(type: command.type, name: command.name)] = command }
        for command in declared {
            var named = command
            if let known = rest.removeValue(forKey: Key(type: command.type ?? .chatInput, name: command.name)) {
                named.id = known.id
                let changes = CommandDifference.changes(from: known, to: command)
                if changes == EditCommand() {
                    unchanged.append(known.id)
                } else {
                    edits.append(Edit(id: known.id, changes: changes))
                }
            } else {
                creates.append(command)
            }
            overwrite.append(named)
        }
        deletes = registered.filter { rest[Key(type: $0.type, name: $0.name)]?.id == $0.id }.map(\.id)
    }

    private struct Key: Hashable {
        var type: CommandType
        var name: String
    }
}

/// What differs between a declared and a registered command.
private enum CommandDifference {
    static func changes(from known: ApplicationCommand, to wanted: CreateCommand) -> EditCommand {
        var edit = EditCommand()
        edit.nameLocalizations = patch(normal(known.nameLocalizations), normal(wanted.nameLocalizations))
        edit.descriptionLocalizations = patch(
            normal(known.descriptionLocalizations), normal(wanted.descriptionLocalizations))
        let description = wanted.description ?? ""
        if known.description != description { edit.description = .set(description) }
        let options = (wanted.options ?? []).map(\.normal)
        if known.options.map(\.normal) != options { edit.options = .set(wanted.options ?? []) }
        if let permissions = wantedPermissions(wanted), permissions.value != known.defaultMemberPermissions {
            edit.defaultMemberPermissions = permissions
        }
        if let types = wanted.integrationTypes, Set(types) != Set(known.integrationTypes ?? [.guildInstall]) {
            edit.integrationTypes = .set(types)
        }
        if let contexts = wanted.contexts, known.contexts.map(Set.init) != Set(contexts) {
            edit.contexts = .set(contexts)
        }
        let isNSFW = wanted.isNSFW ?? false
        if isNSFW != known.isNSFW ?? false { edit.isNSFW = .set(isNSFW) }
        if let handler = wanted.handler, handler != known.handler { edit.handler = .set(handler) }
        return edit
    }

    /// A declaration that says nothing wants what Discord does by default: everybody.
    private static func wantedPermissions(_ wanted: CreateCommand) -> Patch<Permissions>? {
        wanted.defaultMemberPermissions.isKeep ? .clear : wanted.defaultMemberPermissions
    }

    private static func patch(_ known: Localizations?, _ wanted: Localizations?) -> Patch<Localizations> {
        known == wanted ? .keep : Patch(settingOrClearing: wanted)
    }

    static func normal(_ localizations: Localizations?) -> Localizations? {
        localizations?.isEmpty == true ? nil : localizations
    }
}

extension CommandOption {
    /// The option with everything left out that means the same as nothing.
    fileprivate var normal: CommandOption {
        var option = self
        option.nameLocalizations = CommandDifference.normal(nameLocalizations)
        option.descriptionLocalizations = CommandDifference.normal(descriptionLocalizations)
        option.nameLocalized = nil
        option.descriptionLocalized = nil
        option.isRequired = isRequired == true ? true : nil
        option.hasAutocomplete = hasAutocomplete == true ? true : nil
        option.choices = choices?.isEmpty == true ? nil : choices?.map(\.normal)
        option.options = options?.isEmpty == true ? nil : options?.map(\.normal)
        option.channelTypes = channelTypes?.isEmpty == true ? nil : channelTypes
        option.fileTypes = fileTypes?.isEmpty == true ? nil : fileTypes
        option.minValue = minValue?.normal
        option.maxValue = maxValue?.normal
        return option
    }
}

extension CommandChoice {
    fileprivate var normal: CommandChoice {
        CommandChoice(name: name, nameLocalizations: CommandDifference.normal(nameLocalizations), value: value.normal)
    }
}

extension ChoiceValue {
    /// Discord writes `1.0` as `1`.
    fileprivate var normal: ChoiceValue { double.map(ChoiceValue.number) ?? self }
}
