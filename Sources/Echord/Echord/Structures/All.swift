internal import EchordModel
internal import EchordPrimitives

/// All things of a kind that belong to something: the roles of a guild, the messages of a channel.
///
/// ```swift
/// let cook = try await guild.roles.create(CreateRole(name: "Cook"))
/// try await guild.members[user].addRole(cook.id)
/// for try await member in guild.members.list() { print(member.displayName) }
/// ```
public struct All<Element: Sendable, Owner: Structure>: DiscordBound {
    /// What they belong to.
    public let owner: Remote<Owner>

    init(_ owner: Remote<Owner>) { self.owner = owner }

    /// Where calls go.
    public var discord: Discord { owner.discord }

    /// The same with calls that keep to something else, such as a deadline of their own.
    public func with(_ options: CallOptions) -> All { All(owner.with(options)) }
}

extension All where Element: Structure, Element.Owner == Owner {
    /// One of them, of which nothing needs to be known but the id.
    public subscript(id: Element.ID) -> Remote<Element> { Remote(id, of: owner.id.rawValue, discord) }
}

extension All where Element: Structure, Element.Owner == Never {
    /// One of them, of which nothing needs to be known but the id.
    public subscript(id: Element.ID) -> Remote<Element> { Remote(id, discord) }
}

extension All where Element: FetchableStructure, Element.Owner == Owner {
    /// One of them, out of the cache or else asked for.
    ///
    /// - Parameter force: Whether Discord is asked in any case.
    /// - Throws: as `RESTClient.send`.
    public func fetch(_ id: Element.ID, force: Bool = false) async throws -> Live<Element> {
        try await self[id].fetch(force: force)
    }
}

extension All where Element: FetchableStructure, Element.Owner == Never {
    /// One of them, out of the cache or else asked for.
    ///
    /// - Parameter force: Whether Discord is asked in any case.
    /// - Throws: as `RESTClient.send`.
    public func fetch(_ id: Element.ID, force: Bool = false) async throws -> Live<Element> {
        try await self[id].fetch(force: force)
    }
}

// MARK: - Calls

extension DiscordBound {
    /// Sends a request and gives its answer methods.
    func live<Model>(_ request: APIRequest<Model>, of owner: UInt64 = 0) async throws -> Live<Model> {
        Live(try await discord.send(request), of: owner, discord)
    }

    /// Sends a request and gives its answer methods, if it has one.
    func live<Model>(_ request: APIRequest<Model?>, of owner: UInt64 = 0) async throws -> Live<Model>? {
        try await discord.send(request).map { Live($0, of: owner, discord) }
    }

    /// Sends a request and gives its answers methods.
    func live<Model>(_ request: APIRequest<[Model]>, of owner: UInt64 = 0) async throws -> [Live<Model>] {
        try await discord.send(request).map { Live($0, of: owner, discord) }
    }
}
