// What can be added to the world from the page: servers, channels, members.

import {announce} from "./dom.js";
import {api} from "./api.js";
import {openForm} from "./dialog.js";
import {languages} from "./locales.js";
import {openChannel, openGuild} from "./navigation.js";
import {guild, nameOf, people, person, store} from "./state.js";

export function addGuild() {
    const owners = [...new Map(store.guilds.flatMap((guild) => guild.members).filter((member) => !member.user.bot).map((member) => [member.user.id, member])).values()];
    openForm("Add a server", [
        {name: "name", label: "Name", required: true, max: 100, hint: "It begins with the channel general, and the bot is invited."},
        {name: "owner", label: "Owner", options: owners.map((member) => [member.user.id, nameOf(member.user)]), value: store.as},
    ], {
        submit: "Add", save: async (values) => {
            const {guild} = await api.addGuild(values);
            if (!store.guilds.some((each) => each.id === guild.id)) store.guilds.push(guild);
            if (values.owner === store.as) openGuild(guild.id);
            else announce(`${guild.name} is there, and ${nameOf(person(values.owner)?.user)} owns it.`);
        },
    });
}

export function addChannel(where) {
    const categories = where.channels.filter((channel) => channel.type === 4);
    openForm("Add a channel", [
        {name: "name", label: "Name", required: true, max: 100},
        {name: "type", label: "Kind", value: "0", options: [["0", "Text"], ["5", "Announcement"], ["2", "Voice"], ["15", "Forum"], ["4", "Category"]]},
        ...categories.length > 0 ? [{name: "parent_id", label: "Category", value: "", options: [["", "None"], ...categories.map((each) => [each.id, each.name])]}] : [],
        {name: "topic", label: "Topic", max: 1024},
    ], {
        submit: "Add", save: async (values) => {
            const body = {name: values.name, type: Number(values.type)};
            if (values.parent_id && body.type !== 4) body.parent_id = values.parent_id;
            if (values.topic && body.type !== 4) body.topic = values.topic;
            const {channel} = await api.addChannel(where.id, body);
            if (!where.channels.some((each) => each.id === channel.id)) where.channels.push(channel);
            if ([0, 5].includes(channel.type)) openChannel(channel.id);
        },
    });
}

export function addMember() {
    const where = guild();
    const known = new Set(people().map((member) => member.user.id));
    const others = [...new Map(store.guilds.flatMap((each) => each.members).filter((member) => !member.user.bot && !known.has(member.user.id))
        .map((member) => [member.user.id, member])).values()];
    openForm("Add a member", [
        ...others.length > 0 ? [{name: "user", label: "Who", value: "", options: [["", "Somebody new"], ...others.map((member) => [member.user.id, nameOf(member.user)])]}] : [],
        {name: "name", label: "Name of somebody new", max: 32},
        {name: "locale", label: "Language of their Discord", value: "en-US", options: languages().map(({code, name}) => [code, name])},
    ], {
        submit: "Add", save: async (values) => {
            let id = values.user;
            if (!id) {
                const username = values.name.toLowerCase().normalize("NFKD").replace(/[^a-z0-9._]+/g, "").slice(0, 32);
                if (username.length < 2) throw new Error("A name has two letters or more.");
                id = (await api.addUser({username, global_name: values.name, locale: values.locale})).user.id;
            }
            await api.putMember(where.id, id, {});
            announce(`${nameOf(person(id)?.user)} has joined ${where.name}.`);
        },
    });
}
