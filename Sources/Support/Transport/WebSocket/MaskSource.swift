import CLinux

/// Masking keys from the system's generator, fetched in blocks: a key per frame must not cost a system call each.
package final class MaskSource {
    private var keys = [UInt32](repeating: 0, count: 64)
    private var next = 64

    /// A source of keys nobody can predict (RFC 6455 section 5.3). Not to be shared between threads.
    package static func make() -> () -> UInt32 {
        let source = MaskSource()
        return { source.take() }
    }

    private func take() -> UInt32 {
        if next == keys.count {
            var generator = SystemRandomNumberGenerator()
            let filled = keys.withUnsafeMutableBytes { getrandom($0.baseAddress, $0.count, 0) == $0.count }
            if !filled { for index in keys.indices { keys[index] = generator.next() } }
            next = 0
        }
        defer { next += 1 }
        return keys[next]
    }
}
