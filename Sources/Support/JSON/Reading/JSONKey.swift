#if canImport(Glibc)
    public import Glibc
#endif

/// A key of an object, as unescaped UTF-8 in the parser's buffer. Valid as long as its reader is.
public struct JSONKey {
    /// The bytes.
    public let utf8: UnsafeBufferPointer<UInt8>

    @inlinable
    init(utf8: UnsafeBufferPointer<UInt8>) { self.utf8 = utf8 }

    /// How many bytes the key has.
    @inlinable public var count: Int { utf8.count }

    /// The key as a string of its own.
    @inlinable public var string: String { String(decoding: utf8, as: UTF8.self) }

    /// Whether the key is exactly this text. Compares lengths, then memory.
    @inlinable
    @inline(__always)
    public func matches(_ literal: StaticString) -> Bool {
        guard utf8.count == literal.utf8CodeUnitCount, let base = utf8.baseAddress else { return false }
        return memcmp(base, literal.utf8Start, literal.utf8CodeUnitCount) == 0
    }
}
