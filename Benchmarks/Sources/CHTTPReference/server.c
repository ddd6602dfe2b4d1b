#define _GNU_SOURCE
#include "reference.h"

#include <microhttpd.h>
#include <pthread.h>
#include <stdio.h>
#include <sys/epoll.h>

static enum MHD_Result answer(void *closure, struct MHD_Connection *connection, const char *url, const char *method,
                              const char *version, const char *data, size_t *count, void **context) {
    static int seen;
    (void)closure, (void)method, (void)version, (void)data, (void)count;
    if (*context == NULL) {
        *context = &seen;
        return MHD_YES;
    }
    char text[128];
    int length = snprintf(text, sizeof text, "{\"ok\":true,\"path\":\"%s\"}", url);
    struct MHD_Response *response = MHD_create_response_from_buffer((size_t)length, text, MHD_RESPMEM_MUST_COPY);
    MHD_add_response_header(response, "Content-Type", "application/json");
    enum MHD_Result result = MHD_queue_response(connection, 200, response);
    MHD_destroy_response(response);
    return result;
}

static void *serve(void *argument) {
    struct MHD_Daemon *daemon = argument;
    /* Nested in another epoll, as in our server. */
    int epoll = epoll_create1(0);
    struct epoll_event wanted = {.events = EPOLLIN};
    epoll_ctl(epoll, EPOLL_CTL_ADD, MHD_get_daemon_info(daemon, MHD_DAEMON_INFO_EPOLL_FD)->epoll_fd, &wanted);
    for (;;) {
        struct epoll_event events[8];
        MHD_UNSIGNED_LONG_LONG timeout;
        int wait = MHD_get_timeout(daemon, &timeout) == MHD_YES ? (int)timeout : -1;
        epoll_wait(epoll, events, 8, wait);
        MHD_run(daemon);
    }
    return NULL;
}

int reference_server_start(void) {
    pthread_t thread;
    struct MHD_Daemon *daemon =
        MHD_start_daemon(MHD_USE_EPOLL | MHD_ALLOW_SUSPEND_RESUME, 0, NULL, NULL, answer, NULL,
                         MHD_OPTION_CONNECTION_LIMIT, 2000, MHD_OPTION_END);
    if (daemon == NULL || pthread_create(&thread, NULL, serve, daemon) != 0) return 0;
    pthread_setname_np(thread, "reference");
    return MHD_get_daemon_info(daemon, MHD_DAEMON_INFO_BIND_PORT)->port;
}
