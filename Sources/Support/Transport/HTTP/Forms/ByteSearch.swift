internal import CLinux

/// Finds bytes in bytes.
enum ByteSearch {
    /// Where `needle` first begins in `bytes` at or after `start`.
    static func first(_ needle: [UInt8], in bytes: UnsafeRawBufferPointer, from start: Int) -> Int? {
        guard let base = bytes.baseAddress, let head = needle.first, bytes.count >= needle.count else { return nil }
        let last = bytes.count - needle.count
        var position = start
        while position <= last {
            guard let found = memchr(base + position, Int32(head), last - position + 1) else { return nil }
            position = UnsafeRawPointer(found) - base
            if memcmp(base + position, needle, needle.count) == 0 { return position }
            position += 1
        }
        return nil
    }
}
