extension JSONReader {
    /// An error about the value here, with its path.
    ///
    /// - Parameters:
    ///   - code: the kind of failure.
    ///   - message: one clause of ours; never text from the document.
    public func error(_ code: JSONError.Code, _ message: String) -> JSONError {
        JSONError(code, path: path, message)
    }

    /// The error for a field that the object here must have and has not.
    @inline(never)
    public func missing(_ key: StaticString) -> JSONError {
        let parent = path
        return JSONError(
            .missingField, path: parent.isEmpty ? "\(key)" : "\(parent).\(key)", "the field is required")
    }

    /// The error for a value of another JSON type than the one expected.
    @inline(never)
    public func mismatch(_ expected: StaticString) -> JSONError {
        error(.typeMismatch, "expected \(expected), found \(kind.name)")
    }

    @usableFromInline
    @inline(never)
    func beyond(_ bits: Int, isSigned: Bool) -> JSONError {
        error(.outOfRange, "the number does not fit \(isSigned ? "a signed" : "an unsigned") integer of \(bits) bits")
    }

    @usableFromInline
    @inline(never)
    func notDecimal() -> JSONError {
        error(.invalidValue, "expected a string of decimal digits")
    }

    /// Where the value stands in its document, such as `d.author.id` or `items[3].name`; empty for the root.
    ///
    /// Found by walking the tape down from the root, so only who asks pays. A key that is no plain name (letters, digits,
    /// `_`, `-`, at most 64 of them) shows as `*`: a path goes to logs, and such a key is a stranger's text.
    public var path: String {
        var path = ""
        var container = at(1)
        while container.index < index {
            if container.tag == Tag.array {
                container = container.stepIntoArray(towards: index, &path)
            } else if container.tag == Tag.object {
                container = container.stepIntoObject(towards: index, &path)
            } else {
                break
            }
        }
        return path
    }

    private func stepIntoArray(towards target: Int, _ path: inout String) -> JSONReader {
        var child = at(index + 1)
        var position = 0
        while child.next <= target {
            child = at(child.next)
            position += 1
        }
        path += "[\(position)]"
        return child
    }

    private func stepIntoObject(towards target: Int, _ path: inout String) -> JSONReader {
        var key = at(index + 1)
        while key.at(key.index + 1).next <= target { key = key.at(key.at(key.index + 1).next) }
        if !path.isEmpty { path += "." }
        path += JSONKey(utf8: key.text).pathComponent
        return at(key.index + 1)
    }
}

extension JSONKey {
    fileprivate var pathComponent: String {
        let isPlain =
            (1...64).contains(utf8.count)
            && utf8.allSatisfy { byte in
                switch byte {
                case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x5F, 0x2D: true
                default: false
                }
            }
        return isPlain ? string : "*"
    }
}

extension JSONReader.Kind {
    fileprivate var name: String {
        switch self {
        case .null: "null"
        case .bool: "a boolean"
        case .int64, .uint64: "an integer"
        case .double: "a number"
        case .string: "a string"
        case .array: "an array"
        case .object: "an object"
        }
    }
}
