// <t:seconds:style> in the reader's own zone and language, and the live "in 5 minutes" form.

import {h} from "./dom.js";
import {now} from "./state.js";

const styles = {
    t: {timeStyle: "short"},
    T: {timeStyle: "medium"},
    d: {dateStyle: "short"},
    D: {dateStyle: "long"},
    f: {dateStyle: "long", timeStyle: "short"},
    F: {dateStyle: "full", timeStyle: "short"},
    s: {dateStyle: "short", timeStyle: "short"},
    S: {dateStyle: "short", timeStyle: "medium"},
};
const formats = new Map();
const steps = [["year", 31_536_000], ["month", 2_592_000], ["day", 86_400], ["hour", 3_600], ["minute", 60], ["second", 1]];
const relativeFormat = new Intl.RelativeTimeFormat(undefined, {numeric: "auto"});

export function format(milliseconds, style = "f") {
    if (!(Math.abs(milliseconds) <= 8.64e15)) return "Invalid date";
    if (style === "R") return relative(milliseconds);
    if (!formats.has(style)) formats.set(style, new Intl.DateTimeFormat(undefined, styles[style] ?? styles.f));
    return formats.get(style).format(milliseconds);
}

export function relative(milliseconds) {
    const seconds = Math.round((milliseconds - now()) / 1000);
    for (const [unit, length] of steps) {
        if (Math.abs(seconds) >= length) return relativeFormat.format(Math.trunc(seconds / length), unit);
    }
    return relativeFormat.format(0, "second");
}

export function timestamp(seconds, style = "f") {
    const milliseconds = Number(seconds) * 1000;
    const valid = Math.abs(milliseconds) <= 8.64e15;
    return h("time.timestamp", {
        datetime: valid ? new Date(milliseconds).toISOString() : null, title: format(milliseconds, "F"),
        dataset: {ms: milliseconds, style},
    }, format(milliseconds, style));
}

/** When a message was written: the time today, else the date too. */
export function messageTime(iso) {
    const date = new Date(iso);
    const today = new Date(now()).toDateString() === date.toDateString();
    return h("time.message-time", {datetime: iso, title: format(date.getTime(), "F")},
        format(date.getTime(), today ? "t" : "s"));
}

/** Writes every relative time anew; called each second and when the clock moves. */
export function refreshRelative() {
    for (const element of document.querySelectorAll("time[data-style='R']")) {
        const text = relative(Number(element.dataset.ms));
        if (element.textContent !== text) element.textContent = text;
    }
}
