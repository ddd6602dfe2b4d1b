/// Bytes that nobody can foretell, from the kernel (`getrandom`).
package enum SecureRandom {
    /// - Parameter count: number of bytes, 0 or more.
    package static func bytes(count: Int) -> [UInt8] {
        var generator = SystemRandomNumberGenerator()
        return bytes(count: count, using: &generator)
    }

    package static func bytes(count: Int, using generator: inout some RandomNumberGenerator) -> [UInt8] {
        [UInt8](unsafeUninitializedCapacity: count) { buffer, initialized in
            var word: UInt64 = 0
            for index in 0..<count {
                if index % 8 == 0 { word = generator.next() }
                buffer.initializeElement(at: index, to: UInt8(truncatingIfNeeded: word))
                word >>= 8
            }
            initialized = count
        }
    }
}
