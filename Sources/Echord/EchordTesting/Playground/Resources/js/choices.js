// What the five kinds of select offer: the same list for messages and for modals.

import {guild, person, store} from "./state.js";

const people = () => {
    const here = guild();
    if (here) return here.members;
    return [person(store.as), store.application && {user: store.application.bot, display_name: store.application.bot.username}].filter(Boolean);
};

export const userChoices = () => people().map((member) => ({
    value: member.user.id, label: member.nick ?? member.display_name ?? member.user.username, hint: "@" + member.user.username, mark: "@",
}));
export const roleChoices = () => (guild()?.roles ?? []).map((role) => ({
    value: role.id, label: role.name.replace(/^@/, ""), hint: "role", mark: "@",
}));
export const channelChoices = (types) => (guild()?.channels ?? [])
    .filter((channel) => !types?.length || types.includes(channel.type))
    .map((channel) => ({value: channel.id, label: channel.name, hint: channel.type === 4 ? "category" : null, mark: "#"}));

/** The entries of a select component (types 3, 5, 6, 7, 8). */
export function selectChoices(component) {
    switch (component.type) {
    case 3: return (component.options ?? []).map((option) => ({
        value: option.value, label: option.label, hint: option.description, emoji: option.emoji, chosen: option.default === true,
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
