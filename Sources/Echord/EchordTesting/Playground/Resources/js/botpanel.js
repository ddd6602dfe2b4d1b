// The bot's side of things, at the right: the timeline, the clock and the faults, each on its tab.

import {$, h, iconButton} from "./dom.js";
import {drawClock} from "./clock.js";
import {showSide, sideView} from "./drawers.js";
import {drawFaults} from "./faults.js";
import {store} from "./state.js";
import {drawTimeline, openTimeline, closeTimeline} from "./timeline.js";

const tabs = {timeline: {name: "Timeline", draw: drawTimeline}, clock: {name: "Clock", draw: drawClock}, faults: {name: "Faults", draw: drawFaults}};
let tab = "timeline";
let isOpen = false;

export function startBotPanel() {
    store.on("side", () => {
        if (sideView() === "bot") return open();
        if (isOpen) closeTimeline();
        isOpen = false;
    });
}

/** Opens the panel at one of its tabs. */
export function showTab(name, options) {
    tab = name;
    if (sideView() === "bot") draw();
    else showSide("bot", options);
}

function open() {
    isOpen = true;
    openTimeline();
    draw();
}

function draw() {
    const names = Object.keys(tabs);
    const list = h("div.tabs", {role: "tablist", "aria-label": "The bot's side", onkeydown: (event) => {
        const step = {ArrowRight: 1, ArrowLeft: -1}[event.key];
        if (!step) return;
        event.preventDefault();
        showTab(names[(names.indexOf(tab) + step + names.length) % names.length]);
        $(`#tab-${tab}`).focus();
    }}, names.map((name) => h("button.tab", {
        type: "button", role: "tab", id: `tab-${name}`, "aria-selected": String(name === tab), "aria-controls": "tab-panel", tabindex: name === tab ? "0" : "-1",
        onclick: () => {
            showTab(name);
            $(`#tab-${name}`).focus();
        },
    }, tabs[name].name)));
    const panel = h("div.tab-panel", {id: "tab-panel", role: "tabpanel", "aria-labelledby": `tab-${tab}`});
    $("#side").replaceChildren(h("header.head", {}, h("h2", {}, "The bot's side"), iconButton("close", "Close", () => showSide(null), {small: true})), list, panel);
    tabs[tab].draw(panel);
}
