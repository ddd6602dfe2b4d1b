// What the bot received and sent, newest first.

import {announce, h, $} from "./dom.js";
import {api} from "./api.js";
import {listenToRecords} from "./live.js";
import {store} from "./state.js";

const limit = 300;
let on = false;

export function startTimeline() {
    $("#timeline-clear").addEventListener("click", async () => {
        await api.clearRecorder().catch((error) => announce(error.message, "error"));
        store.records = [];
        $("#timeline").replaceChildren();
    });
    $("#timeline-filter").addEventListener("change", redraw);
    const panel = $("#bot-panel");
    panel.addEventListener("toggle-panel", (event) => event.detail ? open() : close());
}

async function open() {
    on = true;
    listenToRecords(true);
    try {
        let after = 0;
        let entries = [];
        // Page through to the newest; the ring is bounded, and so is this.
        for (let page = 0; page < 200; page++) {
            const answer = await api.recorder(after);
            entries = [...entries, ...answer.entries].slice(-limit);
            if (answer.entries.length === 0 || answer.next === after) break;
            after = answer.next;
        }
        const known = new Set(entries.map((entry) => entry.seq));
        store.records = [...entries, ...store.records.filter((entry) => !known.has(entry.seq))].slice(-limit);
        redraw();
    } catch (error) {
        announce(error.message, "error");
    }
}

function close() {
    on = false;
    listenToRecords(false);
}

export function addRecord(entry) {
    store.records.push(entry);
    if (store.records.length > limit) store.records.shift();
    if (!on || !wanted(entry)) return;
    const list = $("#timeline");
    list.prepend(draw(entry));
    while (list.children.length > limit) list.lastElementChild.remove();
}

function wanted(entry) {
    const filter = $("#timeline-filter").value;
    if (filter === "all") return true;
    if (filter === "quiet") return !(entry.kind === "gateway" && [1, 11].includes(entry.op));
    return entry.kind === filter;
}

function redraw() {
    $("#timeline").replaceChildren(...store.records.filter(wanted).reverse().map(draw));
}

const opcodes = {0: "Dispatch", 1: "Heartbeat", 2: "Identify", 3: "Presence", 4: "Voice", 6: "Resume", 7: "Reconnect", 8: "Members", 9: "Invalid session", 10: "Hello", 11: "Heartbeat ACK"};

function draw(entry) {
    const time = h("time", {datetime: entry.time}, (entry.time ?? "").slice(11, 23));
    const toBot = entry.kind === "gateway" && entry.direction === "out";
    const title = entry.kind === "rest" ? `${entry.method} ${entry.route ?? entry.path}` : entry.t ?? opcodes[entry.op] ?? `op ${entry.op}`;
    const details = h("details.record", {dataset: {kind: entry.kind, seq: entry.seq}},
        h("summary", {}, h("span.record-arrow", {"aria-label": toBot ? "to the bot" : "from the bot", dataset: {direction: toBot ? "in" : "out"}}, toBot ? "→ bot" : "bot →"),
            h("span.record-title", {}, title.split("/").flatMap((part, index) => (index > 0 ? [h("wbr"), "/" + part] : [part]))),
            entry.status != null && h(entry.status < 400 ? "span.record-status" : "span.record-status.bad", {}, entry.status), time));
    details.addEventListener("toggle", () => {
        if (!details.open || details.children.length > 1) return;
        const parts = entry.kind === "rest" ? [["Request", entry.request], ["Response", entry.response]] : [["Payload", entry.d]];
        if (entry.kind === "rest") details.append(h("code.record-path", {}, entry.path));
        for (const [name, value] of parts) {
            if (value === null || value === undefined) continue;
            details.append(h("div.record-part", {}, name), h("pre", {tabindex: "0"}, JSON.stringify(value, null, 2)));
        }
    });
    return details;
}
