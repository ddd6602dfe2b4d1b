internal import Launch

/// The one executable.
@main
enum ChoresTree {
    static func main() async { await ChoresTreeProgram.main() }
}
