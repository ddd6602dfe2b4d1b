// What the Playground is, and its keys.

import {h} from "./dom.js";
import {openDialog} from "./dialog.js";
import {botName} from "./state.js";

const keys = [
    ["/", "commands of the bot; @ members and roles, # channels, : emoji"], ["Tab or Enter", "take a suggestion; ↑ ↓ choose, Escape closes"],
    ["Enter", "send; Shift Enter begins a new line"], ["↑ in an empty box", "edit your last message"], ["Backspace in an empty option", "take the option away"],
    ["Ctrl K", "go to a channel, a thread or a server"], ["Alt ↑ ↓", "the channel above or below"], ["F6", "the next part of the page"],
    ["On a message", "↑ ↓ move · R reply · E edit · + react · T its timeline · Enter its menu · Delete"], ["Ctrl /", "this help"],
];

export function openHelp() {
    openDialog("The Playground", h("div.help-body", {},
        h("p", {}, "This is a Discord of your own: it runs on this machine, speaks Discord's gateway and REST API, and nothing leaves it. ",
            `${botName()} is connected to it as it would be to Discord.`),
        h("p", {}, "You play every member. Who you are stands at the bottom left; change there, and answer as somebody else. Pictures of other sites are not fetched, so they are shown as links."),
        h("p", {}, "At the top right are the members, and the bot's side: what it was told and what it asked, the clock that can be stopped and moved, and faults made on purpose: 500, 429, cut lines, slow requests."),
        h("p", {}, "The + beside the message box has files, polls and threads; a message's menu pins it, forwards it or begins a thread; beside the server's name are its roles, bans and audit log."),
        h("h3", {}, "Keys"), h("dl", {}, keys.map(([key, text]) => [h("dt", {}, h("kbd", {}, key)), h("dd", {}, text)]))), {className: "help"});
}
