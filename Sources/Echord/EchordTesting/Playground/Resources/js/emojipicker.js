// The emoji picker, for messages and reactions: a search and a grid to walk with the arrows.

import {$, h} from "./dom.js";
import {emojiGroups, findEmoji, quickEmojis} from "./emoji.js";
import {closePopover, openPopover} from "./popover.js";
import {roving} from "./roving.js";

let recent = [...quickEmojis];

/** `pick(emoji)` is called once with what was chosen. */
export function openEmojiPicker(anchor, pick) {
    const grid = h("div.emoji-grid", {role: "group", "aria-label": "Emoji"});
    const name = h("div.emoji-name", {"aria-hidden": "true"});
    const button = ({emoji, name: title}) => h("button", {
        type: "button", "aria-label": title, title: `:${title}:`, tabindex: "-1",
        onfocus: () => { name.textContent = `:${title}:`; }, onpointerenter: () => { name.textContent = `:${title}:`; },
        onclick: () => {
            recent = [emoji, ...recent.filter((each) => each !== emoji)].slice(0, 16);
            closePopover();
            pick(emoji);
        },
    }, emoji);
    const search = h("input.field.small", {
        type: "search", placeholder: "Search emoji", "aria-label": "Search emoji", autocomplete: "off", oninput: () => fill(),
        onkeydown: (event) => {
            if (event.key === "ArrowDown") $("button", grid)?.focus();
            else if (event.key === "Enter") $("button", grid)?.click();
            else return;
            event.preventDefault();
        },
    });
    const keys = roving(grid, "button", {columns: () => Math.max(1, Math.floor(grid.clientWidth / Math.max(36, $("button", grid)?.offsetWidth ?? 36)))});
    const fill = () => {
        const wanted = search.value.trim();
        const named = (emoji) => emojiGroups().flatMap(([, list]) => list).find((entry) => entry.emoji === emoji) ?? {emoji, name: emoji};
        const groups = wanted ? [["Found", findEmoji(wanted)]] : [["Often used", recent.map(named)], ...emojiGroups()];
        grid.replaceChildren(...groups.flatMap(([title, list]) => [h("h3", {}, list.length === 0 ? "No emoji of that name" : title), ...list.map(button)]));
        keys.settle();
    };
    fill();
    openPopover(anchor, [search, grid, name], {label: "Emoji", className: "emoji-picker", focus: search});
    keys.settle();
}
