// Lines that Discord itself writes: who joined, what was pinned, which thread began, how a poll ended.

import {h} from "./dom.js";
import {jumpTo} from "./conversation.js";
import {icon} from "./icons.js";
import {openChannel} from "./navigation.js";
import {pollResult} from "./poll.js";
import {channel, isThread, nameOf} from "./state.js";

const lines = {
    1: (message) => (message.mentions?.[0] ? `added ${nameOf(message.mentions[0])} to the thread.` : "added somebody."),
    2: (message) => (message.mentions?.[0] ? `removed ${nameOf(message.mentions[0])} from the thread.` : "removed somebody."),
    4: (message) => `changed the name to ${message.content || "another"}.`, 5: () => "changed the channel icon.", 6: () => "pinned a message to this channel.",
    7: () => "joined the server.", 8: () => "boosted the server.", 12: () => "follows this channel in another server.",
    18: (message) => `started a thread: ${message.content}`, 21: () => "The thread began with a message.", 24: () => "had a message held back by AutoMod.",
    46: (message) => `has a poll that is closed: “${pollResult(message).question}” ${pollResult(message).text}`,
};
const signs = {1: "members", 2: "members", 4: "edit", 6: "pin", 7: "in", 18: "thread", 24: "shield", 46: "check"};

export const isSystem = (message) => message.type in lines;

/** The line without who it is about. */
export const systemText = (message) => lines[message.type](message);

/** What stands in place of a message's text. */
export function systemLine(message) {
    const reference = message.message_reference;
    const thread = message.type === 18 && reference ? channel(reference.channel_id) : null;
    const button = (text, action) => h("button.link", {type: "button", onclick: action}, text);
    return h("div.system", {}, signs[message.type] && icon(signs[message.type], true), h("span", {}, lines[message.type](message), " ",
        [6, 46].includes(message.type) && reference?.message_id && button("Show it", () => jumpTo(reference.message_id)),
        isThread(thread) && button("Open", () => openChannel(thread.id))));
}
