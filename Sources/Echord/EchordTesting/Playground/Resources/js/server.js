// A server's settings, as far as the member may see them: roles, bans, the audit log.

import {$, announce, copyText, h} from "./dom.js";
import {api, tell} from "./api.js";
import {drawAuditLog} from "./auditlog.js";
import {openDialog, openQuestion} from "./dialog.js";
import {icon} from "./icons.js";
import {menuItem, openMenu} from "./menus.js";
import {avatar, displayName} from "./people.js";
import {may} from "./permissions.js";
import {closePopover, isOpenAt} from "./popover.js";
import {drawRoles} from "./roles.js";
import {guild, store} from "./state.js";
import {addChannel, addMember} from "./world.js";

const tabs = {
    roles: {name: "Roles", right: "manageRoles", draw: drawRoles},
    bans: {name: "Bans", right: "ban", draw: drawBans},
    audit: {name: "Audit log", right: "auditLog", draw: drawAuditLog},
};

export function startServer() {
    const button = $("#server-menu");
    button.append(icon("down", true));
    button.addEventListener("click", () => (isOpenAt(button) ? closePopover() : openServerMenu(button)));
    for (const topic of ["state", "place"]) store.on(topic, () => { button.hidden = !guild(); });
}

const open = () => Object.entries(tabs).filter(([, tab]) => may(tab.right, null));

function openServerMenu(anchor) {
    openMenu([
        ...open().map(([key, tab]) => menuItem(tab.name, () => openServer(key), {sign: {roles: "shield", bans: "lock", audit: "timeline"}[key]})),
        menuItem("Add a channel…", () => addChannel(guild()), {sign: "plus"}), menuItem("Add a member…", addMember, {sign: "members"}),
        menuItem("Copy server ID", () => copyText(guild().id), {sign: "copy"}),
    ], anchor, {label: guild().name});
}

/** Opens the settings at one of their tabs. */
function openServer(name) {
    let tab = name;
    const list = h("div.tabs", {role: "tablist", "aria-label": "Settings"});
    const panel = h("div.server-panel", {id: "server-panel", role: "tabpanel", tabindex: "-1"});
    const dialog = openDialog(`Settings of ${guild().name}`, h("div.server", {}, list, panel), {className: "server-dialog", id: "server"});
    const show = (key, focus) => {
        tab = key;
        list.replaceChildren(...open().map(([each, entry]) => h("button.tab", {
            type: "button", role: "tab", id: `server-${each}`, "aria-selected": String(each === tab), "aria-controls": "server-panel", tabindex: each === tab ? "0" : "-1",
            onclick: () => show(each, true),
        }, entry.name)));
        panel.setAttribute("aria-labelledby", `server-${tab}`);
        panel.replaceChildren();
        tabs[tab].draw(panel, dialog);
        if (focus) $(`#server-${tab}`, dialog).focus();
    };
    list.addEventListener("keydown", (event) => {
        const keys = open().map(([key]) => key);
        const step = {ArrowRight: 1, ArrowLeft: -1}[event.key];
        if (!step) return;
        event.preventDefault();
        show(keys[(keys.indexOf(tab) + step + keys.length) % keys.length], true);
    });
    show(name, true);
}

async function drawBans(panel) {
    const where = guild();
    panel.replaceChildren(h("p.empty", {role: "status"}, "Loading…"));
    let bans;
    try {
        bans = await api.asMember(store.as, "GET", `/guilds/${where.id}/bans`);
    } catch (error) {
        return panel.replaceChildren(h("p.empty", {role: "alert"}, error.message));
    }
    const rows = bans.map(({user, reason}) => h("div.setting-row", {dataset: {ban: user.id}}, avatar(user, "sm"), h("span.person-text", {}, displayName(user), h("small", {}, reason || "No reason was given")),
        h("button.button.small", {type: "button", onclick: () => openQuestion(`Take back the ban of ${user.global_name ?? user.username}?`, "They may come back then.", "Take it back", async () => {
            try {
                await api.asMember(store.as, "DELETE", `/guilds/${where.id}/bans/${user.id}`);
                announce("The ban is taken back.");
                if (panel.isConnected) await drawBans(panel);
            } catch (error) {
                tell(error);
            }
        })}, "Unban")));
    panel.replaceChildren(...rows.length > 0 ? rows : [h("p.empty", {}, "Nobody is banned. A member's profile has a button for it.")]);
}
