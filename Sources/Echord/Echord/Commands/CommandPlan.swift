public import EchordModel
public import EchordPrimitives
internal import JSON

/// What a registration would write, for reading before it is carried out.
///
/// Its description is one line for each command: `+` is made, `~` is changed and how, `-` is deleted, `?` is nobody's
/// here and stays.
public struct CommandPlan: Hashable, Sendable {
    /// What becomes of commands that are not declared.
    public enum Others: Hashable, Sendable {
        /// They are deleted. Only the entry point that Discord makes by itself stays.
        case delete
        /// They stay: somebody else declares them.
        case keep
    }

    /// The guild they are for; `nil` for all guilds.
    public let guild: GuildID?
    /// Commands that are made.
    public let creates: [CreateCommand]
    /// Commands that are changed, with what changes.
    public let edits: [CommandComparison.Edit]
    /// Commands that are deleted.
    public let deletes: [ApplicationCommand]
    /// Commands that are not declared and stay.
    public let kept: [ApplicationCommand]
    /// Commands that are as they should be.
    public let unchanged: [CommandID]
    /// Everything as one overwrite; nil when that would delete what stays.
    let overwrite: [CreateCommand]?
    private let names: [CommandID: String]

    /// What it takes to have the declared commands.
    ///
    /// - Parameters:
    ///   - declared: the commands there are to be.
    ///   - registered: the commands Discord has, with their localizations.
    public init(declared: CommandSet, registered: [ApplicationCommand], guild: GuildID? = nil, others: Others = .delete)
    {
        let comparison = CommandComparison(declared: declared.commands, registered: registered)
        let undeclared = registered.filter { comparison.deletes.contains($0.id) }
        // Discord makes an entry point for every application with an activity.
        let kept = undeclared.filter { others == .keep || $0.type == .primaryEntryPoint }
        self.guild = guild
        self.kept = kept
        creates = comparison.creates
        edits = comparison.edits
        deletes = undeclared.filter { command in !kept.contains { $0.id == command.id } }
        unchanged = comparison.unchanged
        overwrite = kept.isEmpty ? comparison.overwrite : nil
        names = Dictionary(registered.map { ($0.id, Self.shown($0.name, $0.type)) }) { first, _ in first }
    }

    /// Whether nothing has to be written.
    public var isEmpty: Bool { changes == 0 }

    /// Commands that are written.
    public var changes: Int { creates.count + edits.count + deletes.count }

    /// Requests that write: one for each command, or one for all where that is less.
    public var writes: Int { writesAtOnce ? 1 : changes }

    var writesAtOnce: Bool { overwrite != nil && changes > Self.mostSingleWrites }

    /// Up to so many differences are written one by one, which spares Discord the commands that are as they should be.
    private static let mostSingleWrites = 3
}

extension CommandPlan: CustomStringConvertible {
    /// One line for each command that is written or nobody's, and one with the counts.
    public var description: String {
        let place = guild.map { "guild \($0)" } ?? "all guilds"
        var lines = creates.map { "+ \(Self.shown($0.name, $0.type ?? .chatInput))" }
        lines += edits.map { "~ \(names[$0.id] ?? "\($0.id)"): \($0.changes.changedFields.joined(separator: ", "))" }
        lines += deletes.map { "- \(Self.shown($0.name, $0.type))" }
        lines += kept.map { "? \(Self.shown($0.name, $0.type))" }
        lines.append(
            "commands of \(place): \(creates.count) to make, \(edits.count) to change, \(deletes.count) to delete, "
                + "\(unchanged.count) as they should be")
        return lines.joined(separator: "\n")
    }

    private static func shown(_ name: String, _ type: CommandType) -> String {
        switch type {
        case .chatInput: "/\(name)"
        case .user: "\(name) (on users)"
        case .message: "\(name) (on messages)"
        case .primaryEntryPoint: "\(name) (entry point)"
        default: "\(name) (\(type))"
        }
    }
}

extension EditCommand {
    /// Discord's names of the fields that change.
    fileprivate var changedFields: [String] {
        [
            ("name", name.isKeep), ("name_localizations", nameLocalizations.isKeep),
            ("description", description.isKeep), ("description_localizations", descriptionLocalizations.isKeep),
            ("options", options.isKeep), ("default_member_permissions", defaultMemberPermissions.isKeep),
            ("integration_types", integrationTypes.isKeep), ("contexts", contexts.isKeep), ("nsfw", isNSFW.isKeep),
            ("handler", handler.isKeep),
        ].filter { !$0.1 }.map(\.0)
    }
}
