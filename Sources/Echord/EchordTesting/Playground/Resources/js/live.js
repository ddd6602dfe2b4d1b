// The live events, with reconnection: after every new connection the state is loaded again, so nothing is missed.

import {store} from "./state.js";

let socket = null;
let attempt = 0;
let timer = null;
let wantsRecords = false;
let callbacks = null;

/** Calls `handler(event)` for each event and `opened()` after each (re)connection's hello. */
export function connect(handler, opened) {
    callbacks = {handler, opened};
    open();
}

/** Does not wait for the next attempt. */
export function reconnectNow() {
    if (!store.connected) open();
}

// The member is told after `hello`: one that a restarted server does not know would be refused here for ever.
function open() {
    clearTimeout(timer);
    store.retryAt = null;
    const scheme = location.protocol === "https:" ? "wss" : "ws";
    const query = new URLSearchParams({records: wantsRecords ? "1" : "0"});
    const mine = new WebSocket(`${scheme}://${location.host}/control/events?${query}`);
    socket?.close();
    socket = mine;
    store.change("connection");
    mine.onmessage = (frame) => {
        if (mine !== socket) return;
        let event;
        try {
            event = JSON.parse(frame.data);
        } catch {
            return;
        }
        if (event.type === "hello") {
            attempt = 0;
            store.connected = true;
            store.change("connection");
            callbacks.opened();
        } else {
            callbacks.handler(event);
        }
    };
    mine.onclose = () => {
        if (mine !== socket) return;
        store.connected = false;
        attempt += 1;
        // Spread, so that several open pages do not come back in the same instant.
        const wait = Math.min(15_000, 250 * 2 ** Math.min(attempt, 6)) * (0.5 + Math.random() / 2);
        store.retryAt = performance.now() + wait;
        timer = setTimeout(open, wait);
        store.change("connection");
    };
}

function send(object) {
    if (socket?.readyState === WebSocket.OPEN) socket.send(JSON.stringify(object));
}

export const lookAs = (user) => send({type: "as", user_id: user});

export function listenToRecords(on) {
    wantsRecords = on;
    send({type: "records", on});
}
