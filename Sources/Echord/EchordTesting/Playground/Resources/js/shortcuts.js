// Keys that work everywhere on the page, and the quick way to a channel.

import {$, $$, h} from "./dom.js";
import {openDialog} from "./dialog.js";
import {openHelp} from "./help.js";
import {openChannel, openDirect, openGuild} from "./navigation.js";
import {may} from "./permissions.js";
import {channelOrder} from "./places.js";
import {botName, isText, isThread, store} from "./state.js";
import {isUnread} from "./unread.js";

const regions = ["#guild-list", "#channel-list", "#messages", "#composer-form", "#side"];

export function startShortcuts() {
    document.addEventListener("keydown", (event) => {
        if (event.defaultPrevented || document.querySelector("dialog[open]")) return;
        const control = event.ctrlKey || event.metaKey;
        if (control && !event.altKey && event.key.toLowerCase() === "k") openSwitcher();
        else if (control && event.key === "/") openHelp();
        else if (event.altKey && !control && (event.key === "ArrowUp" || event.key === "ArrowDown")) step(event.key === "ArrowDown" ? 1 : -1);
        else if (event.key === "F6") nextRegion(event.shiftKey ? -1 : 1);
        else return typeAhead(event);
        event.preventDefault();
    });
}

function step(by) {
    const order = channelOrder();
    const index = order.indexOf(store.channelID);
    const next = order[(index + by + order.length) % order.length];
    if (next) openChannel(next);
}

function nextRegion(by) {
    const shown = regions.map((selector) => $(selector)).filter((each) => each && each.offsetParent !== null);
    const index = shown.findIndex((each) => each.contains(document.activeElement));
    const target = shown[(index + by + shown.length) % shown.length];
    const stop = $("#composer", target) && !$("#composer").hidden ? $("#composer") : $("[tabindex='0'], button, input, textarea", target);
    stop?.focus();
}

/** A letter that is typed nowhere goes into the message box. */
function typeAhead(event) {
    const at = document.activeElement;
    if (event.ctrlKey || event.metaKey || event.altKey || event.key.length !== 1 || !/\S/.test(event.key)) return;
    if (at !== document.body && at !== $("#scroller") && at?.id !== "channel-title") return;
    $("#composer").focus();
}

function openSwitcher() {
    const places = [
        ...store.guilds.flatMap((guild) => guild.channels.filter((channel) => isText(channel) && may("view", channel.id)).map((channel) => ({
            name: (isThread(channel) ? "" : "#") + channel.name, hint: guild.name, unread: isUnread(channel.id), go: () => openChannel(channel.id),
        }))),
        ...store.guilds.map((guild) => ({name: guild.name, hint: "server", go: () => openGuild(guild.id)})),
        {name: botName(), hint: "direct messages", go: openDirect},
    ];
    const list = h("div.person-list", {role: "listbox", "aria-label": "Places", id: "switcher-list"});
    let active = 0;
    const input = h("input.field", {
        type: "search", placeholder: "Where to?", "aria-label": "Go to a channel, a thread or a server", role: "combobox", "aria-expanded": "true", "aria-controls": "switcher-list",
        autocomplete: "off", oninput: () => {
            active = 0;
            draw();
        },
        onkeydown: (event) => {
            const count = list.children.length;
            if (event.key === "ArrowDown" || event.key === "ArrowUp") active = (active + (event.key === "ArrowDown" ? 1 : count - 1)) % count;
            else if (event.key === "Enter") return list.children[active]?.click();
            else return;
            event.preventDefault();
            mark();
        },
    });
    const dialog = openDialog("Go to", h("div.switcher", {}, input, list));
    const draw = () => {
        const wanted = input.value.toLowerCase().replace(/^[#@]/, "");
        const found = places.filter((place) => `${place.name} ${place.hint}`.toLowerCase().includes(wanted)).sort((a, b) => Number(b.unread ?? false) - Number(a.unread ?? false));
        list.replaceChildren(...found.slice(0, 12).map((place, index) => h("button.person", {
            type: "button", role: "option", id: `switcher-${index}`, tabindex: "-1", onclick: () => {
                dialog.close();
                place.go();
            },
        }, h("span.person-text", {}, h("strong", {}, place.name), h("small", {}, place.hint)), place.unread && h("span.tag", {}, "NEW"))));
        mark();
    };
    const mark = () => {
        $$("button", list).forEach((each, index) => each.setAttribute("aria-selected", String(index === active)));
        if (list.children[active]) input.setAttribute("aria-activedescendant", `switcher-${active}`);
    };
    draw();
    input.focus();
}
