extension TransportError.Code {
    /// Compressed input would inflate to more than the limit; `number` is the limit in bytes.
    package static let inflatedTooBig = Self(rawValue: "inflated_too_big")
    /// Compressed input is not what it should be; `number` is the library's code.
    package static let corruptData = Self(rawValue: "corrupt_data")
}
