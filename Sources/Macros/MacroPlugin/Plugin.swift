internal import MacroExpansion
@_spi(PluginMessage) internal import SwiftCompilerPluginMessageHandling

/// The process that the compiler starts and asks, over standard input and output, to expand macros.
@main
struct Plugin {
    static func main() throws {
        let connection = try StandardIOMessageConnection()
        try CompilerPluginMessageListener(connection: connection, provider: RegistryProvider()).main()
    }
}
