// Whoever writes a bot says `import Echord` and has the models, the ids, JSON, `Secret` and `Service` too: no signature of
// the library can be used without them.
@_exported public import EchordModel
@_exported public import EchordPrimitives
@_exported public import JSON
@_exported public import Lifecycle
@_exported public import Telemetry
