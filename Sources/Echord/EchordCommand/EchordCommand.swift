internal import EchordTool

/// The developer's tool.
@main
enum EchordCommand {
    static func main() async { await DeveloperTool.main() }
}
