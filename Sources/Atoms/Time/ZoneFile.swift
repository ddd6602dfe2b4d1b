/// Why a file is none of the time zone database's.
public struct ZoneFileError: Error, Hashable, Sendable, CustomStringConvertible {
    /// What is wrong with it.
    public let description: String
}

extension ZoneRules {
    /// Reads a TZif file of any version (RFC 9636).
    ///
    /// - Throws: `ZoneFileError` for what is no such file, is cut off, or counts leap seconds.
    init(file: some Collection<UInt8>) throws(ZoneFileError) {
        var bytes = Array(file)[...]
        let first = try Header(&bytes)
        guard first.version >= UInt8(ascii: "2") else {
            self = try Self.body(&bytes, first, width: 4, hasFooter: false)
            return
        }
        guard bytes.count >= first.size(width: 4) else { throw ZoneFileError(description: "the file is cut off") }
        bytes = bytes.dropFirst(first.size(width: 4))
        self = try Self.body(&bytes, try Header(&bytes), width: 8, hasFooter: true)
    }

    /// The counts at the beginning of a block.
    private struct Header {
        let version: UInt8
        let utcIndicators: Int
        let wallIndicators: Int
        let leapSeconds: Int
        let transitions: Int
        let types: Int
        let characters: Int

        init(_ bytes: inout ArraySlice<UInt8>) throws(ZoneFileError) {
            guard bytes.count >= 44, bytes.prefix(4).elementsEqual("TZif".utf8) else {
                throw ZoneFileError(description: "the file is no TZif file")
            }
            version = bytes[bytes.startIndex + 4]
            bytes = bytes.dropFirst(20)
            utcIndicators = Int(bytes.popNumber(4))
            wallIndicators = Int(bytes.popNumber(4))
            leapSeconds = Int(bytes.popNumber(4))
            transitions = Int(bytes.popNumber(4))
            types = Int(bytes.popNumber(4))
            characters = Int(bytes.popNumber(4))
            let counts = [utcIndicators, wallIndicators, leapSeconds, transitions, types, characters]
            guard counts.allSatisfy({ (0...100_000).contains($0) }), types >= 1 else {
                throw ZoneFileError(description: "the counts of the file are not good")
            }
        }

        /// How many bytes follow, with times of so many bytes.
        func size(width: Int) -> Int {
            transitions * (width + 1) + types * 6 + characters + leapSeconds * (width + 4) + wallIndicators
                + utcIndicators
        }
    }

    private static func body(
        _ bytes: inout ArraySlice<UInt8>, _ header: Header, width: Int, hasFooter: Bool
    ) throws(ZoneFileError) -> ZoneRules {
        guard header.leapSeconds == 0 else { throw ZoneFileError(description: "the file counts leap seconds") }
        guard bytes.count >= header.size(width: width) else { throw ZoneFileError(description: "the file is cut off") }
        let times = (0..<header.transitions).map { _ in bytes.popNumber(width) }
        let places = (0..<header.transitions).map { _ in Int(bytes.popNumber(1) & 0xFF) }
        let offsets = (0..<header.types).map { _ in
            defer { bytes = bytes.dropFirst(2) }
            return Int(bytes.popNumber(4))
        }
        bytes = bytes.dropFirst(header.characters + header.wallIndicators + header.utcIndicators)
        guard places.allSatisfy(offsets.indices.contains), zip(times, times.dropFirst()).allSatisfy({ $0 < $1 }),
            offsets.allSatisfy({ abs($0) < 93_600 })
        else { throw ZoneFileError(description: "the times of the file are not good") }
        return ZoneRules(
            transitions: zip(times, places).map { ZoneTransition(at: $0, offset: offsets[$1]) },
            initialOffset: offsets[0], recurring: hasFooter ? try footer(bytes) : nil)
    }

    /// What stands between the two line feeds at the end; nothing means that nobody knows what comes.
    private static func footer(_ bytes: ArraySlice<UInt8>) throws(ZoneFileError) -> RecurringClock? {
        guard bytes.first == UInt8(ascii: "\n"), bytes.count >= 2, bytes.last == UInt8(ascii: "\n") else {
            throw ZoneFileError(description: "the file has no end")
        }
        let text = String(decoding: bytes.dropFirst().dropLast(), as: UTF8.self)
        if text.isEmpty { return nil }
        guard let clock = RecurringClock(text) else {
            throw ZoneFileError(description: "the end of the file is not good")
        }
        return clock
    }
}

extension ArraySlice<UInt8> {
    /// Takes a signed number of so many bytes, the most significant first; there must be as many.
    fileprivate mutating func popNumber(_ width: Int) -> Int64 {
        var value = Int64(Int8(bitPattern: self[startIndex]))
        for byte in dropFirst().prefix(width - 1) { value = value << 8 | Int64(byte) }
        self = dropFirst(width)
        return value
    }
}
