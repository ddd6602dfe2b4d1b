import JSON
import Testing

@testable import EchordTesting

@Suite("Refused modals")
struct ModalValidationTests {

    static let refused: [RefusedForm] = [
        RefusedForm(
            "custom_id", "BASE_TYPE_REQUIRED",
            #"""
            {}
            """#),
        RefusedForm(
            "title", "BASE_TYPE_BAD_LENGTH",
            #"""
            {"custom_id":"m","title":"§46"}
            """#),
        RefusedForm(
            "components", "BASE_TYPE_BAD_LENGTH",
            #"""
            {"custom_id":"m","title":"t","components":[]}
            """#),
        RefusedForm(
            "components/0/type", "UNION_TYPE_CHOICES",
            #"""
            {"custom_id":"m","title":"t","components":[{"type":2}]}
            """#),
        RefusedForm(
            "components/0/components/0/label", "BASE_TYPE_REQUIRED",
            #"""
            {"custom_id":"m","title":"t","components":[{"type":1,"components":[{"type":4,"custom_id":"a","style":1}]}]}
            """#),
        RefusedForm(
            "components/0/component", "BASE_TYPE_REQUIRED",
            #"""
            {"custom_id":"m","title":"t","components":[{"type":18,"label":"l"}]}
            """#),
        RefusedForm(
            "components/0/label", "BASE_TYPE_REQUIRED",
            #"""
            {"custom_id":"m","title":"t","components":[{"type":18,"component":{"type":23,"custom_id":"c"}}]}
            """#),
        RefusedForm(
            "components/0/component/type", "UNION_TYPE_CHOICES",
            #"""
            {"custom_id":"m","title":"t","components":[{"type":18,"label":"l","component":{"type":2}}]}
            """#),
        RefusedForm(
            "components/0/component/style", "BASE_TYPE_CHOICES",
            #"""
            {"custom_id":"m","title":"t","components":[{"type":18,"label":"l","component":{"type":4,"custom_id":"a","style":3}}]}
            """#),
        RefusedForm(
            "components/0/component/min_length", "TEXT_INPUT_COMPONENT_MIN_GREATER_THAN_MAX",
            #"""
            {"custom_id":"m","title":"t","components":[{"type":18,"label":"l","component":{"type":4,"custom_id":"a","style":1,"min_length":5,"max_length":2}}]}
            """#),
        RefusedForm(
            "components/0/component/max_length", "NUMBER_TYPE_MAX",
            #"""
            {"custom_id":"m","title":"t","components":[{"type":18,"label":"l","component":{"type":4,"custom_id":"a","style":1,"max_length":4001}}]}
            """#),
        RefusedForm(
            "components/0/component/value", "BASE_TYPE_MAX_LENGTH",
            #"""
            {"custom_id":"m","title":"t","components":[{"type":18,"label":"l","component":{"type":4,"custom_id":"a","style":1,"max_length":2,"value":"xxx"}}]}
            """#),
        RefusedForm(
            "components/0/component/disabled", "MODAL_COMPONENT_DISABLED",
            #"""
            {"custom_id":"m","title":"t","components":[{"type":18,"label":"l","component":{"type":3,"custom_id":"a","disabled":true,"options":[{"label":"a","value":"a"}]}}]}
            """#),
        RefusedForm(
            "components/0/component/min_values", "SELECT_COMPONENT_MIN_GREATER_THAN_MAX",
            #"""
            {"custom_id":"m","title":"t","components":[{"type":18,"label":"l","component":{"type":19,"custom_id":"a","min_values":3,"max_values":2}}]}
            """#),
        RefusedForm(
            "components/0/component/options", "BASE_TYPE_BAD_LENGTH",
            #"""
            {"custom_id":"m","title":"t","components":[{"type":18,"label":"l","component":{"type":21,"custom_id":"a","options":[{"label":"a","value":"a"}]}}]}
            """#),
        RefusedForm(
            "components/0/component/options", "SELECT_COMPONENT_TOO_MANY_DEFAULT_VALUES",
            #"""
            {"custom_id":"m","title":"t","components":[{"type":18,"label":"l","component":{"type":21,"custom_id":"a","options":[{"label":"a","value":"a","default":true},{"label":"b","value":"b","default":true}]}}]}
            """#),
    ]

    @Test("Each with Discord's code at Discord's path", arguments: refused)
    func refusals(_ form: RefusedForm) throws {
        let body = try form.body()
        var validator = ComponentValidator()
        #expect(validator.readModal(body, path: []) == nil)
        let found = validator.errors.entries.filter { $0.path == form.path }.map(\.code)
        #expect(found.contains(form.code), "\(validator.errors.json)")
    }
}
