internal import Transport

/// One part of a `multipart/form-data` body. Discord: *Reference › Uploading Files*.
typealias FormPart = MultipartForm.Part

extension MultipartForm.Part {
    /// A text, or nothing.
    init?(name: String, text: String?) {
        guard let text else { return nil }
        self.init(name: name, body: Array(text.utf8))
    }

    /// A file; one whose media type is none that can be sent is bytes of any kind.
    init(name: String, file: FileUpload) {
        let type = file.contentType ?? ""
        let isSendable = !type.isEmpty && type.utf8.allSatisfy { $0 >= 0x20 && $0 < 0x7F }
        self.init(
            name: name, filename: file.name, contentType: isSendable ? type : "application/octet-stream",
            body: file.bytes)
    }
}
