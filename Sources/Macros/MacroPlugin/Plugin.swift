@_spi(PluginMessage) import SwiftCompilerPluginMessageHandling
@_spi(PluginMessage) import SwiftLibraryPluginProvider
import SwiftSyntaxMacros

/// The process that the compiler starts and asks, over standard input and output, to expand macros.
@main
struct Plugin {
    static func main() throws {
        let connection = try StandardIOMessageConnection()
        try CompilerPluginMessageListener(connection: connection, provider: RegistryProvider()).main()
    }
}

/// Finds a macro in ``macroRegistry`` by the name written in `#externalMacro(module:type:)`.
struct RegistryProvider: PluginProvider {
    var features: [PluginFeature] { [] }

    func resolveMacro(moduleName: String, typeName: String) throws -> any Macro.Type {
        guard let macro = macroRegistry[typeName] else {
            throw UnknownMacro(moduleName: moduleName, typeName: typeName)
        }
        return macro
    }

    func loadPluginLibrary(libraryPath: String, moduleName: String) throws {
        throw UnknownMacro(moduleName: moduleName, typeName: libraryPath)
    }
}

struct UnknownMacro: Error, CustomStringConvertible {
    let moduleName: String
    let typeName: String

    var description: String { "\(moduleName) has no macro \(typeName): add it to MacroRegistry.swift" }
}
