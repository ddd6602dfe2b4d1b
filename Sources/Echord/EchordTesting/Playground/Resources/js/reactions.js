// The reactions under a message: pressed again, one's own goes.

import {h} from "./dom.js";
import {openEmojiPicker} from "./emojipicker.js";
import {icon} from "./icons.js";
import {react} from "./messageactions.js";
import {emojiText} from "./people.js";
import {may} from "./permissions.js";

export function reactions(message) {
    const list = message.reactions.map((reaction) => {
        const emoji = reaction.emoji.id ? `${reaction.emoji.name}:${reaction.emoji.id}` : reaction.emoji.name;
        const mine = reaction.me === true;
        return h("button.reaction", {
            type: "button", "aria-pressed": String(mine), dataset: {emoji, customId: "reaction " + emoji},
            "aria-label": `${reaction.emoji.name}, ${reaction.count} ${reaction.count === 1 ? "reaction" : "reactions"}, press to ${mine ? "remove yours" : "react"}`,
            onclick: () => react(message, emoji, mine),
        }, emojiText(reaction.emoji), h("span", {}, reaction.count));
    });
    const add = may("addReactions", message.channel_id) && h("button.reaction.add", {
        type: "button", "aria-label": "Add reaction", "aria-haspopup": "dialog",
        onclick: (event) => openEmojiPicker(event.currentTarget, (emoji) => react(message, emoji)),
    }, icon("smile", true));
    return h("div.reactions", {}, list, add);
}
