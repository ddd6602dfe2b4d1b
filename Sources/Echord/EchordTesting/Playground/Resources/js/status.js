// How things stand: the bot's light, and banners that say what is wrong and what helps.

import {$, announce, h} from "./dom.js";
import {showTab} from "./botpanel.js";
import {endFaults, faultsInWords} from "./faults.js";
import {icon} from "./icons.js";
import {reconnectNow} from "./live.js";
import {load} from "./navigation.js";
import {botName, store} from "./state.js";

let wasLost = false;

export function startStatus() {
    for (const topic of ["connection", "state", "faults"]) store.on(topic, draw);
    draw();
}

function draw() {
    const bot = $("#bot-status");
    const [text, kind] = !store.connected ? [store.wasConnected ? "Reconnecting" : "Connecting", "warn"]
        : store.application?.connected ? [`${botName()} online`, "good"] : [`${botName()} offline`, "bad"];
    bot.dataset.kind = kind;
    if (bot.dataset.text !== text) {
        bot.dataset.text = text;
        bot.title = text;
        bot.replaceChildren(h("span", {}, text));
        bot.setAttribute("aria-label", text);
    }
    if (store.connected) {
        if (wasLost) announce("Connected again: everything here is up to date.", "good");
        wasLost = false;
        store.wasConnected = true;
    } else if (store.wasConnected) {
        wasLost = true;
    }
    $("#app").dataset.connected = String(store.connected);
    drawBanner();
}

/** Called each second too, for the countdown. */
export function drawBanner() {
    const host = $("#banners");
    const made = banner();
    const key = made ? made.key : "";
    if (host.dataset.key !== key) {
        host.dataset.key = key;
        host.replaceChildren(...made ? [h("div.banner", {dataset: {kind: made.kind}, role: made.kind === "bad" ? "alert" : "status"},
            icon("warning"), h("span", {}, made.text, " ", h("span.banner-more", {"aria-live": "off"})), made.buttons && h("span.banner-buttons", {}, made.buttons))] : []);
    }
    const more = $(".banner-more", host);
    if (more && more.textContent !== (made.more ?? "")) more.textContent = made.more ?? "";
}

function banner() {
    const button = (text, action) => h("button.button.small", {type: "button", onclick: action}, text);
    if (!store.connected) {
        if (!store.wasConnected && store.retryAt === null) return null;
        const left = store.retryAt === null ? 0 : Math.max(0, Math.ceil((store.retryAt - performance.now()) / 1000));
        return {
            key: "lost", kind: "bad", text: "The local Discord does not answer. If it was stopped, start it again (make run).",
            more: left > 0 ? `Next attempt in ${left} s.` : "Trying…", buttons: [button("Try now", reconnectNow)],
        };
    }
    if (store.loadFault) {
        return {key: "load" + store.loadFault, kind: "bad", text: `The world could not be loaded: ${store.loadFault}`, buttons: [button("Try again", load)]};
    }
    if (store.application && !store.application.connected) {
        return {key: "offline", kind: "warn", text: `${botName()} is not connected. Its commands and buttons get no answer until it is back; members can write all the same.`};
    }
    const faults = faultsInWords();
    if (faults !== "") {
        return {key: "faults" + faults, kind: "warn", text: `On purpose: ${faults}.`, buttons: [button("Show", () => showTab("faults")), button("Switch off", endFaults)]};
    }
    return null;
}
