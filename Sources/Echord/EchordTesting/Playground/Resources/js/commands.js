// Slash commands: what can be typed, what a typed line means, and what an option's text stands for.

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
    const marks = [];
    const names = optionNames(best.leaf);
    if (names.size > 0) {
        const used = new Set();
        const escaped = [...names.keys()].sort((a, b) => b.length - a.length).map((name) => name.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"));
        for (const match of text.slice(start).matchAll(new RegExp(`(?<=\\s)(${escaped.join("|")}):`, "giu"))) {
            const option = names.get(match[1].toLowerCase());
            if (used.has(option)) continue;
            used.add(option);
            marks.push({option, from: start + match.index, valueFrom: start + match.index + match[0].length});
        }
    }
    const values = marks.map((mark, index) => ({option: mark.option, text: text.slice(mark.valueFrom, marks[index + 1]?.from ?? text.length).trim()}));
    return {leaf: best.leaf, complete: text.length > start, values, rest: text.slice(start, marks[0]?.from ?? text.length).trim()};
}

/** A leaf's options by their names, in English and in the member's language, in lower case. */
export function optionNames(leaf) {
    const names = new Map();
    for (const option of leaf.options) for (const name of [option.name, localName(option)]) names.set(name.toLowerCase(), option);
    return names;
}

/** Commands that fit what was typed, the best first. */
export function matching(typed) {
    const wanted = typed.trim().toLowerCase();
    const rank = (leaf) => {
        const names = [leaf.words.toLowerCase(), leaf.plain.toLowerCase()];
        if (names.some((name) => name.startsWith(wanted))) return 0;
        if (names.some((name) => name.split(" ").some((word) => word.startsWith(wanted)))) return 1;
        return names.some((name) => name.includes(wanted)) ? 2 : leaf.description.toLowerCase().includes(wanted) ? 3 : 4;
    };
    return leaves().map((leaf) => [rank(leaf), leaf]).filter(([place]) => place < 4).sort((a, b) => a[0] - b[0]).map(([, leaf]) => leaf);
}

/** What was probably meant, when nothing fits: by the number of letters to change. */
export function nearest(typed) {
    const wanted = typed.trim().toLowerCase();
    const far = (leaf) => Math.min(...[leaf.words, leaf.plain].flatMap((name) => [name, ...name.split(" ")]).map((name) => distance(wanted, name.toLowerCase()) / Math.max(name.length, 1)));
    return leaves().map((leaf) => [far(leaf), leaf]).filter(([value]) => value <= 0.75).sort((a, b) => a[0] - b[0]).slice(0, 3).map(([, leaf]) => leaf);
}

/** Letters to insert, remove, replace or swap to make one word of the other. */
function distance(a, b) {
    const rows = [[...Array(b.length + 1).keys()]];
    for (let i = 1; i <= a.length; i++) {
        rows[i] = [i];
        for (let j = 1; j <= b.length; j++) {
            const same = a[i - 1] === b[j - 1] ? 0 : 1;
            rows[i][j] = Math.min(rows[i - 1][j] + 1, rows[i][j - 1] + 1, rows[i - 1][j - 1] + same);
            if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) rows[i][j] = Math.min(rows[i][j], rows[i - 2][j - 2] + 1);
        }
    }
    return rows[a.length][b.length];
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

const typeNames = {3: "text", 4: "whole number", 5: "true or false", 6: "member", 7: "channel", 8: "role", 9: "member or role", 10: "number", 11: "file"};

/** What an option takes, in words: "whole number, 0 to 10". */
export function optionKind(option) {
    if (option.choices?.length > 0) return "one of its choices";
    const low = option.min_value ?? option.min_length;
    const high = option.max_value ?? option.max_length;
    const unit = option.type === 3 ? " characters" : "";
    const range = low != null && high != null ? `${low} to ${high}${unit}` : low != null ? `${low}${unit} or more` : high != null ? `at most ${high}${unit}` : "";
    return [typeNames[option.type] ?? "value", range].filter(Boolean).join(", ");
}

/** An option's text as the value to send: {value}, or {fault} with what is wrong, as Discord's client checks it. */
export function readOption(option, text, picked) {
    if (picked && picked.text === text) return {value: picked.value};
    const choices = optionChoices(option);
    if (choices !== null) {
        const plain = text.replace(/^[@#]/, "").toLowerCase();
        const names = option.choices?.map((choice) => ({value: choice.value, label: choice.name})) ?? [];
        const found = [...choices, ...names].find((choice) =>
            choice.label.toLowerCase() === plain || String(choice.value).toLowerCase() === plain || choice.hint?.toLowerCase() === "@" + plain);
        const id = [6, 7, 8, 9].includes(option.type) ? /^(?:<[@#][!&]?)?(\d{15,20})>?$/.exec(text)?.[1] : undefined;
        const value = found?.value ?? id;
        return value === undefined ? {fault: `“${text}” is no ${option.choices?.length > 0 ? "choice of this option" : typeNames[option.type]}`} : {value};
    }
    if (option.type === 4 || option.type === 10) return readNumber(option, text);
    if (option.type === 11) return {fault: "Choose a file"};
    const length = [...text].length;
    if (length < (option.min_length ?? 0)) return {fault: `Write at least ${option.min_length} characters`};
    if (length > (option.max_length ?? 6000)) return {fault: `Write at most ${option.max_length ?? 6000} characters`};
    return {value: text};
}

function readNumber(option, text) {
    const plain = text.replace(",", ".");
    const isNumber = option.type === 4 ? /^[+-]?\d{1,16}$/.test(plain) : /^[+-]?(\d+\.?\d*|\.\d+)$/.test(plain);
    const number = Number(plain);
    if (!isNumber || Math.abs(number) > Number.MAX_SAFE_INTEGER) return {fault: option.type === 4 ? "Use a whole number" : "Use a number"};
    if (option.min_value != null && number < option.min_value) return {fault: `Use ${option.min_value} or more`};
    if (option.max_value != null && number > option.max_value) return {fault: `Use ${option.max_value} or less`};
    return {value: number};
}

/** The commands that can be used where the member is. */
export function commandsHere(all) {
    if (guild()) return all;
    return store.commands.filter((command) => command.guild_id == null
        && (command.contexts == null ? command.dm_permission !== false : command.contexts.includes(1)));
}
