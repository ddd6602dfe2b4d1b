#pragma once

/* The same JSON route as ours, in C on libmicrohttpd, on a thread of its own. Returns its port, 0 on failure. */
int reference_server_start(void);

/*
 Asks `request` over and over on `connections` kept connections to 127.0.0.1:`port`, one request at a time on each, for
 `seconds`. Every response must be as long as the first one. Returns responses per second, negative on failure.
 */
double reference_load(int port, int connections, double seconds, const char *request);
