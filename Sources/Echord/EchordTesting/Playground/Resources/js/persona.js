// Which member you are: seen at all times, changed with one click, and in which language their Discord is.

import {announce, $, h, say} from "./dom.js";
import {api, tell} from "./api.js";
import {icon} from "./icons.js";
import {languageName, languages} from "./locales.js";
import {become} from "./navigation.js";
import {avatar, displayName} from "./people.js";
import {closePopover, openPopover} from "./popover.js";
import {roving} from "./roving.js";
import {guild, locale, nameOf, people, person, rolesOf, store} from "./state.js";

const shownAtMost = 100;

export function startPersona() {
    for (const id of ["#persona", "#persona-top"]) $(id).addEventListener("click", (event) => open(event.currentTarget));
    for (const topic of ["state", "place"]) store.on(topic, draw);
}

function draw() {
    const me = person(store.as);
    const name = me ? nameOf(me.user) : "Nobody";
    const label = `You are ${name}. Be somebody else, or change the language`;
    $("#persona").replaceChildren(me ? avatar(me.user, "sm", {status: true}) : "", h("span.persona-text", {}, h("strong", {}, name),
        h("small", {}, me ? `@${me.user.username} · ${languageName(locale())}` : "This server has no people")), icon("up", true));
    $("#persona").setAttribute("aria-label", label);
    $("#persona").dataset.personaName = name;
    $("#persona-top").replaceChildren(me ? avatar(me.user, "sm", {status: true}) : icon("members"));
    $("#persona-top").setAttribute("aria-label", label);
}

function open(anchor) {
    const all = people();
    const list = h("div.person-list", {role: "listbox", "aria-label": "Members you can be"});
    const fill = (text = "") => {
        const wanted = text.toLowerCase();
        const found = all.filter((member) => `${nameOf(member.user)} ${member.user.username}`.toLowerCase().includes(wanted));
        list.replaceChildren(...found.slice(0, shownAtMost).map(row));
        if (found.length === 0) list.append(h("p.empty", {}, "Nobody of that name."));
        if (found.length > shownAtMost) list.append(h("p.hint.empty", {}, `And ${found.length - shownAtMost} more: search by name.`));
        keys.settle();
    };
    const keys = roving(list, "button.person");
    const search = all.length > 8 && h("input.field.small", {
        type: "search", placeholder: "Search", "aria-label": "Search members", oninput: () => fill(search.value),
        onkeydown: (event) => { if (event.key === "ArrowDown") $("button.person", list)?.focus(); },
    });
    const language = h("select.field.small", {id: "persona-language", onchange: () => speak(language.value)},
        languages().map(({code, name}) => h("option", {value: code, selected: code === locale()}, name)));
    const content = [h("h3", {}, guild() ? `Who are you in ${guild().name}?` : "Who are you?"), search, list,
        h("div.setting", {}, h("label", {for: "persona-language"}, `${nameOf(person(store.as)?.user)}'s Discord is in`), language),
        h("div.setting", {}, h("button.button.small", {type: "button", onclick: () => window.switchTheme()}, icon("theme", true), "Light or dark"))];
    fill();
    openPopover(anchor, content, {label: "Who you are", className: "personas", focus: search || $("[aria-selected='true']", list) || $("button.person", list)});
}

function row(member) {
    const roles = rolesOf(member.user.id).map((role) => role.name).join(", ");
    const detail = [roles, member.locale !== "en-US" && languageName(member.locale), guild()?.owner_id === member.user.id && "owner"].filter(Boolean);
    return h("button.person", {
        type: "button", role: "option", "aria-selected": String(member.user.id === store.as), dataset: {personaName: nameOf(member.user)},
        onclick: () => {
            closePopover();
            become(member.user.id);
            if (member.user.id !== store.as) return;
            say(`You are ${nameOf(member.user)} now.`);
        },
    }, avatar(member.user, "sm", {status: true}), h("span.person-text", {}, displayName(member.user), h("small", {}, detail.join(" · ") || "@" + member.user.username)));
}

async function speak(code) {
    try {
        await api.editUser(store.as, {locale: code});
        announce(`Their Discord is in ${languageName(code)} now: names of commands and answers follow.`);
    } catch (error) {
        tell(error);
    }
}
