// Servers, channels and which member you are.

import {append, h, $} from "./dom.js";
import {avatar} from "./people.js";
import {channel, guild, isText, nameOf, person, store} from "./state.js";

export function drawPlaces({openGuild, openChannel}) {
    const tile = (id, text, label) => h("button.guild-tile", {
        type: "button", dataset: {guildId: id ?? "dm"}, "aria-label": label, title: label,
        "aria-current": store.guildID === id ? "true" : null, onclick: () => openGuild(id),
    }, text);
    $("#guild-list").replaceChildren(tile(null, "✉", "Direct messages"), h("hr"),
        ...store.guilds.map((guild) => tile(guild.id, initials(guild.name), guild.name)));
    $("#guild-name").textContent = guild()?.name ?? "Direct messages";
    const list = $("#channel-list");
    list.replaceChildren();
    const entry = (id, mark, name) => h("button.channel", {
        type: "button", dataset: {channelId: id}, "aria-current": store.channelID === id ? "true" : null, onclick: () => openChannel(id),
    }, h("span.sigil", {"aria-hidden": "true"}, mark), name);
    if (!guild()) {
        const dms = store.dms.filter((dm) => dm.user_id === store.as);
        append(list, dms.map((dm) => entry(dm.id, "🌳", store.application?.name ?? "Bot")));
        if (dms.length === 0) list.append(h("p.empty", {}, `The bot has not written to ${nameOf(person(store.as)?.user)} yet.`));
        return;
    }
    const all = [...guild().channels].sort((a, b) => (a.position ?? 0) - (b.position ?? 0));
    const under = (parent) => all.filter((channel) => channel.type !== 4 && (channel.parent_id ?? null) === parent);
    const draw = (channel) => {
        if (isText(channel)) list.append(entry(channel.id, [10, 11, 12].includes(channel.type) ? "↳" : "#", channel.name));
        else list.append(h("div.channel.silent", {}, h("span.sigil", {"aria-hidden": "true"}, channel.type === 2 ? "🔊" : "💬"), channel.name));
        under(channel.id).forEach(draw);
    };
    under(null).forEach(draw);
    for (const category of all.filter((channel) => channel.type === 4)) {
        list.append(h("h3.category", {}, category.name));
        under(category.id).forEach(draw);
    }
}

const initials = (name) => name.split(/\s+/).map((word) => [...word][0]).slice(0, 3).join("");

export function drawMembers() {
    const select = $("#member-select");
    const seen = new Map();
    for (const each of guild() ? [guild()] : store.guilds) {
        for (const member of each.members) if (!member.user.bot) seen.set(member.user.id, member);
    }
    select.replaceChildren(...[...seen.values()].map((member) => h("option", {value: member.user.id}, nameOf(member.user))));
    select.value = store.as ?? "";
    const me = person(store.as);
    $("#member-avatar").replaceChildren(me ? avatar(me.user, "sm") : "");
}

export function drawTitle() {
    const open = channel(store.channelID);
    const dm = store.dms.find((dm) => dm.id === store.channelID);
    const title = open ? "# " + open.name : dm ? "@ " + (store.application?.name ?? "Bot") : "No channel";
    $("#channel-title").textContent = title;
    $("#channel-topic").textContent = open?.topic ?? "";
    $("#composer").placeholder = open || dm ? `Message ${title.replace(" ", "")}, or / for commands` : "";
    document.title = `${title} · Playground`;
}

export function drawStatus() {
    const host = $("#bot-status");
    const [text, kind] = !store.connected ? ["Reconnecting…", "warn"]
        : store.application?.connected ? [`${store.application.name} online`, "good"] : [`${store.application?.name ?? "Bot"} offline`, "bad"];
    host.dataset.kind = kind;
    if (host.textContent !== text) host.textContent = text;
}
