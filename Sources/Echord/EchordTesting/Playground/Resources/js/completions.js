// What a message can be completed with: @members and roles, #channels, :emoji:.

import {channelChoices, roleChoices, userChoices} from "./choices.js";
import {findEmoji} from "./emoji.js";
import {h} from "./dom.js";
import {may} from "./permissions.js";
import {guild} from "./state.js";

/** Gives a function to call when the box has changed; `picks` remembers what the names stand for. Whether it shows something. */
export function completing(box, suggestions, picks) {
    return () => {
        const before = box.value.slice(0, box.selectionStart);
        const word = /(?:^|[\s(])([@#:])([^\s@#:]{0,32})$/.exec(before);
        const entries = word && box.selectionStart === box.selectionEnd ? entriesFor(word[1], word[2].toLowerCase()) : [];
        if (entries.length === 0) {
            suggestions.hide();
            return false;
        }
        const from = before.length - word[2].length - 1;
        suggestions.show(titles[word[1]], entries.map(({label, hint, sign, insert, token}) => ({
            label, hint, sign, apply: () => {
                if (token) picks.set(insert, token);
                box.setRangeText(insert + " ", from, box.selectionStart, "end");
                suggestions.hide();
                box.dispatchEvent(new Event("input", {bubbles: true}));
                box.focus();
            },
        })));
        return true;
    };
}

const titles = {"@": "Members and roles", "#": "Channels", ":": "Emoji"};

function entriesFor(kind, typed) {
    const fits = (choice) => `${choice.label} ${choice.hint ?? ""}`.toLowerCase().includes(typed);
    if (kind === "@") {
        const everyone = guild() && may("mentionEveryone") ? [["everyone", "Notify everyone in this channel"], ["here", "Notify everyone who is online"]]
            .filter(([name]) => name.startsWith(typed)).map(([name, hint]) => ({label: "@" + name, hint, insert: "@" + name})) : [];
        const people = userChoices().filter(fits).map((choice) => ({...choice, insert: "@" + choice.label, token: `<@${choice.value}>`}));
        const roles = roleChoices().filter((choice) => choice.value !== guild()?.id && fits(choice))
            .map((choice) => ({...choice, label: "@" + choice.label, insert: "@" + choice.label, token: `<@&${choice.value}>`}));
        return [...people, ...roles, ...everyone].slice(0, 12);
    }
    if (kind === "#") return channelChoices().filter((choice) => choice.hint !== "category" && fits(choice)).slice(0, 12)
        .map((choice) => ({...choice, insert: "#" + choice.label, token: `<#${choice.value}>`}));
    if (typed.length < 2) return [];
    return findEmoji(typed).slice(0, 12).map(({emoji, name}) => ({label: `:${name}:`, sign: () => h("span.emoji", {}, emoji), insert: emoji}));
}
