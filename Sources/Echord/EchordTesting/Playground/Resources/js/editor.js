// Editing an own message where it stands.

import {$, h} from "./dom.js";
import {api, tell} from "./api.js";
import {completing} from "./completions.js";
import {openQuestion} from "./dialog.js";
import {fromMarkup, toMarkup} from "./mentions.js";
import {remove} from "./messageactions.js";
import {Suggestions} from "./suggestions.js";
import {store} from "./state.js";

export function editor(message) {
    const {text, picks} = fromMarkup(message.content ?? "");
    const list = h("div.suggestions", {hidden: true});
    const box = h("textarea", {"aria-label": "Edit message", value: text, rows: 1, role: "combobox", "aria-autocomplete": "list", "aria-expanded": "false"});
    const suggestions = new Suggestions(list, box);
    const complete = completing(box, suggestions, picks);
    const fit = () => {
        box.style.height = "auto";
        box.style.height = Math.min(box.scrollHeight + 2, 320) + "px";
    };
    const done = () => {
        store.editing = null;
        store.change("messages");
        $("#composer").focus();
    };
    const save = async () => {
        const content = toMarkup(box.value.trim(), picks);
        if (content === message.content) return done();
        if (content === "" && (message.attachments ?? []).length === 0) {
            return openQuestion("Delete the message?", "Nothing is left of its text.", "Delete", () => {
                done();
                remove(message);
            });
        }
        box.disabled = true;
        try {
            await api.act("edit", {as: store.as, channel_id: message.channel_id, message_id: message.id, content});
            done();
        } catch (error) {
            box.disabled = false;
            box.focus();
            tell(error);
        }
    };
    box.addEventListener("input", () => {
        fit();
        complete();
    });
    box.addEventListener("keydown", (event) => {
        if (event.isComposing || suggestions.takes(event)) return;
        if (event.key === "Escape") done();
        else if (event.key === "Enter" && !event.shiftKey) save();
        else return;
        event.preventDefault();
        event.stopPropagation();
    });
    requestAnimationFrame(() => {
        fit();
        box.focus();
        box.setSelectionRange(box.value.length, box.value.length);
    });
    return h("div.editor", {}, list, box, h("small.hint", {}, "Escape to ", h("button.link", {type: "button", onclick: done}, "cancel"), " · Enter to ",
        h("button.link", {type: "button", onclick: save}, "save")));
}
