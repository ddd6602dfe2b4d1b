// The messages of the open channel. Only what changed is drawn anew, so focus and open lists stay.

import {announce, $} from "./dom.js";
import {api} from "./api.js";
import {drawMessage} from "./message.js";
import {nameOf, person, sortedMessages, store} from "./state.js";

const drawn = new Map(); // message id → {element, key}

export function startConversation() {
    store.on("messages", draw);
    store.on("messages-anew", () => {
        drawn.clear();
        draw();
    });
    store.on("typing", drawTyping);
    $("#older").addEventListener("click", older);
    // What was at the end stays at the end when the window or the message box changes its height.
    const scroller = $("#scroller");
    let atEnd = true;
    scroller.addEventListener("scroll", () => { atEnd = scroller.scrollHeight - scroller.scrollTop - scroller.clientHeight < 80; });
    new ResizeObserver(() => { if (atEnd) scroller.scrollTop = scroller.scrollHeight; }).observe(scroller);
}

function follows(message, before) {
    if (!before || message.type === 20 || message.type === 19 || message.referenced_message) return false;
    if (before.author?.id !== message.author?.id) return false;
    if ((before.local?.visible_to ?? null) !== (message.local?.visible_to ?? null)) return false;
    return Math.abs(Date.parse(message.timestamp) - Date.parse(before.timestamp)) < 300_000;
}

function draw() {
    const host = $("#messages");
    const scroller = $("#scroller");
    const atEnd = scroller.scrollHeight - scroller.scrollTop - scroller.clientHeight < 80;
    const focused = document.activeElement?.closest?.("[data-message-id]");
    const focusID = focused?.dataset.messageId;
    const focusCustom = document.activeElement?.dataset?.customId;
    const messages = sortedMessages();
    const elements = [];
    let before = null;
    for (const message of messages) {
        const joined = follows(message, before);
        const key = JSON.stringify(message) + joined;
        let entry = drawn.get(message.id);
        if (entry?.key !== key) {
            entry = {element: drawMessage(message, joined), key};
            drawn.set(message.id, entry);
        }
        elements.push(entry.element);
        before = message;
    }
    const wanted = new Set(elements);
    for (const child of [...host.children]) if (!wanted.has(child)) child.remove();
    elements.forEach((element, index) => {
        if (host.children[index] !== element) host.insertBefore(element, host.children[index] ?? null);
    });
    for (const id of [...drawn.keys()]) if (!store.messages.has(id)) drawn.delete(id);
    if (focusID && !document.activeElement?.closest?.("[data-message-id]")) {
        const element = drawn.get(focusID)?.element;
        const inner = focusCustom && element?.querySelector(`[data-custom-id="${CSS.escape(focusCustom)}"]:not(:disabled)`);
        (inner || element)?.focus({preventScroll: true});
    }
    $("#older").hidden = !store.hasOlder;
    if (atEnd) scroller.scrollTop = scroller.scrollHeight;
}

export async function loadMessages() {
    const {channelID, as} = store;
    if (!channelID || !as) {
        store.messages = new Map();
        store.hasOlder = false;
        return store.change("messages");
    }
    try {
        const {messages} = await api.messages(channelID, as);
        if (store.channelID !== channelID || store.as !== as) return;
        store.messages = new Map(messages.map((message) => [message.id, message]));
        store.hasOlder = messages.length === 50;
        store.change("messages-anew");
        $("#scroller").scrollTop = $("#scroller").scrollHeight;
    } catch (error) {
        if (store.channelID !== channelID || store.as !== as) return;
        store.messages = new Map();
        store.change("messages-anew");
        announce(error.message, "error");
    }
}

async function older() {
    const {channelID, as} = store;
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
        announce(error.message, "error");
    }
}

export function drawTyping() {
    const now = performance.now();
    for (const [id, until] of store.typing) if (until < now) store.typing.delete(id);
    const names = [...store.typing.keys()].filter((id) => id !== store.as).map((id) => nameOf(person(id)?.user));
    const text = names.length === 0 ? "" : names.length > 3 ? "Several people are typing…"
        : `${names.join(", ")} ${names.length === 1 ? "is" : "are"} typing…`;
    const host = $("#typing");
    if (host.textContent !== text) host.textContent = text;
}
