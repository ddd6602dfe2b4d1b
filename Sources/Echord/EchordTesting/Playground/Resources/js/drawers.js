// The parts that come and go: the channel list on a phone, and the side panel with members or the bot.

import {$, isPhone} from "./dom.js";
import {store} from "./state.js";

const stored = "playground.side";
let view = null; // null, "members" or "bot"

function remember(value) {
    try {
        localStorage.setItem(stored, value ?? "");
    } catch { /* A private window may refuse. */ }
}

export function startDrawers() {
    $("#open-sidebar").addEventListener("click", () => showSidebar(!$("#app").classList.contains("sidebar-open")));
    $("#open-members").addEventListener("click", () => showSide(view === "members" ? null : "members"));
    $("#open-bot").addEventListener("click", () => showSide(view === "bot" ? null : "bot"));
    $("#scrim").addEventListener("click", () => {
        showSidebar(false);
        showSide(null);
    });
    document.addEventListener("keydown", (event) => {
        if (event.key !== "Escape" || event.defaultPrevented || !isPhone()) return;
        if ($("#app").classList.contains("sidebar-open")) showSidebar(false, {focus: true});
        else if (view) showSide(null, {focus: true});
    });
    let start = null;
    try {
        start = localStorage.getItem(stored);
    } catch { /* A private window may refuse. */ }
    if (innerWidth > 1100) showSide(start === "" ? null : start === "bot" ? "bot" : "members", {focus: false, keep: true});
    matchMedia("(max-width: 760px)").addEventListener("change", settle);
}

/** What lies under an open drawer of a phone takes no focus. */
function settle() {
    const left = $("#app").classList.contains("sidebar-open");
    const right = view !== null;
    $("#conversation").inert = isPhone() && (left || right);
    $("#app").classList.toggle("side-open", right);
}

export function showSidebar(open, {focus = open} = {}) {
    if (!isPhone()) open = false;
    const was = $("#app").classList.contains("sidebar-open");
    if (was === open) return;
    $("#app").classList.toggle("sidebar-open", open);
    $("#open-sidebar").setAttribute("aria-expanded", String(open));
    settle();
    if (open) requestAnimationFrame(() => ($("#channel-list [aria-current]") ?? $("#persona")).focus());
    else if (focus) $("#open-sidebar").focus();
}

export const sideView = () => view;

/** Shows the members or the bot's panel at the right; null closes it. */
export function showSide(wanted, {focus = true, keep = false} = {}) {
    const opener = {members: "#open-members", bot: "#open-bot"}[view];
    const before = view;
    view = wanted;
    if (!keep && !isPhone()) remember(wanted);
    const side = $("#side");
    side.hidden = view === null;
    side.dataset.view = view ?? "";
    side.setAttribute("aria-label", view === "bot" ? "Timeline, clock and faults" : "Members");
    for (const name of ["members", "bot"]) $(`#open-${name}`).setAttribute("aria-expanded", String(view === name));
    settle();
    store.change("side");
    if (!focus) return;
    if (view) requestAnimationFrame(() => $("button, input", side)?.focus());
    else if (before) $(opener)?.focus();
}
