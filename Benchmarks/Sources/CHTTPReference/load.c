#define _GNU_SOURCE
#include "reference.h"

#include <arpa/inet.h>
#include <netinet/tcp.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <sys/epoll.h>
#include <sys/socket.h>
#include <time.h>
#include <unistd.h>

enum { maximum_connections = 512, buffer_size = 16384 };

static double now(void) {
    struct timespec time;
    clock_gettime(CLOCK_MONOTONIC, &time);
    return (double)time.tv_sec + (double)time.tv_nsec * 1e-9;
}

static int open_connection(int port) {
    struct sockaddr_in address = {.sin_family = AF_INET, .sin_port = htons((uint16_t)port)};
    int one = 1;
    int fd = socket(AF_INET, SOCK_STREAM, 0);
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    if (connect(fd, (struct sockaddr *)&address, sizeof address) != 0) return -1;
    setsockopt(fd, IPPROTO_TCP, TCP_NODELAY, &one, sizeof one);
    return fd;
}

/* The length of one whole response, 0 when it cannot be told. */
static size_t response_length(int fd, const char *request, char *buffer) {
    size_t count = 0;
    if (send(fd, request, strlen(request), MSG_NOSIGNAL) < 0) return 0;
    for (;;) {
        ssize_t got = recv(fd, buffer + count, buffer_size - 1 - count, 0);
        if (got <= 0) return 0;
        count += (size_t)got;
        buffer[count] = 0;
        char *end = strstr(buffer, "\r\n\r\n");
        char *length = strcasestr(buffer, "content-length: ");
        if (end == NULL || length == NULL) continue;
        size_t whole = (size_t)(end + 4 - buffer) + strtoul(length + 16, NULL, 10);
        if (count >= whole) return strncmp(buffer, "HTTP/1.1 200 ", 13) == 0 ? whole : 0;
    }
}

double reference_load(int port, int connections, double seconds, const char *request) {
    char buffer[buffer_size];
    int fds[maximum_connections];
    size_t missing[maximum_connections];
    size_t request_length = strlen(request);
    if (connections > maximum_connections) return -1;
    int epoll = epoll_create1(0);
    size_t length = 0;
    for (int index = 0; index < connections; index++) {
        struct epoll_event wanted = {.events = EPOLLIN, .data.u32 = (uint32_t)index};
        fds[index] = open_connection(port);
        if (fds[index] < 0) return -1;
        size_t measured = response_length(fds[index], request, buffer);
        if (measured == 0 || (index > 0 && measured != length)) return -1;
        length = measured;
        missing[index] = length;
        epoll_ctl(epoll, EPOLL_CTL_ADD, fds[index], &wanted);
    }
    for (int index = 0; index < connections; index++) send(fds[index], request, request_length, MSG_NOSIGNAL);
    long responses = 0;
    double start = now();
    double end = start;
    while (end - start < seconds) {
        struct epoll_event events[maximum_connections];
        int count = epoll_wait(epoll, events, maximum_connections, 1000);
        if (count <= 0) return -1;
        for (int event = 0; event < count; event++) {
            uint32_t index = events[event].data.u32;
            ssize_t got = recv(fds[index], buffer, buffer_size, MSG_DONTWAIT);
            if (got <= 0 || (size_t)got > missing[index]) return -1;
            missing[index] -= (size_t)got;
            if (missing[index] > 0) continue;
            responses++;
            missing[index] = length;
            send(fds[index], request, request_length, MSG_NOSIGNAL);
        }
        end = now();
    }
    for (int index = 0; index < connections; index++) close(fds[index]);
    close(epoll);
    return (double)responses / (end - start);
}
