// What stands in an empty place: where you are, and what can be done here.

import {h, isPhone} from "./dom.js";
import {leaves} from "./commands.js";
import {startCommand, writeInComposer} from "./composer.js";
import {icon} from "./icons.js";
import {openChannel} from "./navigation.js";
import {closedBecause, may} from "./permissions.js";
import {beginPost, isForum} from "./threads.js";
import {botName, channel, direct, guild, isThread, nameOf, person, store} from "./state.js";

/** The beginning of the open channel. */
export function welcome() {
    if (!store.channelID) return nowhere();
    const open = channel(store.channelID);
    if (isForum(open)) return forum(open);
    const name = open ? (isThread(open) ? open.name : "#" + open.name) : botName();
    const text = open ? isThread(open) ? "This is the beginning of the thread." : "This is the beginning of the channel."
        : `Only ${nameOf(person(store.as)?.user)} and ${botName()} can read what is written here.`;
    const empty = store.messages.size === 0;
    return h("section.welcome", {"aria-label": "Welcome"},
        h("span.welcome-sign", {}, icon(open ? isThread(open) ? "thread" : "hash" : "at")),
        h("h3", {}, open && !isThread(open) ? `Welcome to ${name}!` : name), h("p", {}, text, open?.topic ? ` ${open.topic}` : ""),
        empty && hints());
}

function hints() {
    if (closedBecause()) return null;
    const all = leaves();
    const first = all.slice(0, 6).map((leaf) => h("button.command-chip", {type: "button", dataset: {command: leaf.plain}, onclick: () => startCommand(leaf)},
        h("strong", {}, "/" + leaf.words), h("small", {}, leaf.description)));
    const offline = store.application && !store.application.connected;
    return [
        all.length > 0
            ? h("p", {}, "Type ", h("kbd", {}, "/"), ` to see the ${all.length === 1 ? "command" : `${all.length} commands`} of `, h("strong", {}, botName()), ", or begin with one of these:")
            : h("p", {}, offline ? `${botName()} is not connected, so there are no commands yet. Write a message, or wait for the bot.`
                : store.commandsReady ? `${botName()} has no commands for ${nameOf(person(store.as)?.user)} here. Write a message and see what it does.` : "Loading the commands…"),
        first.length > 0 && h("div.welcome-commands", {}, first),
        h("p", {}, "You play every member yourself: now you are ", h("strong", {}, nameOf(person(store.as)?.user)), ". Change at the ",
            isPhone() ? "top right" : "bottom left", " and answer as somebody else. What the bot is told and what it asks is in the timeline at the top."),
        all.length > 0 && h("button.button", {type: "button", onclick: () => writeInComposer("/")}, "See all commands"),
    ];
}

function forum(open) {
    const posts = guild().channels.filter((each) => each.parent_id === open.id && isThread(each) && !each.thread_metadata?.archived && may("view", each.id));
    return h("section.welcome", {"aria-label": "Forum"}, h("span.welcome-sign", {}, icon("forum")), h("h3", {}, open.name),
        h("p", {}, open.topic ?? "", posts.length === 0 ? " Nobody has posted here yet." : ` ${posts.length} ${posts.length === 1 ? "post" : "posts"}:`),
        h("div.welcome-commands", {}, posts.map((post) => h("button.command-chip", {type: "button", onclick: () => openChannel(post.id)},
            h("strong", {}, post.name), h("small", {}, `${post.message_count ?? 0} ${post.message_count === 1 ? "message" : "messages"}`)))),
        may("send", open.id) && h("button.button.primary", {type: "button", onclick: () => beginPost(open)}, "New post"));
}

function nowhere() {
    const why = guild() ? "This member sees no channel here." : direct() ? "" : "No direct messages are open.";
    return h("section.welcome", {"aria-label": "Welcome"}, h("span.welcome-sign", {}, icon("eye")), h("h3", {}, guild()?.name ?? "Direct messages"),
        h("p", {}, why, guild() ? " Be somebody else, or add a channel." : " Choose one at the left, or open them with the bot."));
}

/** While messages are being loaded. */
export const skeleton = () => h("div.skeleton", {role: "status", "aria-label": "Loading messages"},
    [0, 1, 2].map(() => h("div", {"aria-hidden": "true"}, h("i"), h("i"), h("i"))));

/** When they could not be. */
export const loadFault = (text, retry) => h("section.welcome", {role: "alert"}, h("span.welcome-sign", {}, icon("warning")),
    h("h3", {}, "The messages could not be loaded"), h("p", {}, text), h("button.button", {type: "button", onclick: retry}, "Try again"));

