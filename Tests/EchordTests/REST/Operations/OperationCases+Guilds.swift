import EchordModel
import EchordPrimitives
import JSON
import Testing

@testable import Echord

extension OperationTests {
    static func guilds() throws -> [OperationCase] {
        try [
            OperationCase(.getGuild(2, withCounts: true)), OperationCase(EditGuild.self) { .editGuild(2, $0) },
            OperationCase(.getGuildPreview(2)), OperationCase(.listGuildVoiceRegions(of: 2)),
            OperationCase(.getVanityURL(of: 2)),
            OperationCase(EditIncidentActions.self) { .editIncidentActions(of: 2, $0) },
            OperationCase(.listIntegrations(of: 2)), OperationCase(.deleteIntegration(3, of: 2)),
            OperationCase(.getWidgetSettings(of: 2)), OperationCase(EditGuildWidget.self) { .editWidget(of: 2, $0) },
            OperationCase(.getWidget(of: 2)), OperationCase(.getWidgetImage(of: 2, style: .banner1)),
            OperationCase(.getWelcomeScreen(of: 2)),
            OperationCase(EditWelcomeScreen.self) { .editWelcomeScreen(of: 2, $0) },
            OperationCase(.getOnboarding(of: 2)), OperationCase(EditOnboarding.self) { .editOnboarding(of: 2, $0) },
            OperationCase(.getNewMemberWelcome(of: 2)),
            OperationCase(.listJoinRequests(of: 2, status: .submitted, before: 3, after: 4, limit: 5)),
            OperationCase(JoinRequestDecision.self) { .decideJoinRequest(3, of: 2, $0) },
        ]
    }

    static func members() throws -> [OperationCase] {
        try [
            OperationCase(.getMember(8, of: 2)), OperationCase(.listMembers(of: 2, limit: 10, after: 8)),
            OperationCase(.searchMembers(of: 2, name: "a b", limit: 3)),
            OperationCase(AddMember.self, example: #"{"access_token":"tok"}"#) { .addMember(8, to: 2, $0) },
            OperationCase(EditMember.self) { .editMember(8, of: 2, $0) },
            OperationCase(EditCurrentMember.self) { .editCurrentMember(of: 2, $0) },
            OperationCase(EditCurrentNick.self) { .editCurrentNick(in: 2, $0) },
            OperationCase(.removeMember(8, from: 2)),
            OperationCase(.addRole(6, to: 8, of: 2)), OperationCase(.removeRole(6, from: 8, of: 2)),
            OperationCase(.listBans(of: 2, limit: 3, before: 4, after: 5)), OperationCase(.getBan(of: 8, in: 2)),
            OperationCase(CreateBan.self) { .createBan(of: 8, in: 2, $0) }.differing(
                "full: .delete_message_days is lost", "delete_message_days maximum 7",
                because: "Discord puts seconds in its place"),
            OperationCase(.removeBan(of: 8, in: 2)),
            OperationCase(BulkBan.self, example: #"{"user_ids":["8"]}"#) { .bulkBan($0, in: 2) },
            OperationCase(.getPruneCount(of: 2, days: 3, includeRoles: [6])),
            OperationCase(PruneMembers.self) { .prune(2, $0) },
            OperationCase(.listRoles(of: 2)), OperationCase(.getRole(6, of: 2)),
            OperationCase(.getRoleMemberCounts(of: 2)),
            OperationCase(CreateRole.self) { .createRole($0, in: 2) },
            OperationCase([RolePosition].self, example: "[]") { .moveRoles($0, of: 2) }.demandingID(),
            OperationCase(EditRole.self) { .editRole(6, of: 2, $0) }, OperationCase(.deleteRole(6, of: 2)),
        ]
    }
}
