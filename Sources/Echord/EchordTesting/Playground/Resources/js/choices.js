// What selects and options offer: choices, members, roles and channels, the same for messages, forms and commands.

import {h} from "./dom.js";
import {tinted} from "./colours.js";
import {icon} from "./icons.js";
import {avatar, emojiText} from "./people.js";
import {may} from "./permissions.js";
import {guild, nameOf, person, store} from "./state.js";

const members = () => {
    const here = guild();
    if (here) return here.members;
    return [person(store.as), person(store.application?.bot.id)].filter(Boolean);
};

export const userChoices = () => members().map((member) => ({
    value: member.user.id, label: nameOf(member.user), hint: "@" + member.user.username, mark: "@", sign: () => avatar(member.user, "sm"),
}));
export const roleChoices = () => [...guild()?.roles ?? []].sort((a, b) => b.position - a.position).map((role) => ({
    value: role.id, label: role.name.replace(/^@/, ""), hint: "role", mark: "@",
    sign: () => h("span.role-dot", {vars: tinted(role.color)}),
}));
const channelSigns = {0: "hash", 2: "voice", 4: "down", 5: "news", 10: "thread", 11: "thread", 12: "thread", 13: "voice", 15: "forum"};
export const channelChoices = (types) => (guild()?.channels ?? [])
    .filter((channel) => (!types?.length || types.includes(channel.type)) && may("view", channel.id))
    .map((channel) => ({
        value: channel.id, label: channel.name, hint: channel.type === 4 ? "category" : guild().channels.find((each) => each.id === channel.parent_id)?.name,
        mark: "#", sign: () => icon(channelSigns[channel.type] ?? "hash", true),
    }));

/** The entries of a select component (types 3, 5, 6, 7, 8). */
export function selectChoices(component) {
    switch (component.type) {
    case 3: return (component.options ?? []).map((option) => ({
        value: option.value, label: option.label, hint: option.description, sign: option.emoji ? () => emojiText(option.emoji) : null, chosen: option.default === true,
    }));
    case 5: return marked(userChoices(), component);
    case 6: return marked(roleChoices(), component);
    case 7: return marked([...userChoices(), ...roleChoices()], component);
    default: return marked(channelChoices(component.channel_types), component);
    }
}

function marked(choices, component) {
    const chosen = new Set((component.default_values ?? []).map((value) => value.id));
    return choices.map((choice) => ({...choice, chosen: chosen.has(choice.value)}));
}

export const placeholderOf = (component) => component.placeholder
    ?? {3: "Make a selection", 5: "Select a member", 6: "Select a role", 7: "Select a member or role", 8: "Select a channel"}[component.type];
