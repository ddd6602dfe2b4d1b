// The live events, with reconnection: after every new connection the state is loaded again, so nothing is missed.

import {store} from "./state.js";

let socket = null;
let attempt = 0;
let timer = null;
let wantsRecords = false;

// The member is told after `hello`: one that a restarted server does not know would be refused here for ever.
/** Calls `handler(event)` for each event and `opened()` after each (re)connection's hello. */
export function connect(handler, opened) {
    clearTimeout(timer);
    const scheme = location.protocol === "https:" ? "wss" : "ws";
    const query = new URLSearchParams({records: wantsRecords ? "1" : "0"});
    socket = new WebSocket(`${scheme}://${location.host}/control/events?${query}`);
    const mine = socket;
    socket.onmessage = (frame) => {
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
            opened();
        } else {
            handler(event);
        }
    };
    socket.onclose = () => {
        if (mine !== socket) return;
        store.connected = false;
        store.change("connection");
        attempt += 1;
        // Spread, so that several open pages do not come back in the same instant.
        const wait = Math.min(15_000, 250 * 2 ** Math.min(attempt, 6)) * (0.5 + Math.random() / 2);
        timer = setTimeout(() => connect(handler, opened), wait);
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
