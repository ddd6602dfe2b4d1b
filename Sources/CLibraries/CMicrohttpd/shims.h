#pragma once
#include <errno.h>
#include <fcntl.h>
#include <microhttpd.h>
#include <netinet/in.h>
#include <stdarg.h>
#include <stdio.h>
#include <sys/socket.h>

/* Swift sees neither variadic functions nor va_list callbacks: this header brings both over. */

/* Receives MHD's own messages, formatted. Must live as long as the daemon. */
typedef struct {
    void *context;
    void (*line)(void *context, const char *text);
} shim_mhd_log;

static void shim_mhd_log_line(void *closure, const char *format, va_list arguments) {
    const shim_mhd_log *log = (const shim_mhd_log *)closure;
    char text[256];
    vsnprintf(text, sizeof text, format, arguments);
    log->line(log->context, text);
}

/* MHD decodes the target in place; we parse the raw one ourselves. */
static size_t shim_mhd_keep_target(void *closure, struct MHD_Connection *connection, char *text) {
    size_t length = 0;
    (void)closure;
    (void)connection;
    while (text[length] != 0) length++;
    return length;
}

typedef struct {
    int listening_socket;
    unsigned int connection_limit;
    size_t connection_memory;
    void *context;
    const shim_mhd_log *log;
    MHD_AcceptPolicyCallback accept;
    MHD_AccessHandlerCallback handle;
    void *(*target)(void *context, const char *target, struct MHD_Connection *connection);
    MHD_RequestCompletedCallback completed;
    MHD_NotifyConnectionCallback connection;
} shim_mhd_setup;

/* A daemon without a thread and without timeouts of its own; it takes over the listening socket. */
static inline struct MHD_Daemon *shim_mhd_start(const shim_mhd_setup *setup) {
    return MHD_start_daemon(
        MHD_USE_EPOLL | MHD_ALLOW_SUSPEND_RESUME | MHD_ALLOW_UPGRADE | MHD_USE_ERROR_LOG, 0, setup->accept,
        setup->context, setup->handle, setup->context,
        /* First, so that it hears of every fault in what follows. */
        MHD_OPTION_EXTERNAL_LOGGER, shim_mhd_log_line, (void *)setup->log,
        MHD_OPTION_LISTEN_SOCKET, setup->listening_socket,
        MHD_OPTION_CONNECTION_LIMIT, setup->connection_limit,
        MHD_OPTION_CONNECTION_MEMORY_LIMIT, setup->connection_memory,
        MHD_OPTION_CONNECTION_TIMEOUT, 0u,
        /* We are stricter ourselves, and its refusal of a missing Host writes the response's head twice. */
        MHD_OPTION_STRICT_FOR_CLIENT, 0,
        MHD_OPTION_UNESCAPE_CALLBACK, shim_mhd_keep_target, NULL,
        MHD_OPTION_URI_LOG_CALLBACK, setup->target, setup->context,
        MHD_OPTION_NOTIFY_COMPLETED, setup->completed, setup->context,
        MHD_OPTION_NOTIFY_CONNECTION, setup->connection, setup->context,
        MHD_OPTION_END);
}

static inline int shim_mhd_epoll(struct MHD_Daemon *daemon) {
    const union MHD_DaemonInfo *info = MHD_get_daemon_info(daemon, MHD_DAEMON_INFO_EPOLL_FD);
    return info == NULL ? -1 : info->epoll_fd;
}

/* Whether the daemon has work that no descriptor will announce. */
static inline int shim_mhd_has_pending_work(struct MHD_Daemon *daemon) {
    MHD_UNSIGNED_LONG_LONG timeout = 0;
    return MHD_get_timeout(daemon, &timeout) == MHD_YES && timeout == 0;
}

static inline const struct sockaddr *shim_mhd_client_address(struct MHD_Connection *connection) {
    const union MHD_ConnectionInfo *info =
        MHD_get_connection_info(connection, MHD_CONNECTION_INFO_CLIENT_ADDRESS);
    return info == NULL ? NULL : info->client_addr;
}

static inline int shim_mhd_socket(struct MHD_Connection *connection) {
    const union MHD_ConnectionInfo *info =
        MHD_get_connection_info(connection, MHD_CONNECTION_INFO_CONNECTION_FD);
    return info == NULL ? -1 : info->connect_fd;
}

static inline void *shim_mhd_socket_context(struct MHD_Connection *connection) {
    const union MHD_ConnectionInfo *info =
        MHD_get_connection_info(connection, MHD_CONNECTION_INFO_SOCKET_CONTEXT);
    return info == NULL ? NULL : info->socket_context;
}

/* Bytes of the request line and the header fields, with the empty line; 0 when not yet known. */
static inline size_t shim_mhd_head_size(struct MHD_Connection *connection) {
    const union MHD_ConnectionInfo *info =
        MHD_get_connection_info(connection, MHD_CONNECTION_INFO_REQUEST_HEADER_SIZE);
    return info == NULL ? 0 : info->header_size;
}

static inline int shim_mhd_field_count(struct MHD_Connection *connection) {
    return MHD_get_connection_values(connection, MHD_HEADER_KIND, NULL, NULL);
}

/* The trailer fields that lie at `start` or behind it: how many, and the end of the last one's value; NULL without any.
   When the section comes in pieces, MHD counts the last header field among them, which lies before. */
typedef struct {
    const char *start;
    const char *end;
    int count;
} shim_mhd_trailers;

static enum MHD_Result shim_mhd_note_trailer(
    void *closure, enum MHD_ValueKind kind, const char *name, size_t name_size, const char *value, size_t value_size) {
    shim_mhd_trailers *trailers = (shim_mhd_trailers *)closure;
    (void)kind;
    (void)name_size;
    if (name < trailers->start || value < trailers->start) return MHD_YES;
    trailers->count++;
    if (trailers->end == NULL || value + value_size > trailers->end) trailers->end = value + value_size;
    return MHD_YES;
}

static inline shim_mhd_trailers shim_mhd_trailers_from(struct MHD_Connection *connection, const void *start) {
    shim_mhd_trailers trailers = { (const char *)start, NULL, 0 };
    MHD_get_connection_values_n(connection, MHD_FOOTER_KIND, shim_mhd_note_trailer, &trailers);
    return trailers;
}

/* Whether the client has neither ended nor reset the connection. */
static inline int shim_mhd_has_peer(struct MHD_Connection *connection) {
    char byte;
    ssize_t got = recv(shim_mhd_socket(connection), &byte, 1, MSG_PEEK | MSG_DONTWAIT);
    return got > 0 || (got < 0 && (errno == EAGAIN || errno == EWOULDBLOCK));
}

static inline struct MHD_Response *shim_mhd_response(size_t count, const void *bytes) {
    return MHD_create_response_from_buffer(count, (void *)bytes, MHD_RESPMEM_MUST_COPY);
}

static inline enum MHD_Result shim_mhd_close_upgraded(struct MHD_UpgradeResponseHandle *handle) {
    return MHD_upgrade_action(handle, MHD_UPGRADE_ACTION_CLOSE);
}

static inline int shim_mhd_is_started(enum MHD_ConnectionNotificationCode code) {
    return code == MHD_CONNECTION_NOTIFY_STARTED;
}

/* A second descriptor of a socket, closed on exec; -1 when there is none to be had. */
static inline int shim_mhd_duplicate(int fd) { return fcntl(fd, F_DUPFD_CLOEXEC, 0); }
