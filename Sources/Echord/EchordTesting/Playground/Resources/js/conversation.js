// The messages of the open channel. Only what changed is drawn anew, so focus and open lists stay.

import {$, $$, announce, h, say} from "./dom.js";
import {api, ControlError, tell} from "./api.js";
import {drawMessage, plainText} from "./message.js";
import {messageKeys} from "./messageactions.js";
import {channel, locale, nameOf, person, sortedMessages, store} from "./state.js";
import {isForum} from "./threads.js";
import {dayTitle} from "./timestamps.js";
import {loadFault, skeleton, welcome} from "./welcome.js";

const drawn = new Map(); // message id → {element, key}
let atEnd = true;
let unseen = 0;
let readyKey = "";

export function startConversation() {
    store.on("messages", draw);
    store.on("messages-anew", () => {
        drawn.clear();
        draw();
    });
    for (const topic of ["commands", "connection"]) store.on(topic, () => { if (store.messages.size === 0) draw(); });
    store.on("typing", drawTyping);
    $("#older").addEventListener("click", older);
    const scroller = $("#scroller");
    let before = 0;
    scroller.addEventListener("scroll", () => {
        // A picture that was loaded makes the list longer: that is no reader who went up.
        if (distance() < 80) atEnd = true;
        else if (scroller.scrollTop < before) atEnd = false;
        before = scroller.scrollTop;
        if (atEnd) seen();
        else drawLatest();
        if (scroller.scrollTop < 60 && store.hasOlder && !$("#older").disabled && store.messages.size > 0) older();
    });
    // What was at the end stays at the end when the window or the message box changes its height.
    new ResizeObserver(() => { if (atEnd) toEnd(); }).observe(scroller);
    new ResizeObserver(() => { if (atEnd) toEnd(); }).observe($("#messages"));
    $("#latest").addEventListener("click", () => {
        toEnd();
        $("#composer").focus();
    });
    $("#messages").addEventListener("keydown", move);
    store.on("place", () => {
        atEnd = true;
        seen();
    });
}

const distance = () => {
    const scroller = $("#scroller");
    return scroller.scrollHeight - scroller.scrollTop - scroller.clientHeight;
};
const toEnd = () => { $("#scroller").scrollTop = $("#scroller").scrollHeight; };

function seen() {
    unseen = 0;
    drawLatest();
}

function drawLatest() {
    const button = $("#latest");
    button.hidden = atEnd || store.messages.size === 0;
    button.textContent = unseen > 0 ? `${unseen} new ${unseen === 1 ? "message" : "messages"} ↓` : "To the latest ↓";
}

/** A new message has come: counted when it is out of sight, said to screen readers when it is not one's own. */
export function noteArrival(message) {
    if (message.author?.id === store.as || message.local?.state === "sending") return;
    if (!atEnd) unseen += 1;
    say(`${nameOf(message.author)}: ${plainText(message).slice(0, 300)}`);
}

function follows(message, before) {
    if (!before || [18, 19, 20, 23].includes(message.type) || message.poll || message.referenced_message || message.message_reference) return false;
    if (![0, 19, 20, 23].includes(before.type) || message.type !== 0 || before.author?.id !== message.author?.id) return false;
    if ((before.local?.visible_to ?? null) !== (message.local?.visible_to ?? null)) return false;
    return Math.abs(Date.parse(message.timestamp) - Date.parse(before.timestamp)) < 420_000;
}

const divider = (text, kind = "") => h(`div.day${kind}`, {role: "separator", "aria-label": text}, text);

function draw() {
    const host = $("#messages");
    const focused = document.activeElement?.closest?.("[data-message-id]");
    const focusID = focused?.dataset.messageId;
    const focusCustom = document.activeElement?.dataset?.customId;
    const messages = sortedMessages();
    const elements = [];
    let before = null;
    let day = null;
    let wasNew = false;
    for (const message of messages) {
        const date = new Date(message.timestamp).toDateString();
        const fresh = store.newSince !== null && !wasNew && BigInt(message.id) > BigInt(store.newSince) && message.author?.id !== store.as;
        if (date !== day) elements.push(keyed(`day ${date} ${locale()}`, () => divider(dayTitle(message.timestamp))));
        if (fresh) elements.push(keyed("new", () => divider("New", ".new")));
        const joined = date === day && !fresh && follows(message, before);
        elements.push(keyed(message.id, () => drawMessage(message, joined), JSON.stringify(message) + joined + locale()
            + (store.busy.get(message.id) ?? "") + (store.faults.get(message.id) ?? "") + (store.editing === message.id) + (message.thread ? `${channel(message.thread.id)?.message_count} ${channel(message.thread.id)?.name}` : "")));
        wasNew ||= fresh;
        day = date;
        before = message;
    }
    const top = store.messagesFault ? [loadFault(store.messagesFault, loadMessages)] : !store.messagesReady ? [skeleton()]
        : store.hasOlder ? [] : [keyed("welcome", welcome, welcomeKey())];
    reconcile(host, [...top, ...elements]);
    host.setAttribute("aria-busy", String(!store.messagesReady));
    for (const id of [...drawn.keys()]) if (/^\d+$/.test(id) && !store.messages.has(id)) drawn.delete(id);
    if (focusID && !document.activeElement?.closest?.("[data-message-id]")) {
        const element = drawn.get(focusID)?.element;
        const inner = focusCustom && element?.querySelector(`[data-custom-id="${CSS.escape(focusCustom)}"]:not(:disabled)`);
        (inner || element)?.focus({preventScroll: true});
    }
    const stop = $$("[data-message-id]", host);
    if (!stop.some((each) => each.tabIndex === 0)) stop.at(-1)?.setAttribute("tabindex", "0");
    $("#older").hidden = !store.hasOlder;
    if (atEnd) toEnd();
    drawLatest();
}

const welcomeKey = () => [store.channelID, store.as, store.messages.size === 0, store.commandsReady, store.myCommands.length, store.application?.connected, locale()].join();

function keyed(id, make, key = id) {
    let entry = drawn.get(id);
    if (entry?.key !== key) {
        entry = {element: make(), key};
        drawn.set(id, entry);
    }
    return entry.element;
}

function reconcile(host, elements) {
    const wanted = new Set(elements);
    for (const child of [...host.children]) if (!wanted.has(child)) child.remove();
    elements.forEach((element, index) => {
        if (host.children[index] !== element) host.insertBefore(element, host.children[index] ?? null);
    });
}

export async function loadMessages() {
    const {channelID, as} = store;
    const place = `${channelID} ${as}`;
    // A forum has posts and no messages of its own.
    if (!channelID || !as || isForum(channel(channelID))) {
        store.messages = new Map();
        store.hasOlder = false;
        store.messagesReady = true;
        return store.change("messages");
    }
    try {
        const {messages} = await api.messages(channelID, as);
        if (store.channelID !== channelID || store.as !== as) return;
        store.messages = new Map(messages.map((message) => [message.id, message]));
        store.hasOlder = messages.length === 50;
        store.messagesFault = null;
    } catch (error) {
        if (store.channelID !== channelID || store.as !== as) return;
        store.messages = new Map();
        store.hasOlder = false;
        if (!(error instanceof ControlError)) console.error(error);
        store.messagesFault = error.message;
    }
    store.messagesReady = true;
    store.change("messages-anew");
    if (readyKey !== place || atEnd) toEnd();
    readyKey = place;
}

async function older() {
    const {channelID, as} = store;
    const button = $("#older");
    button.disabled = true;
    try {
        const {messages} = await api.messages(channelID, as, sortedMessages()[0]?.id);
        if (store.channelID !== channelID || store.as !== as) return;
        const scroller = $("#scroller");
        const fromEnd = scroller.scrollHeight - scroller.scrollTop;
        for (const message of messages) store.messages.set(message.id, message);
        store.hasOlder = messages.length === 50;
        store.change("messages");
        scroller.scrollTop = scroller.scrollHeight - fromEnd;
    } catch (error) {
        tell(error);
    } finally {
        button.disabled = false;
    }
}

/** Scrolls to a message, loading what is older until it is there, and shows which it is. */
export async function jumpTo(id) {
    for (let page = 0; page < 10 && !store.messages.has(id) && store.hasOlder; page++) await older();
    const element = drawn.get(id)?.element;
    if (!element) return announce("That message is not here any more.");
    element.scrollIntoView({block: "center"});
    element.classList.remove("found");
    requestAnimationFrame(() => element.classList.add("found"));
    element.focus({preventScroll: true});
}

/** Arrows go from message to message; letters act on the one that has the focus. */
function move(event) {
    const element = event.target;
    if (!element.matches?.("[data-message-id]") || event.ctrlKey || event.metaKey || event.altKey) return;
    const all = $$("[data-message-id]", $("#messages"));
    const index = all.indexOf(element);
    const steps = {ArrowDown: index + 1, ArrowUp: index - 1, Home: 0, End: all.length - 1};
    if (event.key in steps) {
        event.preventDefault();
        const next = all[steps[event.key]];
        if (!next) return event.key === "ArrowDown" ? $("#composer").focus() : undefined;
        for (const each of all) each.tabIndex = each === next ? 0 : -1;
        next.focus();
        next.scrollIntoView({block: "nearest"});
    } else {
        const message = store.messages.get(element.dataset.messageId);
        if (message && messageKeys(event, message, element)) event.preventDefault();
    }
}

export function drawTyping() {
    const at = performance.now();
    for (const [id, until] of store.typing) if (until < at) store.typing.delete(id);
    const names = [...store.typing.keys()].filter((id) => id !== store.as).map((id) => nameOf(person(id)?.user));
    const text = names.length === 0 ? "" : names.length > 3 ? "Several people are typing…"
        : `${new Intl.ListFormat("en").format(names)} ${names.length === 1 ? "is" : "are"} typing…`;
    const host = $("#typing");
    if (host.dataset.text === text) return;
    host.dataset.text = text;
    host.replaceChildren(...text === "" ? [] : [h("span.dots", {"aria-hidden": "true"}, h("i"), h("i"), h("i")), text]);
}

