#pragma once
#include <curl/curl.h>
#include <string.h>

/* Swift sees no variadic function: everything that goes through curl_*_setopt and curl_easy_getinfo is here. */

typedef struct {
    long maximum_connections;
    long maximum_connections_per_host;
    long maximum_idle_connections;
    void *context;
    curl_socket_callback socket;
    curl_multi_timer_callback timer;
} shim_curl_multi_setup;

/* A multi handle for HTTP/1.1 without pipelining; NULL when there is no memory. */
static inline CURLM *shim_curl_multi(const shim_curl_multi_setup *setup) {
    CURLM *multi = curl_multi_init();
    if (multi == NULL) return NULL;
    curl_multi_setopt(multi, CURLMOPT_PIPELINING, (long)CURLPIPE_NOTHING);
    curl_multi_setopt(multi, CURLMOPT_MAX_TOTAL_CONNECTIONS, setup->maximum_connections);
    curl_multi_setopt(multi, CURLMOPT_MAX_HOST_CONNECTIONS, setup->maximum_connections_per_host);
    curl_multi_setopt(multi, CURLMOPT_MAXCONNECTS, setup->maximum_idle_connections);
    curl_multi_setopt(multi, CURLMOPT_SOCKETFUNCTION, setup->socket);
    curl_multi_setopt(multi, CURLMOPT_SOCKETDATA, setup->context);
    curl_multi_setopt(multi, CURLMOPT_TIMERFUNCTION, setup->timer);
    curl_multi_setopt(multi, CURLMOPT_TIMERDATA, setup->context);
    return multi;
}

typedef struct {
    const char *url;
    const char *method;
    /* Whether the method announces a body, even an empty one. */
    int has_body;
    const void *body;
    size_t body_count;
    struct curl_slist *fields;
    long timeout_milliseconds;
    long connect_timeout_milliseconds;
    long low_speed_bytes_per_second;
    long low_speed_seconds;
    long idle_seconds;
    curl_off_t maximum_body;
    /* NULL means none, whatever the environment says. */
    const char *proxy;
    /* Certificates of authorities in PEM, instead of the system's. */
    const char *authorities;
    void *context;
    curl_write_callback body_received;
    curl_write_callback field_received;
} shim_curl_setup;

#define SHIM_SET(option, value)                                       \
    do {                                                              \
        CURLcode code = curl_easy_setopt(easy, option, value);        \
        if (code != CURLE_OK) return code;                            \
    } while (0)

static inline CURLcode shim_curl_set_trust(CURL *easy, const shim_curl_setup *setup) {
    SHIM_SET(CURLOPT_SSLVERSION, (long)CURL_SSLVERSION_TLSv1_2);
    SHIM_SET(CURLOPT_SSL_VERIFYPEER, 1L);
    SHIM_SET(CURLOPT_SSL_VERIFYHOST, 2L);
    if (setup->authorities != NULL) {
        struct curl_blob blob;
        blob.data = (void *)setup->authorities;
        blob.len = strlen(setup->authorities);
        blob.flags = CURL_BLOB_COPY;
        SHIM_SET(CURLOPT_CAINFO_BLOB, &blob);
        SHIM_SET(CURLOPT_CAPATH, (char *)NULL);
    }
    return CURLE_OK;
}

static inline CURLcode shim_curl_set_method(CURL *easy, const shim_curl_setup *setup) {
    if (setup->has_body) {
        SHIM_SET(CURLOPT_POST, 1L);
        SHIM_SET(CURLOPT_POSTFIELDSIZE_LARGE, (curl_off_t)setup->body_count);
        SHIM_SET(CURLOPT_COPYPOSTFIELDS, setup->body_count == 0 ? "" : (const char *)setup->body);
    } else if (strcmp(setup->method, "HEAD") == 0) {
        SHIM_SET(CURLOPT_NOBODY, 1L);
        return CURLE_OK;
    } else {
        SHIM_SET(CURLOPT_HTTPGET, 1L);
    }
    SHIM_SET(CURLOPT_CUSTOMREQUEST, setup->method);
    return CURLE_OK;
}

/* Prepares a fresh or reset handle. Everything is copied but the fields, which must outlive the transfer. */
static inline CURLcode shim_curl_prepare(CURL *easy, const shim_curl_setup *setup) {
    CURLcode code;
    SHIM_SET(CURLOPT_PRIVATE, setup->context);
    SHIM_SET(CURLOPT_NOSIGNAL, 1L);
    SHIM_SET(CURLOPT_PROTOCOLS_STR, "http,https");
    SHIM_SET(CURLOPT_REDIR_PROTOCOLS_STR, "http,https");
    SHIM_SET(CURLOPT_FOLLOWLOCATION, 0L);
    SHIM_SET(CURLOPT_PATH_AS_IS, 1L);
    SHIM_SET(CURLOPT_HTTP_VERSION, (long)CURL_HTTP_VERSION_1_1);
    SHIM_SET(CURLOPT_PROXY, setup->proxy == NULL ? "" : setup->proxy);
    SHIM_SET(CURLOPT_NOPROXY, "");
    SHIM_SET(CURLOPT_SUPPRESS_CONNECT_HEADERS, 1L);
    SHIM_SET(CURLOPT_NETRC, (long)CURL_NETRC_IGNORED);
    SHIM_SET(CURLOPT_TCP_KEEPALIVE, 1L);
    SHIM_SET(CURLOPT_MAXAGE_CONN, setup->idle_seconds);
    SHIM_SET(CURLOPT_TIMEOUT_MS, setup->timeout_milliseconds);
    SHIM_SET(CURLOPT_CONNECTTIMEOUT_MS, setup->connect_timeout_milliseconds);
    SHIM_SET(CURLOPT_LOW_SPEED_LIMIT, setup->low_speed_bytes_per_second);
    SHIM_SET(CURLOPT_LOW_SPEED_TIME, setup->low_speed_seconds);
    SHIM_SET(CURLOPT_MAXFILESIZE_LARGE, setup->maximum_body);
    SHIM_SET(CURLOPT_HTTPHEADER, setup->fields);
    SHIM_SET(CURLOPT_WRITEFUNCTION, setup->body_received);
    SHIM_SET(CURLOPT_WRITEDATA, setup->context);
    SHIM_SET(CURLOPT_HEADERFUNCTION, setup->field_received);
    SHIM_SET(CURLOPT_HEADERDATA, setup->context);
    code = shim_curl_set_trust(easy, setup);
    if (code == CURLE_OK) code = shim_curl_set_method(easy, setup);
    /* Last: its own faults are the caller's, not ours. */
    if (code == CURLE_OK) code = curl_easy_setopt(easy, CURLOPT_URL, setup->url);
    return code;
}

#undef SHIM_SET

static inline long shim_curl_status(CURL *easy) {
    long status = 0;
    curl_easy_getinfo(easy, CURLINFO_RESPONSE_CODE, &status);
    return status;
}

/* OpenSSL's verdict on the peer's certificate, 0 when it was content. */
static inline long shim_curl_verdict(CURL *easy) {
    long verdict = 0;
    curl_easy_getinfo(easy, CURLINFO_SSL_VERIFYRESULT, &verdict);
    return verdict;
}

static inline void *shim_curl_context(CURL *easy) {
    char *context = NULL;
    curl_easy_getinfo(easy, CURLINFO_PRIVATE, &context);
    return context;
}

/* The next finished transfer; NULL when there is none. */
static inline CURL *shim_curl_next_finished(CURLM *multi, int *code) {
    int left = 0;
    CURLMsg *message;
    while ((message = curl_multi_info_read(multi, &left)) != NULL) {
        if (message->msg != CURLMSG_DONE) continue;
        *code = (int)message->data.result;
        return message->easy_handle;
    }
    return NULL;
}

static inline int shim_curl_on_socket(CURLM *multi, int fd, int readable, int writable, int failed) {
    int running = 0;
    int events = (readable ? CURL_CSELECT_IN : 0) | (writable ? CURL_CSELECT_OUT : 0) | (failed ? CURL_CSELECT_ERR : 0);
    return (int)curl_multi_socket_action(multi, fd, events, &running);
}

static inline int shim_curl_on_timer(CURLM *multi) {
    int running = 0;
    return (int)curl_multi_socket_action(multi, CURL_SOCKET_TIMEOUT, 0, &running);
}

static inline int shim_curl_global_init(void) { return (int)curl_global_init(CURL_GLOBAL_DEFAULT); }
