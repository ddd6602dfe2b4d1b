import CLinux
import Synchronization

/// A descriptor that is closed with its last reference, unless taken over before.
package final class OwnedDescriptor: Sendable {
    private let descriptor: Atomic<Int32>

    /// Takes ownership of `fd`.
    package init(_ fd: Int32) { descriptor = Atomic(fd) }

    /// The descriptor, still owned here; -1 when it was taken.
    package var fd: Int32 { descriptor.load(ordering: .relaxed) }

    /// Hands the descriptor over: the caller closes it. -1 when it was taken before.
    package func take() -> Int32 { descriptor.exchange(-1, ordering: .relaxed) }

    deinit {
        let fd = take()
        if fd >= 0 { close(fd) }
    }
}
