// Faults made on purpose: how the bot takes it when Discord does not do as it should.

import {announce, h} from "./dom.js";
import {api, tell} from "./api.js";
import {icon} from "./icons.js";
import {botName, store} from "./state.js";

const answers = [
    ["", "What is right", "Requests are answered as ever."],
    ["server_error", "500", "Discord has an error of its own; nothing is done."],
    ["bad_gateway", "502", "A proxy answers with a page; nothing is done."],
    ["lost", "502, though it was done", "The work is done and its answer is lost: doing it again would do it twice."],
    ["malformed", "Half an answer", "The work is done and half of the JSON comes back."],
    ["rate_limit", "429", "The limit of that route is used up."],
    ["shared_rate_limit", "429, shared", "A limit that all bots share is used up."],
    ["global_rate_limit", "429, global", "The limit of everything the bot asks is used up."],
    ["blocked", "429, shut out", "Cloudflare's page for an address with too many invalid requests."],
    ["missing_permissions", "403", "Missing Permissions."],
];
const scopes = [["all", "all requests"], ["interactions", "answers to interactions"], ["others", "all but answers to interactions"]];
const counts = [["", "until it is switched off"], ["1", "once"], ["3", "3 times"], ["10", "10 times"]];
const delays = [0, 500, 2000, 4000, 10_000];

const strikes = [
    {label: "Reconnect", body: {action: "reconnect"}, why: "Opcode 7: the bot is asked to connect anew and to resume."},
    {label: "Disconnect", body: {action: "close", code: 4000}, why: "Closed with 4000; the bot resumes."},
    {label: "Cut the line", body: {action: "drop"}, why: "The connection ends without a word; the bot resumes."},
    {label: "Half-open", body: {action: "freeze"}, why: "The connection stays and nothing comes through: the bot notices by its heartbeats."},
    {label: "Invalid session", body: {action: "invalid_session"}, why: "Opcode 9: the session is lost, the bot begins a new one."},
    {label: "Last event again", body: {action: "repeat", count: 1}, why: "Redelivered with its old number: it must have no second effect."},
];

export function startFaults() {
    store.on("faults", () => {
        const panel = document.querySelector("#faults-panel");
        if (panel) fill(panel);
    });
    store.on("connection", () => {
        for (const button of document.querySelectorAll("#faults-panel [data-strike]")) button.disabled = !store.application?.connected;
    });
}

/** What goes wrong now, in a few words; empty when nothing does. */
export function faultsInWords() {
    const now = store.discordFaults;
    if (!now) return "";
    const answer = answers.find(([value]) => value === now.answer);
    const left = now.count === null ? "" : now.count === 1 ? ", once" : `, ${now.count} times`;
    const out = now.unavailable_guilds.map((id) => store.guilds.find((guild) => guild.id === id)?.name ?? id);
    return [
        answer && answer[0] !== "" && `${answer[1]} for ${scopes.find(([value]) => value === now.requests)?.[1]}${left}`,
        (now.latency_ms > 0 || now.jitter_ms > 0) && `requests take ${now.latency_ms / 1000}${now.jitter_ms > 0 ? ` to ${(now.latency_ms + now.jitter_ms) / 1000}` : ""} s`,
        out.length > 0 && `${out.join(", ")} unavailable`,
    ].filter(Boolean).join(" · ");
}

export async function endFaults() {
    try {
        await api.endFaults();
        announce("Everything works again.", "good");
    } catch (error) {
        tell(error);
    }
}

async function change(body) {
    try {
        await api.changeFaults(body);
    } catch (error) {
        tell(error);
        store.change("faults");
    }
}

async function strike({label, body}) {
    try {
        await api.strikeGateway(body);
        announce(`${label}: done. The timeline shows what ${botName()} does now.`);
    } catch (error) {
        tell(error);
    }
}

export function drawFaults(panel) {
    const host = h("div.panel-part", {id: "faults-panel"});
    panel.append(host);
    fill(host);
}

function fill(host) {
    const now = store.discordFaults;
    const focused = document.activeElement?.id;
    if (!now) return host.replaceChildren(h("p.hint", {}, "Loading…"));
    const words = faultsInWords();
    host.replaceChildren(
        h("p", {}, `Things go wrong on purpose for ${botName()} alone: what members do here always works.`),
        h("div.fault-state", {role: "status", dataset: {active: words !== ""}}, icon(words ? "warning" : "check", true), h("span", {}, words || "Nothing goes wrong."),
            words !== "" && h("button.button.small", {id: "faults-off", type: "button", onclick: endFaults}, "Switch off")),
        h("h3", {}, "Its requests"),
        choice("fault-answer", "Answer with", answers.map(([value, text]) => [value, text]), now.answer ?? "", (value) => change({answer: value || null}),
            answers.find(([value]) => value === (now.answer ?? ""))[2]),
        choice("fault-requests", "For", scopes, now.requests, (value) => change({requests: value})),
        choice("fault-count", "How often", countsWith(now.count), now.count === null ? "" : String(now.count), (value) => change({count: value ? Number(value) : null})),
        choice("fault-latency", "Delay", withValue(delays, now.latency_ms).map((each) => [String(each), each === 0 ? "no time" : `${each / 1000} s`]), String(now.latency_ms),
            (value) => change({latency_ms: Number(value)}), "From 3 s on, answers to interactions come too late."),
        choice("fault-jitter", "Jitter", withValue(delays, now.jitter_ms).map((each) => [String(each), each === 0 ? "nothing more" : `up to ${each / 1000} s more`]), String(now.jitter_ms),
            (value) => change({jitter_ms: Number(value)})),
        h("h3", {}, "Its connection"),
        h("div.strikes", {}, strikes.map((each) => h("div.strike", {}, h("button.button.small", {
            type: "button", dataset: {strike: each.body.action}, disabled: !store.application?.connected, onclick: () => strike(each),
        }, each.label), h("span.hint", {}, each.why)))),
        h("h3", {}, "Servers that are unavailable"),
        h("div", {}, store.guilds.map((guild) => h("label.switch-row", {}, guild.name, h("input", {
            type: "checkbox", id: `outage-${guild.id}`, checked: now.unavailable_guilds.includes(guild.id),
            onchange: (event) => change({unavailable_guilds: event.target.checked ? [...now.unavailable_guilds, guild.id] : now.unavailable_guilds.filter((id) => id !== guild.id)}),
        })))));
    if (focused && focused !== document.activeElement?.id) host.querySelector(`#${CSS.escape(focused)}`)?.focus();
}

const withValue = (list, value) => [...new Set([...list, value])].sort((a, b) => a - b);
const countsWith = (count) => (count === null || counts.some(([value]) => value === String(count)) ? counts : [...counts, [String(count), `${count} times`]]);

function choice(id, label, options, value, chosen, hint) {
    return h("div.fault-choice", {}, h("label", {for: id}, label),
        h("select.field.small", {id, "aria-describedby": hint ? id + "-hint" : null, onchange: (event) => chosen(event.target.value)},
            options.map(([each, text]) => h("option", {value: each, selected: each === value}, text))),
        hint && h("span.hint", {id: id + "-hint"}, hint));
}
