import EchordSurface
import Foundation
import JSON
import Testing

/// The tables against the sources that they list.
@Suite("The surface's tables")
struct SurfaceTests {
    private static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().appendingPathComponent("Sources/Echord")

    /// The text of every Swift file of some folders.
    private static func sources(_ folders: String...) throws -> String {
        var text = ""
        for folder in folders {
            let url = root.appendingPathComponent(folder)
            let files = try #require(FileManager.default.enumerator(at: url, includingPropertiesForKeys: nil))
            for case let file as URL in files where file.pathExtension == "swift" {
                text += try String(contentsOf: file, encoding: .utf8)
            }
        }
        return text
    }

    private static func names(_ pattern: Regex<(Substring, Substring)>, in text: String) -> Set<String> {
        Set(text.matches(of: pattern).map { String($0.output.1) })
    }

    @Test func operationsNameRequestsThatExist() throws {
        let functions = Self.names(/public static func (\w+)/, in: try Self.sources("Echord/REST/Operations"))
        let named = Set(SurfaceOperation.all.flatMap(\.requests))
        #expect(named.subtracting(functions) == [], "the table names requests that are not there")
        #expect(functions.subtracting(named) == ["createDirectMessageChannel"], "requests that the table leaves out")
        #expect(Set(SurfaceOperation.all.map(\.route)).count == 247)
        #expect(SurfaceOperation.all.count == 247)
    }

    @Test func everyEnumerationIsListed() throws {
        let text = try Self.sources("EchordModel", "EchordPrimitives")
        let declared = Self.names(/public struct (\w+): [^{]*\bOpenEnum\b/, in: text)
        #expect(declared == Set(SurfaceTypes.enumerations.map { "\($0)" }))
    }

    @Test func everySetOfFlagsIsListed() throws {
        let text = try Self.sources("EchordModel", "EchordPrimitives")
        let declared = Self.names(/public struct (\w+): [^{]*\bDiscordBitSet\b/, in: text)
        #expect(declared == Set(SurfaceTypes.flags.map { "\($0)" }))
    }

    @Test func everyObjectIsListed() throws {
        let text = try Self.sources("EchordModel")
        let declared = Self.names(
            /(?m)^@JSONModel[^\n]*\n(?:@[^\n]*\n|\/\/\/[^\n]*\n)*public struct (\w+)(?!\w|<)/, in: text)
        let listed = Set(SurfaceTypes.objects.map(\.name))
        #expect(declared.subtracting(listed) == [])
        #expect(listed.count == SurfaceTypes.objects.count)
    }

    @Test func everyLimitIsListed() throws {
        let declared = try Self.sources("EchordPrimitives/Limits").matches(of: /public static let (\w+)/).count
        #expect(declared == SurfaceLimit.all.count)
        #expect(Set(SurfaceLimit.all.map(\.name)).count == declared)
    }

    @Test func theDocumentHoldsEverySection() throws {
        let document = Surface.document()
        #expect(document.objectValue?.keys == Surface.Section.allCases.map(\.rawValue))
        #expect(document["events"]?.arrayValue?.count == 82)
        #expect(document["intents"]?["GUILD_MESSAGES"] == 9)
        #expect(document["opcodes"]?["HELLO"] == 10)
        #expect(document["close_codes"]?["AUTHENTICATION_FAILED"] == 4004)
        #expect(document["error_codes"]?.objectValue?.values.contains(10_003) == true)
        #expect(document["enumerations"]?["ComponentType"]?["BUTTON"] == 2)
        #expect(document["enumerations"]?["DiscordLocale"]?.objectValue?.values.contains("nl") == true)
        #expect(document["flags"]?["Permissions"]?["VIEW_CHANNEL"] == 10)
        let limits = document["limits"]?.arrayValue ?? []
        #expect(limits.contains(["name": "Message.content", "maximum": 2000]))
        #expect(limits.contains(["name": "Gateway.window", "maximum": 60, "unit": "seconds"]))
        #expect(limits.contains(["name": "Command.name", "minimum": 1, "maximum": 32]))
        let operations = document["operations"]?.arrayValue ?? []
        #expect(
            operations.contains([
                "method": "POST", "path": "/channels/{channel_id}/messages", "requests": ["createMessage"],
            ]))
    }
}
