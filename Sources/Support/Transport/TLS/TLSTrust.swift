/// Whose certificates a TLS client believes. Shared by WebSocket and HTTP clients.
package struct TLSTrust: Sendable, Hashable {
    /// Certificates of authorities in PEM, replacing the system's; nil for the system's store.
    package let authoritiesPEM: String?

    /// The authorities the system trusts.
    package static let system = TLSTrust(authoritiesPEM: nil)

    /// Only these authorities.
    ///
    /// - Parameter pem: one or more certificates in PEM.
    package static func authorities(pem: String) -> TLSTrust { TLSTrust(authoritiesPEM: pem) }
}
