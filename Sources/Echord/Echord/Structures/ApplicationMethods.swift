public import EchordModel
public import EchordPrimitives

extension DiscordThing where Model == Application {
    /// Its emojis, which it can use everywhere.
    public var emojis: All<Emoji, Application> { All(remote) }
    /// Its commands in all guilds.
    public var commands: All<ApplicationCommand, Application> { All(remote) }
    /// What people have bought, or were given.
    public var entitlements: All<Entitlement, Application> { All(remote) }
    /// Its commands in one guild.
    public func commands(in guild: GuildID) -> GuildCommands { GuildCommands(remote, guild) }

    /// Changes an application of the bot's own, by its id. Discord describes it without a page.
    @discardableResult
    public func edit(_ changes: EditApplication) async throws -> Live<Application> {
        try await live(.editApplication(id, changes))
    }

    /// An activity of the application that is going on, and who takes part.
    public func runningActivity(_ instance: String) async throws -> RunningActivity {
        try await discord.send(.getRunningActivity(instance, of: id))
    }

    /// Uploads a file that the application's activity can show for a while. Discord describes it without a page.
    @discardableResult
    public func uploadAttachment(_ file: FileUpload) async throws -> UploadedAttachment {
        try await discord.send(.uploadAttachment(file, for: id))
    }

    /// What linked roles of the application can ask for.
    public func roleConnectionMetadata() async throws -> [RoleConnectionMetadata] {
        try await discord.send(.listRoleConnectionMetadata(of: id))
    }

    /// Replaces what linked roles of the application can ask for; up to five records.
    @discardableResult
    public func setRoleConnectionMetadata(
        _ records: [RoleConnectionMetadata]
    ) async throws -> [RoleConnectionMetadata] {
        try await discord.send(.setRoleConnectionMetadata(records, of: id))
    }

    /// What the application sells. Of a subscription there are two; the one of type 5 is the one that is bought.
    public func skus() async throws -> [SKU] { try await discord.send(.listSKUs(of: id)) }
}

extension All where Element == Entitlement, Owner == Application {
    /// All of them, by rising id.
    ///
    /// - Parameters:
    ///   - user: Only this user's.
    ///   - guild: Only this guild's.
    ///   - skus: Only those for these.
    ///   - excludeEnded: Whether those that are over are left out.
    ///   - excludeDeleted: Whether those that were taken back are left out.
    ///   - limit: How many at most.
    public func list(
        user: UserID? = nil, guild: GuildID? = nil, skus: [SKUID] = [], excludeEnded: Bool? = nil,
        excludeDeleted: Bool? = nil, limit: Int? = nil
    ) -> PagedSequence<Entitlement> {
        // `after` begins with the smallest id; without it Discord hands out the greatest ones.
        .keyset(from: EntitlementID(0), limit: limit, pageSize: 100, key: \.id) { [owner] in
            try await owner.discord.send(
                .listEntitlements(
                    of: owner.id, user: user, guild: guild, skus: skus, after: $0, limit: $1,
                    excludeEnded: excludeEnded, excludeDeleted: excludeDeleted))
        }
    }

    /// One entitlement.
    public func get(_ entitlement: EntitlementID) async throws -> Entitlement {
        try await discord.send(.getEntitlement(entitlement, of: owner.id))
    }

    /// Marks something that can be used up as used.
    public func consume(_ entitlement: EntitlementID) async throws {
        try await discord.send(.consumeEntitlement(entitlement, of: owner.id))
    }

    /// Gives somebody an entitlement for a test.
    @discardableResult
    public func createTest(_ entitlement: CreateTestEntitlement) async throws -> Entitlement {
        try await discord.send(.createTestEntitlement(entitlement, of: owner.id))
    }

    /// Takes an entitlement for a test back.
    public func deleteTest(_ entitlement: EntitlementID) async throws {
        try await discord.send(.deleteTestEntitlement(entitlement, of: owner.id))
    }
}

extension All where Element == ApplicationCommand, Owner == Application {
    /// The application's commands.
    ///
    /// - Parameter withLocalizations: Whether names and descriptions are wanted in all languages.
    public func list(withLocalizations: Bool? = nil) async throws -> [ApplicationCommand] {
        try await discord.send(.listCommands(of: owner.id, withLocalizations: withLocalizations))
    }

    /// Makes a command, or replaces the one of the same kind and name. 200 new ones a day in a guild.
    @discardableResult
    public func create(_ command: CreateCommand) async throws -> ApplicationCommand {
        try await discord.send(.createCommand(command, of: owner.id))
    }

    /// One command.
    public func get(_ command: CommandID) async throws -> ApplicationCommand {
        try await discord.send(.getCommand(command, of: owner.id))
    }

    /// Changes a command; each field that is given replaces what was there.
    @discardableResult
    public func edit(_ command: CommandID, _ changes: EditCommand) async throws -> ApplicationCommand {
        try await discord.send(.editCommand(command, of: owner.id, changes))
    }

    /// Deletes a command.
    public func delete(_ command: CommandID) async throws {
        try await discord.send(.deleteCommand(command, of: owner.id))
    }

    /// Replaces all commands of every kind with these.
    @discardableResult
    public func overwrite(with commands: [CreateCommand]) async throws -> [ApplicationCommand] {
        try await discord.send(.overwriteCommands(of: owner.id, with: commands))
    }
}
