// Forwarding: a message is shown in another channel as it stands.

import {announce} from "./dom.js";
import {api} from "./api.js";
import {openForm} from "./dialog.js";
import {openChannel} from "./navigation.js";
import {may} from "./permissions.js";
import {isText, isThread, store} from "./state.js";

export function openForward(message) {
    const places = store.guilds.flatMap((guild) => guild.channels.filter((channel) => isText(channel) && !channel.thread_metadata?.archived && may("send", channel.id))
        .map((channel) => [channel.id, `${isThread(channel) ? "" : "#"}${channel.name} · ${guild.name}`]));
    openForm("Forward a message", [
        {name: "channel", label: "To", options: places, value: places.find(([id]) => id !== message.channel_id)?.[0]},
        {name: "words", label: "With a few words", max: 2000},
    ], {submit: "Forward", save: async ({channel, words}) => {
        await api.asMember(store.as, "POST", `/channels/${channel}/messages`, {message_reference: {type: 1, message_id: message.id, channel_id: message.channel_id}});
        if (words) await api.act("message", {as: store.as, channel_id: channel, content: words});
        if (channel === store.channelID) return;
        announce("Forwarded.");
        openChannel(channel);
    }});
}
