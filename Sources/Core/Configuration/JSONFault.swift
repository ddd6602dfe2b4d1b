/// Where a text stops being JSON (RFC 8259), for whoever wrote it by hand. The parser only says that it does.
struct JSONFault: Error, Equatable {
    let line: Int
    let message: String

    /// The first fault, or nil where this finds none.
    static func find(in bytes: [UInt8]) -> JSONFault? {
        var walk = Walk(bytes: bytes)
        do throws(JSONFault) {
            try walk.value(depth: 0)
            return walk.peek() == nil ? nil : walk.fault("something stands after the end of the document")
        } catch { return error }
    }

    private struct Walk {
        let bytes: [UInt8]
        var position = 0

        func fault(_ message: String) -> JSONFault {
            let before = bytes[..<min(position, bytes.count)]
            return JSONFault(line: 1 + before.count { $0 == UInt8(ascii: "\n") }, message: message)
        }

        /// The next byte that is no white space.
        mutating func peek() -> UInt8? {
            while position < bytes.count, [0x20, 0x09, 0x0A, 0x0D].contains(bytes[position]) { position += 1 }
            return position < bytes.count ? bytes[position] : nil
        }

        mutating func take(_ character: Unicode.Scalar) -> Bool {
            guard peek() == UInt8(ascii: character) else { return false }
            position += 1
            return true
        }

        mutating func value(depth: Int) throws(JSONFault) {
            guard depth < 100 else { throw fault("the document is too deep") }
            switch peek() {
            case UInt8(ascii: "{"): try object(depth: depth)
            case UInt8(ascii: "["): try array(depth: depth)
            case UInt8(ascii: "\""): try string()
            case UInt8(ascii: "/"): throw fault("JSON knows no comments")
            case UInt8(ascii: "'"): throw fault("a text stands in double quotes")
            case nil: throw fault("the document ends too early")
            default: try word()
            }
        }

        private mutating func object(depth: Int) throws(JSONFault) {
            position += 1
            if take("}") { return }
            repeat {
                guard peek() == UInt8(ascii: "\"") else {
                    throw fault(
                        peek() == UInt8(ascii: "}") ? "a comma stands before }" : "a key in double quotes is missing")
                }
                try string()
                guard take(":") else { throw fault("a colon is missing after the key") }
                try value(depth: depth + 1)
            } while take(",")
            guard take("}") else {
                throw fault(peek() == nil ? "a } is missing at the end" : "a comma or } is missing")
            }
        }

        private mutating func array(depth: Int) throws(JSONFault) {
            position += 1
            if take("]") { return }
            repeat {
                guard peek() != UInt8(ascii: "]") else { throw fault("a comma stands before ]") }
                try value(depth: depth + 1)
            } while take(",")
            guard take("]") else {
                throw fault(peek() == nil ? "a ] is missing at the end" : "a comma or ] is missing")
            }
        }

        private mutating func string() throws(JSONFault) {
            position += 1
            while position < bytes.count {
                switch bytes[position] {
                case UInt8(ascii: "\""):
                    position += 1
                    return
                case UInt8(ascii: "\\"): position += 2
                case 0..<0x20: throw fault("a text must end on its line")
                default: position += 1
                }
            }
            throw fault("a text does not end")
        }

        private mutating func word() throws(JSONFault) {
            let start = position
            while position < bytes.count, Self.isInWord(bytes[position]) { position += 1 }
            let word = String(decoding: bytes[start..<position], as: UTF8.self)
            guard ["true", "false", "null"].contains(word) || Double(word) != nil else {
                position = start
                throw fault("a value is missing, or a text without double quotes")
            }
        }

        private static func isInWord(_ byte: UInt8) -> Bool {
            switch byte {
            case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "."): true
            default: false
            }
        }
    }
}
