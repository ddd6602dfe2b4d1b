extension JSONReader {
    /// Reads a string.
    ///
    /// - Throws: ``JSONError/Code-swift.struct/typeMismatch``.
    @inlinable
    public func string() throws(JSONError) -> String {
        guard tag == Tag.string else { throw mismatch("a string") }
        return String(decoding: text, as: UTF8.self)
    }

    /// The unescaped UTF-8 of a string, without copying it. Valid as long as the reader is.
    ///
    /// - Throws: ``JSONError/Code-swift.struct/typeMismatch``.
    @inlinable
    public func utf8() throws(JSONError) -> UnsafeBufferPointer<UInt8> {
        guard tag == Tag.string else { throw mismatch("a string") }
        return text
    }

    /// Whether a string stands here that has exactly this text; false for any other value.
    @inlinable
    public func isString(_ literal: StaticString) -> Bool {
        tag == Tag.string && JSONKey(utf8: text).matches(literal)
    }

    /// Reads `true` or `false`.
    ///
    /// - Throws: ``JSONError/Code-swift.struct/typeMismatch``.
    @inlinable
    public func bool() throws(JSONError) -> Bool {
        switch tag {
        case Tag.true: return true
        case Tag.false: return false
        default: throw mismatch("true or false")
        }
    }

    /// Reads an integer. A number with a fraction or an exponent is none, even where it is whole.
    ///
    /// - Throws: ``JSONError/Code-swift.struct/typeMismatch`` or ``JSONError/Code-swift.struct/outOfRange``.
    @inlinable
    public func int64() throws(JSONError) -> Int64 { try integer() }

    /// Reads an integer of 0 or more.
    ///
    /// - Throws: ``JSONError/Code-swift.struct/typeMismatch`` or ``JSONError/Code-swift.struct/outOfRange``.
    @inlinable
    public func uint64() throws(JSONError) -> UInt64 { try integer() }

    /// Reads an integer into any width. A number with a fraction or an exponent is none, even where it is whole.
    ///
    /// - Throws: ``JSONError/Code-swift.struct/typeMismatch`` or ``JSONError/Code-swift.struct/outOfRange``.
    @inlinable
    public func integer<Value: FixedWidthInteger>(_ type: Value.Type = Value.self) throws(JSONError) -> Value {
        let exact: Value?
        switch tag {
        case Tag.int64: exact = Value(exactly: Int64(bitPattern: secondWord))
        case Tag.uint64: exact = Value(exactly: secondWord)
        default: throw mismatch("an integer")
        }
        guard let exact else { throw beyond(Value.bitWidth, isSigned: Value.isSigned) }
        return exact
    }

    /// Reads any number. An integer beyond 2⁵³ is rounded to the nearest double.
    ///
    /// - Throws: ``JSONError/Code-swift.struct/typeMismatch``.
    @inlinable
    public func double() throws(JSONError) -> Double {
        switch tag {
        case Tag.double: return Double(bitPattern: secondWord)
        case Tag.int64: return Double(Int64(bitPattern: secondWord))
        case Tag.uint64: return Double(secondWord)
        default: throw mismatch("a number")
        }
    }

    /// Reads an unsigned 64-bit identifier: a string of decimal digits, as Discord writes it, or an integer.
    ///
    /// - Throws: ``JSONError/Code-swift.struct/typeMismatch``; ``JSONError/Code-swift.struct/invalidValue`` for a string
    ///   that is empty, has another character or a leading zero; ``JSONError/Code-swift.struct/outOfRange`` for more
    ///   than 64 bits.
    @inlinable
    public func snowflake() throws(JSONError) -> UInt64 {
        guard tag == Tag.string else {
            guard isInteger else { throw mismatch("an identifier") }
            return try integer()
        }
        return try digits(text)
    }

    @inlinable
    func digits(_ text: UnsafeBufferPointer<UInt8>) throws(JSONError) -> UInt64 {
        guard !text.isEmpty, text[0] != 0x30 || text.count == 1 else { throw notDecimal() }
        var value: UInt64 = 0
        // 19 digits always fit, so only a twentieth needs the checks.
        for byte in text.prefix(19) {
            let digit = byte &- 0x30
            guard digit <= 9 else { throw notDecimal() }
            value = value &* 10 &+ UInt64(digit)
        }
        guard text.count > 19 else { return value }
        return try lastDigit(text, value)
    }

    @usableFromInline
    func lastDigit(_ text: UnsafeBufferPointer<UInt8>, _ head: UInt64) throws(JSONError) -> UInt64 {
        guard text.allSatisfy({ $0 &- 0x30 <= 9 }) else { throw notDecimal() }
        let (product, overflow) = head.multipliedReportingOverflow(by: 10)
        let (value, carry) = product.addingReportingOverflow(UInt64(text[19] &- 0x30))
        guard text.count == 20, !overflow, !carry else { throw beyond(64, isSigned: false) }
        return value
    }
}
