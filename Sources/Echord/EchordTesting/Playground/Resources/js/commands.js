// Slash commands as text: what can be typed, and what a typed line means.

import {guild, locale, store} from "./state.js";
import {channelChoices, roleChoices, userChoices} from "./choices.js";

export const localName = (thing) => thing.name_localized ?? thing.name_localizations?.[locale()] ?? thing.name;
export const localDescription = (thing) =>
    thing.description_localized ?? thing.description_localizations?.[locale()] ?? thing.description ?? "";

const isGroup = (option) => option.type === 1 || option.type === 2;

/** Everything that can be run: a command, or each of its subcommands. */
export function leaves(commands = store.myCommands) {
    const found = [];
    const walk = (command, node, path, words, plain) => {
        const inner = (node.options ?? []).filter(isGroup);
        if (inner.length === 0) {
            found.push({command, path, words, plain, description: localDescription(node), options: node.options ?? []});
        }
        for (const option of inner) walk(command, option, [...path, option.name], `${words} ${localName(option)}`, `${plain} ${option.name}`);
    };
    for (const command of commands) {
        if ((command.type ?? 1) === 1) walk(command, command, [], localName(command), command.name);
    }
    return found;
}

/** Which leaf a line runs and what each option's text is. Null while the path is not complete. */
export function parse(text) {
    if (!text.startsWith("/")) return null;
    const line = text.slice(1).toLowerCase();
    let best = null;
    for (const leaf of leaves()) {
        for (const words of new Set([leaf.words, leaf.plain])) {
            const whole = words.toLowerCase();
            if ((line === whole || line.startsWith(whole + " ")) && (best === null || words.length > best.length)) {
                best = {leaf, length: words.length};
            }
        }
    }
    if (best === null) return null;
    const start = best.length + 1;
    const names = new Map();
    for (const option of best.leaf.options) for (const name of [option.name, localName(option)]) names.set(name.toLowerCase(), option);
    const marks = [];
    const used = new Set();
    if (names.size > 0) {
        const escaped = [...names.keys()].sort((a, b) => b.length - a.length).map((name) => name.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"));
        for (const match of text.slice(start).matchAll(new RegExp(`(?<=\\s)(${escaped.join("|")}):`, "giu"))) {
            const option = names.get(match[1].toLowerCase());
            if (used.has(option)) continue;
            used.add(option);
            marks.push({option, from: start + match.index, valueFrom: start + match.index + match[0].length});
        }
    }
    marks.forEach((mark, index) => {
        mark.to = marks[index + 1]?.from ?? text.length;
        mark.text = text.slice(mark.valueFrom, mark.to).trim();
    });
    const rest = text.slice(start, marks[0]?.from ?? text.length).trim();
    return {leaf: best.leaf, start, marks, rest};
}

/** The fixed entries an option can have; null for free text. */
export function optionChoices(option) {
    if (option.choices?.length > 0) return option.choices.map((choice) => ({value: choice.value, label: localName(choice)}));
    switch (option.type) {
    case 5: return [{value: true, label: "True"}, {value: false, label: "False"}];
    case 6: return userChoices();
    case 7: return channelChoices(option.channel_types);
    case 8: return roleChoices();
    case 9: return [...userChoices(), ...roleChoices()];
    default: return null;
    }
}

/** An option's typed text as the value to send; undefined when it names nothing. */
export function valueOf(option, text, picked) {
    if (picked && picked.text === text) return picked.value;
    const choices = optionChoices(option);
    if (choices === null) return option.type === 11 ? undefined : text;
    const plain = text.replace(/^[@#]/, "").toLowerCase();
    const names = option.choices?.map((choice) => ({value: choice.value, label: choice.name})) ?? [];
    const found = [...choices, ...names].find((choice) =>
        choice.label.toLowerCase() === plain || String(choice.value).toLowerCase() === plain || choice.hint?.toLowerCase() === "@" + plain);
    if (found) return found.value;
    return [6, 7, 8, 9].includes(option.type) ? /^(?:<[@#][!&]?)?(\d{15,20})>?$/.exec(text)?.[1] : undefined;
}

/** The commands that can be used where the member is. */
export function commandsHere(all) {
    if (guild()) return all;
    return store.commands.filter((command) => command.guild_id == null
        && (command.contexts == null ? command.dm_permission !== false : command.contexts.includes(1)));
}
