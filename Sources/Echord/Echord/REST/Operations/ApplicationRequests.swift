public import EchordModel
public import EchordPrimitives
public import Telemetry

extension APIRequest {
    /// The bot's own application.
    ///
    /// <https://docs.discord.com/developers/resources/application#get-current-application>
    public static func getCurrentApplication() -> APIRequest<Application> { .init(.get, "/applications/@me") }

    /// Changes the bot's own application.
    ///
    /// <https://docs.discord.com/developers/resources/application#edit-current-application>
    public static func editCurrentApplication(_ changes: EditApplication) -> APIRequest<Application> {
        .init(.patch, "/applications/@me", body: .json(changes))
    }

    /// An application of the bot's own, by its id. Discord describes it without a page.
    public static func getApplication(_ application: ApplicationID) -> APIRequest<Application> {
        .init(.get, "/applications/\(application)")
    }

    /// Changes an application of the bot's own, by its id. Discord describes it without a page.
    public static func editApplication(
        _ application: ApplicationID, _ changes: EditApplication
    ) -> APIRequest<Application> {
        .init(.patch, "/applications/\(application)", body: .json(changes))
    }

    /// An activity of the application that is going on, and who takes part.
    ///
    /// <https://docs.discord.com/developers/resources/application#get-application-activity-instance>
    public static func getRunningActivity(
        _ instance: String, of application: ApplicationID
    ) -> APIRequest<RunningActivity> {
        .init(.get, "/applications/\(application)/activity-instances/\(instance, "instance_id")")
    }

    /// Uploads a file that the application's activity can show for a while. Discord describes it without a page.
    public static func uploadAttachment(
        _ file: FileUpload, for application: ApplicationID
    ) -> APIRequest<UploadedAttachment> {
        .init(.post, "/applications/\(application)/attachment", body: .multipart([FormPart(name: "file", file: file)]))
    }

    // MARK: - Linked roles

    /// What linked roles of the application can ask for.
    ///
    /// <https://docs.discord.com/developers/resources/application-role-connection-metadata#get-application-role-connection-metadata-records>
    public static func listRoleConnectionMetadata(
        of application: ApplicationID
    ) -> APIRequest<[RoleConnectionMetadata]> {
        .init(.get, "/applications/\(application)/role-connections/metadata", reading: .list())
    }

    /// Replaces what linked roles of the application can ask for; up to five records.
    ///
    /// <https://docs.discord.com/developers/resources/application-role-connection-metadata#update-application-role-connection-metadata-records>
    public static func setRoleConnectionMetadata(
        _ records: [RoleConnectionMetadata], of application: ApplicationID
    ) -> APIRequest<[RoleConnectionMetadata]> {
        .init(
            .put, "/applications/\(application)/role-connections/metadata",
            body: .json(ValidatedList(records, count: 0...5)),
            reading: .list())
    }

    /// What the application's linked roles know of the user whose access token this is (scope
    /// `role_connections.write`).
    ///
    /// <https://docs.discord.com/developers/resources/user#get-current-user-application-role-connection>
    public static func getRoleConnection(
        with application: ApplicationID, token: Secret<String>
    ) -> APIRequest<RoleConnection> {
        .init(.get, "/users/@me/applications/\(application)/role-connection", as: .bearer(token))
    }

    /// Says what the application's linked roles are to know of the user whose access token this is (scope
    /// `role_connections.write`).
    ///
    /// <https://docs.discord.com/developers/resources/user#update-current-user-application-role-connection>
    public static func setRoleConnection(
        _ connection: RoleConnection, with application: ApplicationID, token: Secret<String>
    ) -> APIRequest<RoleConnection> {
        .init(
            .put, "/users/@me/applications/\(application)/role-connection", body: .json(connection),
            as: .bearer(token))
    }

    /// Makes the application's linked roles forget the user whose access token this is (scope `role_connections.write`).
    /// Discord describes it without a page.
    public static func deleteRoleConnection(
        with application: ApplicationID, token: Secret<String>
    ) -> APIRequest<Void> {
        .init(.delete, "/users/@me/applications/\(application)/role-connection", as: .bearer(token))
    }
}
