extension EchordError {
    /// The failure of a client's first request, with the address that was asked and what to look at.
    func atLogin(_ address: String) -> EchordError {
        let whole = (underlying as? RESTTransportFailure)?.message ?? message
        let reason = whole.last == "." ? String(whole.dropLast()) : whole
        let advice =
            mayPassByItself
            ? "cannot be reached: check the address and the network"
            : "does not answer as Discord does: check the address and what stands before it, such as a proxy"
        return EchordError(
            code, "Discord's API at \(address) \(advice) (\(reason)).", details: details, underlying: self)
    }

    /// Whether the same request may succeed later without anybody changing anything.
    var mayPassByItself: Bool {
        switch (code, details) {
        case (.http, .http(let status?)): status >= 500
        case (.http, _): (underlying as? RESTTransportFailure)?.isLasting != true
        default: code == .timedOut || code == .rateLimited
        }
    }
}
