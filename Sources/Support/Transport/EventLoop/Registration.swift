import CLinux

/// What a file descriptor is ready for, or what one wants to be told.
package struct IOEvents: OptionSet, Sendable, Hashable {
    /// The bits.
    package let rawValue: UInt32

    /// Makes a set from its bits.
    package init(rawValue: UInt32) { self.rawValue = rawValue }

    /// There is something to read, or the end of the stream.
    package static let readable = IOEvents(rawValue: 1)
    /// There is room to write.
    package static let writable = IOEvents(rawValue: 2)
    /// Both directions are gone. Reported without being asked for while any interest is set.
    package static let hangup = IOEvents(rawValue: 4)
    /// The descriptor is in error. Reported without being asked for while any interest is set.
    package static let error = IOEvents(rawValue: 8)
    /// The loop ends: the last call a handler gets.
    package static let loopEnded = IOEvents(rawValue: 16)

    init(epoll bits: UInt32) {
        var events: IOEvents = []
        if bits & linux_epoll_readable() != 0 { events.insert(.readable) }
        if bits & linux_epoll_writable() != 0 { events.insert(.writable) }
        if bits & linux_epoll_hangup() != 0 { events.insert(.hangup) }
        if bits & linux_epoll_error() != 0 { events.insert(.error) }
        self = events
    }

    var epollBits: UInt32 {
        (contains(.readable) ? linux_epoll_readable() : 0) | (contains(.writable) ? linux_epoll_writable() : 0)
    }
}

/// A file descriptor watched by a loop (level-triggered). Belongs to the loop's thread; it does not own the descriptor.
package final class Registration {
    /// The descriptor watched.
    package let fd: Int32
    /// What the handler is told at present; empty means the descriptor is not watched, not even for hang-up.
    package private(set) var interest: IOEvents = []
    let generation: UInt32
    private(set) var handler: ((IOEvents) -> Void)?
    private unowned let loop: EventLoop

    init(fd: Int32, generation: UInt32, loop: EventLoop, handler: @escaping (IOEvents) -> Void) {
        self.fd = fd
        self.generation = generation
        self.loop = loop
        self.handler = handler
    }

    /// Changes what the handler is told. On the loop only. Costs a system call when something changes.
    package func update(interest wanted: IOEvents) throws(TransportError) {
        loop.preconditionCurrent()
        let wanted = wanted.intersection([.readable, .writable])
        guard handler != nil, wanted != interest else { return }
        let operation = interest.isEmpty ? EPOLL_CTL_ADD : wanted.isEmpty ? EPOLL_CTL_DEL : EPOLL_CTL_MOD
        let data = UInt64(generation) << 32 | UInt64(UInt32(bitPattern: fd))
        guard linux_epoll_control(loop.epoll, operation, fd, wanted.epollBits, data) == 0 else {
            throw TransportError(.system, "epoll_ctl refused the descriptor", number: Int(linux_errno()))
        }
        interest = wanted
    }

    /// Stops watching; the handler is not called again. On the loop only, before the descriptor is closed.
    package func cancel() {
        loop.preconditionCurrent()
        guard handler != nil else { return }
        if !interest.isEmpty { _ = linux_epoll_control(loop.epoll, EPOLL_CTL_DEL, fd, 0, 0) }
        interest = []
        handler = nil
        loop.forget(self)
    }
}
