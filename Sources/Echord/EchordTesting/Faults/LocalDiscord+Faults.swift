/// Making things go wrong on purpose.
extension LocalDiscord {
    /// What goes wrong with the bot's requests.
    public var faults: LocalFaults { hub.read { $0.faults } }

    /// Lets the bot's requests go wrong from now on; `LocalFaults()` ends it.
    public func makeFaults(_ faults: LocalFaults) {
        hub.change { realm in
            realm.faults = faults
            realm.noteFaults()
        }
    }

    /// Asks every shard to reconnect (opcode 7).
    public func askToReconnect() {
        hub.change { $0.strike(.reconnect) }
    }

    /// Closes every gateway connection with a code; the sessions can be resumed unless the code says otherwise.
    public func closeConnections(code: UInt16 = 4000, reason: String = "") {
        hub.change { $0.strike(.close(code: code, reason: reason)) }
    }

    /// Ends every gateway connection without a close frame, as a cut line does; the sessions can be resumed.
    public func dropConnections() {
        hub.change { $0.strike(.drop) }
    }

    /// Lets nothing through the present gateway connections any more, though they stay open; new ones work.
    public func freezeConnections() {
        hub.change { $0.strike(.freeze) }
    }

    /// Ends every session: every shard is told (opcode 9), and the next Resume is answered so too.
    public func endSessions() {
        hub.change { $0.strike(.invalidSession(resumable: false)) }
    }

    /// Sends the last events of each session once more, with their old sequence numbers.
    public func repeatEvents(_ count: Int = 1) {
        hub.change { $0.strike(.repeated(count)) }
    }
}

extension LocalGuild {
    /// Makes the server unavailable to the bot, or brings it back: GUILD_DELETE with `unavailable`, GUILD_CREATE. While it is out,
    /// none of its events are sent.
    public func setOutage(_ isOut: Bool) {
        hub.change { [flake] in $0.setOutage(isOut, of: flake) }
    }
}
