extension TransportError.Code {
    /// The address to listen on is taken; `number` is the port.
    package static let addressInUse = Self(rawValue: "address_in_use")
    /// The address to listen on is not one of this machine; `number` is the port.
    package static let addressNotAvailable = Self(rawValue: "address_not_available")
    /// The port to listen on needs rights that this process lacks; `number` is the port.
    package static let portDenied = Self(rawValue: "port_denied")
    /// A request cannot be sent as it is.
    package static let invalidRequest = Self(rawValue: "invalid_request")
    /// A response breaks the protocol.
    package static let invalidResponse = Self(rawValue: "invalid_response")
    /// The body is larger than allowed; `number` is the limit in bytes.
    package static let bodyTooLarge = Self(rawValue: "body_too_large")
    /// The header fields are larger than allowed; `number` is the limit in bytes.
    package static let headersTooLarge = Self(rawValue: "headers_too_large")
    /// A form is malformed or breaks a limit.
    package static let malformedForm = Self(rawValue: "malformed_form")
}
