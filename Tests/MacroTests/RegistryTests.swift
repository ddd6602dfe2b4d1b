import Testing

@testable import MacroExpansion

@Suite struct RegistryTests {
    @Test func findsAMacroByTheNameOfItsDeclaration() throws {
        let macro = try RegistryProvider().resolveMacro(moduleName: "MacroPlugin", typeName: "JSONKeyMacro")
        #expect(macro is MarkerMacro.Type)
    }

    @Test func namesTheMacroThatIsMissing() {
        let error = #expect(throws: UnknownMacro.self) {
            try RegistryProvider().resolveMacro(moduleName: "MacroPlugin", typeName: "NoSuchMacro")
        }
        #expect(error?.description == "MacroPlugin has no macro NoSuchMacro: add it to MacroRegistry.swift")
    }

    @Test func loadsNoFurtherLibraries() {
        #expect(throws: UnknownMacro.self) {
            try RegistryProvider().loadPluginLibrary(libraryPath: "lib.so", moduleName: "Other")
        }
    }
}
