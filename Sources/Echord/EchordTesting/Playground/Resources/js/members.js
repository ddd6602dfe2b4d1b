// The members of the server at the right, in groups by their roles, with who is there.

import {$, h, iconButton} from "./dom.js";
import {showSide, sideView} from "./drawers.js";
import {avatar, displayName, statusWord} from "./people.js";
import {may} from "./permissions.js";
import {openProfile} from "./profile.js";
import {roving} from "./roving.js";
import {direct, guild, nameOf, person, rolesOf, statusOf, store} from "./state.js";
import {addMember} from "./world.js";

const shownAtMost = 100;
const opened = new Set(); // groups that are shown whole

export function startMembers() {
    for (const topic of ["side", "state", "place", "connection"]) store.on(topic, () => { if (sideView() === "members") draw(); });
}

function draw() {
    const side = $("#side");
    const focused = document.activeElement?.dataset?.memberRow;
    const list = h("div.members", {}, guild() ? groups().map(group) : partners());
    const scrolled = $(".members", side)?.scrollTop ?? 0;
    side.replaceChildren(h("header.head", {}, h("h2", {}, "Members"),
        guild() && iconButton("plus", "Add a member", addMember, {small: true}), iconButton("close", "Close", () => showSide(null), {small: true})), list);
    roving(list, "button.person").settle();
    list.scrollTop = scrolled;
    if (focused) $(`[data-member-row="${CSS.escape(focused)}"]`, list)?.focus({preventScroll: true});
}

/** Groups by the highest hoisted role, as Discord makes them; in a server that hoists none, by the highest role. */
function groups() {
    const here = guild().members.filter((member) => !store.channelID || may("view", store.channelID, member.user.id));
    const hoists = guild().roles.some((role) => role.hoist);
    const found = new Map();
    for (const member of here) {
        const isAway = !["online", "idle", "dnd"].includes(statusOf(member));
        const role = isAway ? null : rolesOf(member.user.id).find((role) => role.id !== guild().id && (role.hoist || !hoists && !role.managed));
        const key = isAway ? "offline" : role?.id ?? "online";
        if (!found.has(key)) found.set(key, {key, name: isAway ? "Offline" : role?.name ?? "Online", rank: isAway ? -2 : role?.position ?? -1, members: []});
        found.get(key).members.push(member);
    }
    return [...found.values()].sort((a, b) => b.rank - a.rank);
}

function group({key, name, members}) {
    const sorted = [...members].sort((a, b) => nameOf(a.user).localeCompare(nameOf(b.user)));
    const shown = opened.has(key) ? sorted : sorted.slice(0, shownAtMost);
    return [h("h3", {id: `group-${key}`}, `${name} — ${members.length}`),
        h("div", {role: "group", "aria-labelledby": `group-${key}`}, shown.map(row)),
        shown.length < sorted.length && h("button.button.small", {type: "button", onclick: () => {
            opened.add(key);
            draw();
        }}, `Show all ${sorted.length}`)];
}

function partners() {
    if (!direct()) return [h("p.empty", {}, "Nobody here.")];
    return [store.as, store.application?.bot.id].map(person).filter(Boolean).map(row);
}

function row(member) {
    const {user} = member;
    const notes = [user.id === store.as && "you", guild()?.owner_id === user.id && "owner", member.timed_out_until && "timed out"].filter(Boolean);
    const status = statusWord(statusOf(member));
    const element = h("button.person", {
        type: "button", dataset: {memberRow: user.id}, "aria-haspopup": "dialog", "aria-label": [nameOf(user), user.bot && "app", status, ...notes].filter(Boolean).join(", "),
        onclick: (event) => openProfile(user, event.currentTarget, {side: true}),
    }, avatar(user, "sm", {status: true}), h("span.person-text", {}, h("span", {}, displayName(user), " ", user.bot && h("span.tag", {}, "APP")),
        notes.length > 0 && h("small", {}, notes.join(" · "))));
    element.classList.toggle("away", status === "offline");
    return element;
}
