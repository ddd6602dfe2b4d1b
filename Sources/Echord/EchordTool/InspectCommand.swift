internal import EchordSurface
internal import JSON

/// `echord inspect TYPE FILE`.
struct InspectCommand {
    /// Bytes of a document at most.
    private static let limit = 64 << 20

    private let type: String
    private let path: String

    init(_ arguments: [String]) throws(ToolError) {
        guard arguments.count == 2 else {
            throw ToolError(.usage, "say which type and which file: `echord inspect MESSAGE_CREATE message.json`")
        }
        (type, path) = (arguments[0], arguments[1])
    }

    func run(_ surroundings: DeveloperTool.Surroundings) throws(ToolError) {
        let document = try BoundedFile.read(path, limit: Self.limit)
        do throws(InspectionError) {
            surroundings.say(JSON.encodeToString(try Inspection(document, as: type).json))
        } catch {
            throw ToolError(error.code == .unknownType ? .usage : .input, error.message)
        }
    }
}
