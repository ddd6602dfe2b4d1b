/// One value of a parsed document: three words that point into the parser's tape.
///
/// Reading calls nothing and allocates nothing but the strings asked for. A reader, and all that comes from it, is
/// valid only inside the ``JSONParser/withDocument(_:_:)-(UnsafeRawBufferPointer,_)`` that lent it.
public struct JSONReader {
    @usableFromInline let tape: UnsafePointer<UInt64>
    @usableFromInline let strings: UnsafePointer<UInt8>
    @usableFromInline let index: Int

    @inlinable
    init(tape: UnsafePointer<UInt64>, strings: UnsafePointer<UInt8>, index: Int) {
        self.tape = tape
        self.strings = strings
        self.index = index
    }

    /// The JSON types, with integers and other numbers apart.
    public enum Kind: Sendable, Hashable {
        /// `null`
        case null
        /// `true` or `false`
        case bool
        /// A number without fraction and exponent that fits `Int64`.
        case int64
        /// A number without fraction and exponent above `Int64.max`.
        case uint64
        /// Any other number.
        case double
        /// A string.
        case string
        /// An array.
        case array
        /// An object.
        case object
    }

    /// What stands here.
    public var kind: Kind {
        switch tag {
        case Tag.null: .null
        case Tag.true, Tag.false: .bool
        case Tag.int64: .int64
        case Tag.uint64: .uint64
        case Tag.double: .double
        case Tag.string: .string
        case Tag.array: .array
        default: .object
        }
    }

    /// Whether `null` stands here.
    @inlinable public var isNull: Bool { tag == Tag.null }
    /// Whether `true` or `false` stands here.
    @inlinable public var isBool: Bool { tag == Tag.true || tag == Tag.false }
    /// Whether a string stands here.
    @inlinable public var isString: Bool { tag == Tag.string }
    /// Whether an integer or any other number stands here.
    @inlinable public var isNumber: Bool { isInteger || tag == Tag.double }
    /// Whether a number without fraction and exponent stands here.
    @inlinable public var isInteger: Bool { tag == Tag.int64 || tag == Tag.uint64 }
    /// Whether an array stands here.
    @inlinable public var isArray: Bool { tag == Tag.array }
    /// Whether an object stands here.
    @inlinable public var isObject: Bool { tag == Tag.object }
}

/// How simdjson marks the values on its tape: the highest byte of a word.
@usableFromInline
enum Tag {
    @inlinable static var null: UInt8 { 0x6E }
    @inlinable static var `true`: UInt8 { 0x74 }
    @inlinable static var `false`: UInt8 { 0x66 }
    @inlinable static var int64: UInt8 { 0x6C }
    @inlinable static var uint64: UInt8 { 0x75 }
    @inlinable static var double: UInt8 { 0x64 }
    @inlinable static var string: UInt8 { 0x22 }
    @inlinable static var array: UInt8 { 0x5B }
    @inlinable static var object: UInt8 { 0x7B }
}

extension JSONReader {
    @inlinable var tag: UInt8 { UInt8(truncatingIfNeeded: tape[index] &>> 56) }
    @inlinable var payload: Int { Int(truncatingIfNeeded: tape[index] & 0x00FF_FFFF_FFFF_FFFF) }
    /// Of a container: the place after its end mark.
    @inlinable var containerEnd: Int { Int(truncatingIfNeeded: tape[index] & 0xFFFF_FFFF) }
    @inlinable var secondWord: UInt64 { tape[index &+ 1] }

    /// Where the value after this one stands; a container is skipped in one step.
    @inlinable var next: Int {
        switch tag {
        case Tag.object, Tag.array: containerEnd
        case Tag.int64, Tag.uint64, Tag.double: index &+ 2
        default: index &+ 1
        }
    }

    @inlinable
    func at(_ index: Int) -> JSONReader { JSONReader(tape: tape, strings: strings, index: index) }

    /// The text of a string or key: its length in four bytes, then the bytes.
    @inlinable var text: UnsafeBufferPointer<UInt8> {
        let start = strings + payload
        let count = UnsafeRawPointer(start).loadUnaligned(as: UInt32.self)
        return UnsafeBufferPointer(start: start + 4, count: Int(truncatingIfNeeded: count))
    }
}
