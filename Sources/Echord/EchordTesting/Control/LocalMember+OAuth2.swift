import Transport

extension LocalMember {
    /// Says yes at an address that an application sent this person to, as Discord's page would ask them.
    ///
    /// - Parameter address: `…/oauth2/authorize?client_id=…`; the part before the `?` does not matter.
    /// - Returns: The address that they are sent back to, with the code.
    /// - Throws: ``LocalDiscordError`` for what Discord's page would refuse to show, such as a redirect that is not in
    ///   `Configuration.redirectURIs`.
    public func authorize(_ address: String) throws -> String { try decide(address, isAllowed: true) }

    /// Says no.
    ///
    /// - Returns: The address that they are sent back to, with the error.
    /// - Throws: as ``authorize(_:)``.
    public func refuseAuthorization(_ address: String) throws -> String { try decide(address, isAllowed: false) }

    private func decide(_ address: String, isAllowed: Bool) throws -> String {
        let query = address.split(separator: "?", maxSplits: 1).dropFirst().first.flatMap { QueryItems.parse($0) }
        guard let query else { throw LocalDiscordError(.refused, "The address asks for nothing.") }
        let user = isAllowed ? flake : nil
        do throws(Refusal) {
            return try hub.change { realm throws(Refusal) in try realm.authorize(query, as: user) }
        } catch {
            let fields = error.errors?.entries.map { "\($0.path.joined(separator: ".")): \($0.message)" } ?? []
            throw LocalDiscordError(.refused, ([error.message] + fields).joined(separator: "; "))
        }
    }
}
