extension EchordError {
    /// The failure of a client's first request, with the address that was asked and what to look at.
    func atLogin(_ address: String) -> EchordError {
        let whole = (underlying as? RESTTransportFailure)?.message ?? message
        let reason = whole.last == "." ? String(whole.dropLast()) : whole
        let advice =
            isPassing
            ? "cannot be reached: check the address and the network"
            : "does not answer as Discord does: check the address and what stands before it, such as a proxy"
        return EchordError(
            code, "Discord's API at \(address) \(advice) (\(reason)).", details: details, underlying: self)
    }
}
