// <t:seconds:style> in the reader's own zone and the member's language, and the live "in 5 minutes" form.

import {h} from "./dom.js";
import {locale, now} from "./state.js";

const styles = {
    t: {timeStyle: "short"},
    T: {timeStyle: "medium"},
    d: {year: "numeric", month: "2-digit", day: "2-digit"},
    D: {dateStyle: "long"},
    f: {dateStyle: "long", timeStyle: "short"},
    F: {dateStyle: "full", timeStyle: "short"},
    s: {year: "numeric", month: "2-digit", day: "2-digit", hour: "numeric", minute: "2-digit"},
    S: {year: "numeric", month: "2-digit", day: "2-digit", hour: "numeric", minute: "2-digit", second: "2-digit"},
    day: {dateStyle: "full"},
};
const formats = new Map();
const steps = [["year", 31_536_000], ["month", 2_592_000], ["day", 86_400], ["hour", 3_600], ["minute", 60], ["second", 1]];

function formatter(style) {
    const key = `${locale()} ${style}`;
    if (!formats.has(key)) {
        formats.set(key, style === "R" ? new Intl.RelativeTimeFormat(locale(), {numeric: "auto"}) : new Intl.DateTimeFormat(locale(), styles[style] ?? styles.f));
    }
    return formats.get(key);
}

export function format(milliseconds, style = "f") {
    if (!(Math.abs(milliseconds) <= 8.64e15)) return "Invalid date";
    return style === "R" ? relative(milliseconds) : formatter(style).format(milliseconds);
}

function relative(milliseconds) {
    const seconds = Math.round((milliseconds - now()) / 1000);
    for (const [unit, length] of steps) {
        if (Math.abs(seconds) >= length) return formatter("R").format(Math.trunc(seconds / length), unit);
    }
    return formatter("R").format(0, "second");
}

export function timestamp(seconds, style = "f") {
    const milliseconds = Number(seconds) * 1000;
    const valid = Math.abs(milliseconds) <= 8.64e15;
    return h("time.timestamp", {
        datetime: valid ? new Date(milliseconds).toISOString() : null, title: format(milliseconds, "F"),
        dataset: {ms: milliseconds, style},
    }, format(milliseconds, style));
}

/** "in 5 minutes", kept right as time passes. */
export const relativeTime = (milliseconds) => h("time", {datetime: new Date(milliseconds).toISOString(), title: format(milliseconds, "F"),
    dataset: {ms: milliseconds, style: "R"}}, relative(milliseconds));

const dayOf = (milliseconds) => new Date(milliseconds).toDateString();

/** When a message was written: the time today, else the date too. */
export function messageTime(iso) {
    const at = Date.parse(iso);
    return h("time.message-time", {datetime: iso, title: format(at, "F")}, format(at, dayOf(now()) === dayOf(at) ? "t" : "s"));
}

/** The line between two days. */
export function dayTitle(iso) {
    const at = Date.parse(iso);
    if (dayOf(at) === dayOf(now())) return `Today, ${format(at, "D")}`;
    return format(at, "day");
}

/** Writes every relative time anew; called each second and when the clock moves. */
export function refreshRelative() {
    for (const element of document.querySelectorAll("time[data-style='R']")) {
        const text = relative(Number(element.dataset.ms));
        if (element.textContent !== text) element.textContent = text;
    }
}
