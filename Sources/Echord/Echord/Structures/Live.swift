internal import EchordModel
internal import EchordPrimitives

/// A model with Discord at hand: it reads like the model, and has methods.
///
/// ```swift
/// client.on(.messageCreate) { event in
///     guard event.message.content == "!ping" else { return }
///     try await event.message.reply("pong to \(event.message.author.displayName)")
/// }
/// ```
///
/// Where a method's or a collection's name is also the model's, as in `guild.roles`, the model's is `guild.model.roles`.
/// It is a value, as of when it was read: what changes at Discord's changes nothing in it. `model` is the plain model,
/// which can be kept, compared and encoded without any of this.
@dynamicMemberLookup
public struct Live<Model: Sendable>: DiscordBound {
    /// The plain model.
    public let model: Model
    /// Where calls go.
    public let discord: Discord
    /// The id of what it belongs to; 0 for what stands alone.
    public let placeID: UInt64

    init(_ model: Model, of owner: UInt64 = 0, _ discord: Discord) {
        self.model = model
        self.discord = discord
        placeID = owner
    }

    /// The same with calls that keep to something else, such as a deadline of their own.
    public func with(_ options: CallOptions) -> Live { Live(model, of: placeID, discord.with(options)) }

    /// What the model says.
    public subscript<Value>(dynamicMember member: KeyPath<Model, Value>) -> Value { model[keyPath: member] }

    /// Another structure that the model holds.
    public subscript<Value: PlacedStructure>(dynamicMember member: KeyPath<Model, Value>) -> Live<Value> {
        discord.live(model[keyPath: member])
    }

    /// Another structure that the model may hold.
    public subscript<Value: PlacedStructure>(dynamicMember member: KeyPath<Model, Value?>) -> Live<Value>? {
        model[keyPath: member].map { discord.live($0) }
    }

    /// Other structures that the model holds.
    public subscript<Value: PlacedStructure>(dynamicMember member: KeyPath<Model, [Value]>) -> [Live<Value>] {
        model[keyPath: member].map { discord.live($0) }
    }
}

extension Live: DiscordThing where Model: Structure {
    /// Its id.
    public var id: Model.ID { model.structureID }
}

extension Live: Equatable where Model: Equatable {
    /// Equal when the models are, whatever they are called with.
    public static func == (left: Live, right: Live) -> Bool {
        left.placeID == right.placeID && left.model == right.model
    }
}

extension Live: Hashable where Model: Hashable {
    /// Hashes the model.
    public func hash(into hasher: inout Hasher) { hasher.combine(model) }
}

/// A thing of Discord's of which only the id is known. Its methods need no more.
///
/// ```swift
/// try await client.channel(20).messages[30].pin()
/// ```
public struct Remote<Model: Structure>: DiscordThing {
    /// Its id.
    public let id: Model.ID
    /// The id of what it belongs to; 0 for what stands alone.
    public let placeID: UInt64
    /// Where calls go.
    public let discord: Discord

    init(_ id: Model.ID, of owner: UInt64 = 0, _ discord: Discord) {
        self.id = id
        placeID = owner
        self.discord = discord
    }

    /// The same with calls that keep to something else, such as a deadline of their own.
    public func with(_ options: CallOptions) -> Remote { Remote(id, of: placeID, discord.with(options)) }
}

extension Remote: Equatable {
    /// Equal when they name the same thing.
    public static func == (left: Remote, right: Remote) -> Bool {
        left.placeID == right.placeID && left.id == right.id
    }
}

extension Remote: Hashable {
    /// Hashes the ids.
    public func hash(into hasher: inout Hasher) {
        hasher.combine(placeID)
        hasher.combine(id)
    }
}

extension DiscordThing where Model: FetchableStructure {
    /// As it is in the cache; `nil` when it is not kept.
    public var cached: Live<Model>? {
        discord.cache.flatMap { Model.cached(id, in: placeID, $0) }.map { Live($0, of: placeID, discord) }
    }

    /// As it is in the cache, or else asked for.
    ///
    /// - Parameter force: Whether Discord is asked in any case.
    /// - Throws: as `RESTClient.send`.
    public func fetch(force: Bool = false) async throws -> Live<Model> {
        if !force, let cached { return cached }
        let model = try await discord.send(Model.request(for: id, in: placeID))
        if let cache = discord.cache { model.remember(in: placeID, cache) }
        return Live(model, of: placeID, discord)
    }
}
