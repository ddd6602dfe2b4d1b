// The clock of the local Discord: every rule follows it, and it can be stopped and moved.

import {$, announce, h} from "./dom.js";
import {api, tell} from "./api.js";
import {showTab} from "./botpanel.js";
import {icon} from "./icons.js";
import {now, setClock, store} from "./state.js";
import {format} from "./timestamps.js";

const steps = [["+3 s", 3_000, "so long a bot may take for an answer"], ["+1 min", 60_000], ["+15 min", 900_000, "so long an interaction's token holds"], ["+1 h", 3_600_000],
    ["+1 day", 86_400_000], ["+1 week", 604_800_000]];

export function startClock() {
    store.on("clock", tick);
    $("#clock-state").addEventListener("click", () => showTab("clock"));
}

export function drawClock(panel) {
    const set = h("input.field.small", {type: "datetime-local", step: "1", id: "clock-set", "aria-label": "Move the clock to", value: localText(now())});
    panel.append(h("section.panel-part", {"aria-label": "Clock"},
        h("p", {}, "Timers, rate limits, deadlines and everything the bot sees of Discord's time follow this clock."),
        h("time.clock-now", {id: "clock-now", role: "timer", "aria-live": "off"}),
        h("div.clock-buttons", {}, h("button.button.small", {id: "clock-toggle", type: "button", onclick: () => move({action: store.clock?.running ? "stop" : "start"})}),
            steps.map(([text, amount, why]) => h("button.button.small", {type: "button", dataset: {advance: amount}, title: why ? `${text}: ${why}` : text,
                onclick: () => move({advance_ms: amount}, text)}, text)))),
    h("form.panel-part", {onsubmit: (event) => {
        event.preventDefault();
        const target = new Date(set.value).getTime();
        const ahead = Math.round(target - now());
        if (!Number.isFinite(target)) announce("That is no time.", "error");
        else if (ahead < 0) announce("The clock only moves forward, as Discord's does.", "error");
        else move({advance_ms: ahead}, format(target, "S"));
    }}, h("h3", {}, h("label", {for: "clock-set"}, "Move it to")), set, h("button.button.small", {type: "submit"}, "Move there")),
    h("p.hint", {id: "clock-note", role: "status"}));
    tick();
}

const localText = (milliseconds) => {
    const date = new Date(milliseconds - new Date(milliseconds).getTimezoneOffset() * 60_000);
    return date.toISOString().slice(0, 19);
};

/** Called each second and when the clock was moved. */
export function tick() {
    if (!store.clock) return;
    const state = $("#clock-state");
    if (state.hidden !== store.clock.running) {
        state.hidden = store.clock.running;
        state.replaceChildren(icon("clock", true), h("span", {}, "Clock stopped"));
        state.setAttribute("aria-label", "The clock is stopped. Show the clock");
    }
    const element = $("#clock-now");
    if (!element) return;
    const text = format(now(), "S");
    if (element.textContent !== text) element.textContent = text;
    $("#clock-toggle").textContent = store.clock.running ? "Stop" : "Start";
}

async function move(body, text) {
    const buttons = [...document.querySelectorAll("#tab-panel button")];
    const note = $("#clock-note");
    for (const button of buttons) button.disabled = true;
    if (note) note.textContent = body.advance_ms > 0 ? "Moving the clock; everything that falls due on the way happens now…" : "";
    const focused = document.activeElement;
    try {
        setClock((await api.clock(body)).clock);
        if (note) note.textContent = body.advance_ms === undefined ? (store.clock.running ? "The clock runs." : "The clock stands still until it is started or moved.") : `Moved: ${text}.`;
    } catch (error) {
        if (note) note.textContent = "";
        tell(error);
    }
    for (const button of buttons) button.disabled = false;
    if (buttons.includes(focused)) focused.focus();
}
