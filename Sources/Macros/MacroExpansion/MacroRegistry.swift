import SwiftSyntaxMacros

/// Every macro of the package under the name that its declaration writes in `#externalMacro(module:type:)`.
///
/// A new macro is one file in this folder and one line here. A marker that only another macro reads is
/// ``MarkerMacro`` under its own name.
var macroRegistry: [String: any Macro.Type] {
    [
        "EventSubscriberMacro": EventSubscriberMacro.self,
        "EventHandlerMacro": EventHandlerMacro.self,
        "EventPublisherMacro": EventPublisherMacro.self,
        "JSONModelMacro": JSONModelMacro.self,
        "JSONKeyMacro": MarkerMacro.self,
        "EntityMacro": EntityMacro.self,
        "ColumnMacro": MarkerMacro.self,
        "PrimaryKeyMacro": MarkerMacro.self,
        "VersionMacro": MarkerMacro.self,
        "EncryptedMacro": MarkerMacro.self,
        "IndexMacro": MarkerMacro.self,
    ]
}
