public import JSON

/// What an overwrite is about.
///
/// <https://docs.discord.com/developers/resources/channel#overwrite-object>
public struct OverwriteKind: OpenEnum {
    /// The value on the wire.
    public let rawValue: Int

    /// Wraps a value, known or not.
    public init(rawValue: Int) { self.rawValue = rawValue }

    /// `ROLE`.
    public static let role = Self(rawValue: 0)
    /// `MEMBER`.
    public static let member = Self(rawValue: 1)

    /// Every documented value by Discord's name.
    public static var discordNames: KeyValuePairs<String, Self> { ["ROLE": .role, "MEMBER": .member] }
}

/// What a channel allows and denies one role or one member, past what their roles say.
///
/// <https://docs.discord.com/developers/resources/channel#overwrite-object>
public struct PermissionOverwrite: Hashable, Sendable {
    /// The role or the user.
    public var id: GenericID
    /// Which of the two.
    public var kind: OverwriteKind
    /// What is allowed.
    public var allow: Permissions = []
    /// What is denied.
    public var deny: Permissions = []

    /// An overwrite.
    public init(id: GenericID, kind: OverwriteKind, allow: Permissions = [], deny: Permissions = []) {
        self.id = id
        self.kind = kind
        self.allow = allow
        self.deny = deny
    }
}

extension PermissionOverwrite: JSONDecodable, JSONEncodable {
    /// Reads an overwrite; absent sets are empty.
    public init(json: JSONReader) throws(JSONError) {
        self.init(
            id: try json.decode(at: "id"), kind: try json.decode(at: "type"),
            allow: try json.decodeIfPresent(at: "allow") ?? [], deny: try json.decodeIfPresent(at: "deny") ?? [])
    }

    /// Writes an overwrite.
    public func encode(to writer: inout JSONWriter) {
        writer.object { writer in
            writer.member(ready: "\"id\":", id)
            writer.member(ready: "\"type\":", kind)
            writer.member(ready: "\"allow\":", allow)
            writer.member(ready: "\"deny\":", deny)
        }
    }
}

extension PermissionOverwrite {
    /// An overwrite for a role.
    public static func role(_ id: RoleID, allow: Permissions = [], deny: Permissions = []) -> Self {
        Self(id: id.cast(), kind: .role, allow: allow, deny: deny)
    }

    /// An overwrite for a member.
    public static func member(_ id: UserID, allow: Permissions = [], deny: Permissions = []) -> Self {
        Self(id: id.cast(), kind: .member, allow: allow, deny: deny)
    }
}
