@_spi(PluginMessage) package import SwiftCompilerPluginMessageHandling
@_spi(PluginMessage) internal import SwiftLibraryPluginProvider
package import SwiftSyntaxMacros

/// Finds a macro in ``macroRegistry`` by the name written in `#externalMacro(module:type:)`.
package struct RegistryProvider: PluginProvider {
    package init() {}

    package var features: [PluginFeature] { [] }

    package func resolveMacro(moduleName: String, typeName: String) throws -> any Macro.Type {
        guard let macro = macroRegistry[typeName] else {
            throw UnknownMacro(moduleName: moduleName, typeName: typeName)
        }
        return macro
    }

    package func loadPluginLibrary(libraryPath: String, moduleName: String) throws {
        throw UnknownMacro(moduleName: moduleName, typeName: libraryPath)
    }
}

struct UnknownMacro: Error, CustomStringConvertible {
    let moduleName: String
    let typeName: String

    var description: String { "\(moduleName) has no macro \(typeName): add it to MacroRegistry.swift" }
}
