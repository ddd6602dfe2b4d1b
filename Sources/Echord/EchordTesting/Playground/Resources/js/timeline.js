// What the bot was told and what it asked, the newest first: filtered, searched, opened to the last field.

import {$, copyText, h, iconButton} from "./dom.js";
import {api, tell} from "./api.js";
import {showTab} from "./botpanel.js";
import {icon} from "./icons.js";
import {jsonTree} from "./jsontree.js";
import {listenToRecords} from "./live.js";
import {plainText} from "./message.js";
import {botName, channel, nameOf, person, store} from "./state.js";

const limit = 1000;
const shownAtFirst = 200;
const filters = {all: "All", events: "Events", calls: "Calls", errors: "Errors"};
const view = {filter: "all", search: "", heartbeats: false, scope: null, more: false};
let isOpen = false;

// --- opening ---

export function openTimeline() {
    if (isOpen) return;
    isOpen = true;
    listenToRecords(true);
    load();
}

export function closeTimeline() {
    isOpen = false;
    listenToRecords(false);
}

/** Reads what the recorder has; called too after a reconnection. */
export async function load() {
    if (!isOpen) return;
    try {
        let after = 0;
        let entries = [];
        // The ring is bounded, and so is this.
        for (let page = 0; page < 30; page++) {
            const answer = await api.recorder(after);
            entries = [...entries, ...answer.entries].slice(-limit);
            if (answer.entries.length < 1000 || answer.next === after) break;
            after = answer.next;
        }
        const known = new Set(entries.map((entry) => entry.seq));
        store.records = [...entries, ...store.records.filter((entry) => !known.has(entry.seq) && entry.seq > (entries.at(-1)?.seq ?? 0))].slice(-limit);
        redraw();
    } catch (error) {
        tell(error);
    }
}

/** Shows only what has to do with a message: its events, its edits, the interaction that made it. */
export function showTimelineOf(message) {
    const ids = [message.id, message.local?.interaction_id, message.interaction_metadata?.id].filter(Boolean);
    view.scope = {ids: [...new Set(ids)], text: plainText(message).slice(0, 60) || "a message"};
    Object.assign(view, {filter: "all", search: "", more: false});
    showTab("timeline");
}

// --- entries ---

const isHeartbeat = (entry) => entry.kind === "gateway" && [1, 11].includes(entry.op);
const isError = (entry) => (entry.kind === "rest" ? entry.status >= 400 : [7, 9].includes(entry.op));
const textOf = (entry) => (entry.text ??= JSON.stringify(entry).toLowerCase());

function wanted(entry) {
    if (!view.heartbeats && isHeartbeat(entry)) return false;
    if (view.filter === "events" && entry.kind !== "gateway" || view.filter === "calls" && entry.kind !== "rest" || view.filter === "errors" && !isError(entry)) return false;
    if (view.scope && !view.scope.ids.some((id) => textOf(entry).includes(id))) return false;
    return view.search === "" || view.search.split(/\s+/).every((word) => textOf(entry).includes(word));
}

export function addRecord(entry) {
    if (store.records.some((known) => known.seq === entry.seq)) return;
    store.records.push(entry);
    if (store.records.length > limit) store.records.shift();
    const list = $("#timeline");
    if (!list || !wanted(entry)) return;
    $(".empty", list)?.remove();
    list.prepend(draw(entry));
    while (list.children.length > (view.more ? limit : shownAtFirst)) list.lastElementChild.remove();
    tellCount();
}

// --- the tab ---

export function drawTimeline(panel) {
    const search = h("input.field.small", {
        type: "search", placeholder: "Search names, paths, payloads", "aria-label": "Search the timeline", value: view.search, oninput: () => {
            view.search = search.value.trim().toLowerCase();
            redraw();
        },
    });
    const buttons = Object.entries(filters).map(([name, text]) => h("button.button.small", {
        type: "button", dataset: {filter: name}, "aria-pressed": String(view.filter === name), onclick: (event) => {
            view.filter = name;
            for (const each of event.currentTarget.parentElement.children) each.setAttribute("aria-pressed", String(each === event.currentTarget));
            redraw();
        },
    }, text));
    const beats = h("label.hint", {}, h("input", {type: "checkbox", checked: view.heartbeats, onchange: (event) => {
        view.heartbeats = event.target.checked;
        redraw();
    }}), " Heartbeats");
    panel.append(h("div.timeline-tools", {}, search, h("button.button.small", {type: "button", onclick: clear}, "Clear"), h("div.filters.wide", {role: "group", "aria-label": "Show"}, buttons, beats)),
        h("div", {id: "timeline-scope"}), h("p.hint", {id: "timeline-count", role: "status"}), h("div", {id: "timeline"}));
    redraw();
}

async function clear() {
    await api.clearRecorder().catch((error) => tell(error));
    store.records = [];
    view.scope = null;
    redraw();
}

function redraw() {
    const list = $("#timeline");
    if (!list) return;
    const scope = $("#timeline-scope");
    scope.replaceChildren(...view.scope ? [h("div.scope", {}, h("span", {}, "About “", view.scope.text, "”"), iconButton("close", "Show everything", () => {
        view.scope = null;
        redraw();
    }, {small: true}))] : []);
    const found = store.records.filter(wanted).reverse();
    const shown = view.more ? found : found.slice(0, shownAtFirst);
    list.replaceChildren(...shown.map(draw));
    if (found.length === 0) list.append(h("p.empty", {}, store.records.length === 0 ? `Nothing yet: here stands what ${botName()} is told and what it asks.` : "Nothing fits."));
    if (found.length > shown.length) list.append(h("button.button.small", {type: "button", onclick: () => {
        view.more = true;
        redraw();
    }}, `Show ${found.length - shown.length} older`));
    tellCount();
}

function tellCount() {
    const count = store.records.filter(wanted).length;
    $("#timeline-count").textContent = count === 0 ? "" : `${count} ${count === 1 ? "entry" : "entries"}, the newest first`;
}

const opcodes = {0: "Dispatch", 1: "Heartbeat", 2: "Identify", 3: "Presence", 4: "Voice state", 6: "Resume", 7: "Reconnect", 8: "Request members", 9: "Invalid session",
    10: "Hello", 11: "Heartbeat acknowledged", 31: "Request soundboard"};

/** In a few words what the entry is about: who, where, which command. */
function gist(entry) {
    const data = entry.kind === "rest" ? entry.request ?? entry.response : entry.d;
    if (!data || typeof data !== "object") return "";
    const user = data.member?.user ?? data.user ?? data.author;
    const words = [user && nameOf(person(user.id)?.user ?? user), data.channel_id && channel(data.channel_id) && "#" + channel(data.channel_id).name,
        data.data?.name && [1, undefined].includes(data.data.type) ? "/" + [data.data.name, ...subcommands(data.data.options)].join(" ") : data.data?.name,
        data.data?.custom_id?.slice(0, 40),
        typeof data.content === "string" && data.content.slice(0, 60), entry.status >= 400 && entry.response?.message];
    return words.filter(Boolean).join(" · ");
}

const subcommands = (options) => {
    const inner = (options ?? []).find((option) => option.type === 1 || option.type === 2);
    return inner ? [inner.name, ...subcommands(inner.options)] : [];
};

function draw(entry) {
    const isCall = entry.kind === "rest";
    const toBot = !isCall && entry.direction === "out";
    const title = isCall ? `${entry.method} ${entry.route ?? entry.path}` : entry.t ?? opcodes[entry.op] ?? `op ${entry.op}`;
    const took = entry.elapsed_ms == null ? "" : `${entry.elapsed_ms < 10 ? Math.round(entry.elapsed_ms * 10) / 10 : Math.round(entry.elapsed_ms)} ms`;
    const body = h("div.record-body");
    const details = h("details.record", {dataset: {kind: entry.kind, seq: entry.seq, title}, ontoggle: () => { if (details.open && body.childElementCount === 0) fill(body, entry); }},
        h("summary", {}, h("span.record-arrow", {dataset: {direction: toBot ? "in" : "out"}, title: toBot ? "to the bot" : "from the bot"}, icon(toBot ? "in" : "out", true),
            h("span.hidden-text", {}, toBot ? "To the bot:" : "From the bot:")),
        h("span.record-title", {}, title.split("/").flatMap((part, index) => (index > 0 ? [h("wbr"), "/" + part] : [part]))),
        h("span.record-side", {}, isCall && h(entry.status < 400 ? "span.record-status" : "span.record-status.bad", {}, entry.status), isCall && took ? ` ${took}` : ""),
        h("span.record-gist", {}, gist(entry)), h("time.record-time", {datetime: entry.time}, (entry.time ?? "").slice(11, 23))), body);
    return details;
}

function fill(body, entry) {
    if (entry.kind === "rest") body.append(h("code.record-path", {}, entry.path));
    else body.append(h("span.record-path", {}, [`op ${entry.op}`, entry.s != null && `sequence ${entry.s}`, entry.shard != null && `shard ${entry.shard}`].filter(Boolean).join(" · ")));
    const parts = entry.kind === "rest" ? [["Request", entry.request], ["Response", entry.response]] : [["Payload", entry.d]];
    for (const [name, value] of parts) {
        if (value === null || value === undefined) continue;
        body.append(h("div.record-part", {}, name, iconButton("copy", `Copy the ${name.toLowerCase()}`, () => copyText(JSON.stringify(value, null, 2)), {small: true})), jsonTree(value));
    }
}
