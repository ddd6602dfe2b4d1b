import Glibc

/// A folder of its own for one test, gone with the test.
final class TemporaryFolder: Sendable {
    let path: String

    init() throws {
        var template = Array("/tmp/chorestree-XXXXXX".utf8CString)
        guard mkdtemp(&template) != nil else { throw CannotMakeFolder() }
        path = String(decoding: template.dropLast().map(UInt8.init(bitPattern:)), as: UTF8.self)
    }

    struct CannotMakeFolder: Error {}

    func path(_ name: String) -> String { "\(path)/\(name)" }

    func names() -> [String] {
        guard let folder = opendir(path) else { return [] }
        defer { closedir(folder) }
        var names: [String] = []
        while let entry = readdir(folder) {
            let name = withUnsafeBytes(of: entry.pointee.d_name) {
                String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self)
            }
            if name != ".", name != ".." { names.append(name) }
        }
        return names.sorted()
    }

    deinit {
        for name in names() { unlink(self.path(name)) }
        rmdir(path)
    }
}
