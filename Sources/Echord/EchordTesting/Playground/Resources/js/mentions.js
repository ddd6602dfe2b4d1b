// Mentions as people read them and as Discord writes them: "@Ann" and "<@1>".

import {channel, nameOf, person, role} from "./state.js";

/** Discord's text with the names in place of the ids; `picks` remembers which name stands for what. */
export function fromMarkup(content) {
    const picks = new Map();
    const named = (token, text) => {
        picks.set(text, token);
        return text;
    };
    const text = content.replace(/<(@[!&]?|#)(\d{1,20})>|<(a?):(\w{2,32}):(\d{1,20})>/g, (token, kind, id, _, emoji) => {
        if (emoji) return named(token, `:${emoji}:`);
        if (kind === "#") return channel(id) ? named(token, "#" + channel(id).name) : token;
        if (kind === "@&") return role(id) ? named(token, "@" + role(id).name) : token;
        return person(id) ? named(token, "@" + nameOf(person(id).user)) : token;
    });
    return {text, picks};
}

/** The names that were picked, as Discord writes them; the longest first, so that "@Ann" does not hit "@Anna". */
export function toMarkup(text, picks) {
    const names = [...picks.keys()].sort((a, b) => b.length - a.length);
    if (names.length === 0) return text;
    const pattern = names.map((name) => name.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")).join("|");
    return text.replace(new RegExp(`(${pattern})(?![\\p{L}\\p{N}_])`, "gu"), (name) => picks.get(name) ?? name);
}

/** For copying: ids become names. */
export const markdownSource = (content) => fromMarkup(content).text;
