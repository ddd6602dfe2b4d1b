// The form a bot asks a member to fill: checked as Discord's client checks it before anything is sent.

import {$, dots, h, iconButton, uniqueID} from "./dom.js";
import {api} from "./api.js";
import {showDialog} from "./dialog.js";
import {markdown} from "./markdown.js";
import {makeField} from "./modalfields.js";
import {avatar} from "./people.js";
import {botName, store} from "./state.js";

export function showModal(modal) {
    $("#modal")?.close();
    const place = {as: store.as, channel_id: store.channelID, interaction_id: modal.interaction_id};
    const fields = [];
    const body = modal.components.map((component) => block(component, fields));
    const problem = h("p.dialog-fault", {role: "alert", hidden: true});
    const submit = h("button.button.primary", {type: "submit"}, "Submit");
    const foot = h("footer.dialog-foot");
    const title = uniqueID("modal");
    const form = h("form.dialog-form", {novalidate: true, onsubmit: (event) => {
        event.preventDefault();
        send();
    }},
    h("header.dialog-head", {}, avatar(store.application?.bot, "sm"), h("h2", {id: title}, modal.title), iconButton("close", "Close", () => leave())),
    h("p.dialog-note", {}, `This form will be submitted to ${botName()}. Do not share passwords.`),
    h("div.dialog-fields", {}, body), problem, foot);
    const dialog = h("dialog.bot-modal", {id: "modal", "aria-labelledby": title, dataset: {customId: modal.custom_id}}, form);
    dialog.addEventListener("cancel", (event) => {
        event.preventDefault();
        leave();
    });
    // A browser may close at the second Escape without asking, so the key itself is taken.
    dialog.addEventListener("keydown", (event) => {
        if (event.key !== "Escape" || event.defaultPrevented) return;
        event.preventDefault();
        leave();
    });
    usual();
    showDialog(dialog);
    ($("input, textarea, .select-opener", $(".dialog-fields", dialog)) ?? submit).focus();

    function usual() {
        foot.replaceChildren(h("button.button", {type: "button", onclick: () => leave()}, "Cancel"), submit);
    }

    /** Closes, after asking when something would be lost. */
    function leave() {
        if (submit.getAttribute("aria-busy") === "true") return;
        if (!fields.some((field) => field.isChanged())) return dialog.close();
        const stay = h("button.button", {type: "button", onclick: () => {
            usual();
            submit.focus();
        }}, "Keep writing");
        foot.replaceChildren(h("p", {role: "alert"}, "What you entered would be lost."), stay,
            h("button.button.danger", {type: "button", dataset: {action: "discard"}, onclick: () => dialog.close()}, "Discard"));
        stay.focus();
    }

    async function send() {
        if (submit.getAttribute("aria-busy") === "true") return;
        usual();
        problem.hidden = true;
        const wrong = fields.filter((field) => !field.check());
        if (wrong.length > 0) return wrong[0].focus();
        submit.setAttribute("aria-busy", "true");
        submit.replaceChildren(dots(), h("span.hidden-text", {}, "Sending"));
        try {
            const values = {};
            for (const field of fields) {
                const value = await field.read();
                if (value !== undefined) values[field.id] = value;
            }
            const {interaction} = await api.act("modal", {...place, values});
            if (interaction.state === "failed") throw new Error(interaction.error ?? "Something went wrong. Try again.");
            dialog.close();
        } catch (error) {
            problem.textContent = error.message;
            problem.hidden = false;
        }
        submit.removeAttribute("aria-busy");
        submit.replaceChildren("Submit");
    }
}

function block(component, fields) {
    switch (component.type) {
    case 18: return makeField(component.component, {label: component.label, description: component.description}, fields);
    case 10: return h("div.text-display", {}, markdown(component.content ?? ""));
    case 1: return (component.components ?? []).map((inner) => makeField(inner, {label: inner.label}, fields));
    default: return h("p.hint", {}, `A component of type ${component.type}, which this page does not know`);
    }
}
