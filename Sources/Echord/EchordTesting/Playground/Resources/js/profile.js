// Who somebody is: name, roles, and what can be done with them.

import {copyText, h} from "./dom.js";
import {colour, tinted} from "./colours.js";
import {api, tell} from "./api.js";
import {insertMention} from "./composer.js";
import {icon} from "./icons.js";
import {runContextMenu, userCommands} from "./contextcommands.js";
import {localName} from "./commands.js";
import {languageName} from "./locales.js";
import {moderationOf} from "./moderation.js";
import {become, openDirect} from "./navigation.js";
import {avatar, statusWord} from "./people.js";
import {may} from "./permissions.js";
import {closePopover, openPopover} from "./popover.js";
import {hueOf} from "./portraits.js";
import {mayHandle} from "./rank.js";
import {direct, guild, member, nameColour, nameOf, person, rolesOf, statusOf, store} from "./state.js";
import {format} from "./timestamps.js";

/** Opens the profile beside `anchor`; `side`: at its left, for the member list. */
export function openProfile(user, anchor, {side = false} = {}) {
    const tint = nameColour(user.id);
    const here = member(user.id);
    const isMe = user.id === store.as;
    const act = (name, label, action, kind = "") => h(`button.button.small${kind}`, {type: "button", onclick: () => {
        closePopover({focus: false});
        action();
    }}, name && icon(name, true), label);
    const commands = userCommands();
    const moderation = here ? moderationOf(user) : [];
    const body = h("div.profile-body", {},
        h("div", {}, h("h3", {}, nameOf(user), user.bot && h("span.tag", {}, "APP")),
            h("p.hint", {}, `@${user.username}`, user.global_name && user.global_name !== nameOf(user) ? ` · ${user.global_name}` : "", ` · ${statusWord(statusOf(person(user.id)))}`)),
        h("div.profile-actions", {},
            user.bot ? act("mail", "Message", openDirect) : !isMe && act("members", `Be ${nameOf(user)}`, () => become(user.id), ".primary"),
            store.channelID && act("at", "Mention", () => insertMention(user)),
            act("copy", "Copy ID", () => copyText(user.id))),
        commands.length > 0 && h("div", {}, h("h4", {}, "Apps"), h("div.profile-actions", {},
            commands.map((command) => act("bolt", localName(command), () => runContextMenu(command, user.id, store.channelID))))),
        moderation.length > 0 && h("div", {}, h("h4", {}, "Moderation"), h("div.profile-actions", {}, moderation.map(([name, label, action, kind]) => act(name, label, action, kind)))),
        here && roles(user),
        facts(user, here));
    openPopover(anchor, [h("div.profile-band", {vars: tint ? {"--name": colour(tint)} : {"--hue": String(hueOf(user))}}),
        h("div.profile-top", {}, avatar(user, "lg", {status: true})), body], {label: `Profile of ${nameOf(user)}`, className: "profile", side});
}

function facts(user, here) {
    const known = person(user.id);
    const lines = [
        here?.timed_out_until && `Timed out until ${format(Date.parse(here.timed_out_until), "f")}`,
        here?.joined_at && `Joined ${format(Date.parse(here.joined_at), "D")}`,
        !user.bot && known?.locale && `Discord in ${languageName(known.locale)}`,
        guild()?.owner_id === user.id && "Owns this server",
        !here && guild() && !direct() && "Is no member of this server",
    ].filter(Boolean);
    return lines.length > 0 && h("p.hint", {}, lines.join(" · "));
}

function roles(user) {
    const own = rolesOf(user.id);
    const pills = own.map((role) => h("span.role-pill", {vars: tinted(role.color)}, role.name));
    const host = h("div", {}, h("h4", {}, own.length === 0 ? "No roles" : "Roles"), h("div.role-pills", {}, pills));
    const free = guild().roles.filter((role) => role.id !== guild().id && !role.managed && mayHandle(role));
    if (free.length > 0 && may("manageRoles", null)) host.append(changer(user, free));
    return host;
}

/** Whoever may manage roles gives and takes them here, as in the server's settings. */
function changer(user, free) {
    const held = new Set(member(user.id)?.roles ?? []);
    const boxes = free.map((role) => {
        const box = h("input", {type: "checkbox", checked: held.has(role.id), onchange: async () => {
            try {
                await api.asMember(store.as, box.checked ? "PUT" : "DELETE", `/guilds/${guild().id}/members/${user.id}/roles/${role.id}`);
            } catch (error) {
                box.checked = !box.checked;
                tell(error);
            }
        }});
        return h("label.switch-row", {}, role.name, box);
    });
    return h("details", {}, h("summary.hint", {}, "Give or take roles"), boxes);
}
