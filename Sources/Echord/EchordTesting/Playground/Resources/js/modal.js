// The dialog a bot asks for.

import {announce, h, $} from "./dom.js";
import {api} from "./api.js";
import {placeholderOf, selectChoices} from "./choices.js";
import {inlineMarkdown, markdown} from "./markdown.js";
import {store} from "./state.js";

let counter = 0;

export function showModal(modal) {
    $("#modal")?.remove();
    const fields = [];
    const body = modal.components.map((component) => block(component, fields));
    const problem = h("p.modal-problem", {role: "alert", hidden: true});
    const submit = h("button.btn.btn-primary", {type: "submit"}, "Submit");
    const form = h("form.modal-form", {
        novalidate: true,
        onsubmit: async (event) => {
            event.preventDefault();
            submit.disabled = true;
            problem.hidden = true;
            try {
                const values = {};
                for (const field of fields) {
                    const value = await field.read();
                    if (value !== undefined) values[field.id] = value;
                }
                const {interaction} = await api.act("modal",
                    {as: store.as, channel_id: store.channelID, interaction_id: modal.interaction_id, values});
                if (interaction.state === "failed") throw new Error(interaction.error ?? "Something went wrong. Try again.");
                dialog.close();
            } catch (error) {
                problem.textContent = error.message;
                problem.hidden = false;
                submit.disabled = false;
            }
        },
    },
    h("header", {}, h("h2", {id: "modal-title"}, modal.title),
        h("button.btn-close", {type: "button", "aria-label": "Close", onclick: () => dialog.close()})),
    h("p.modal-notice", {}, `This form will be submitted to ${store.application?.name ?? "the bot"}.`),
    h("div.modal-fields", {}, body), problem,
    h("footer", {}, h("button.btn.btn-outline-secondary", {type: "button", onclick: () => dialog.close()}, "Cancel"), submit));
    const dialog = h("dialog.bot-modal", {id: "modal", "aria-labelledby": "modal-title", dataset: {customId: modal.custom_id}}, form);
    dialog.addEventListener("close", () => {
        dialog.remove();
        // The browser gives the focus back while the page is still inert: Chromium then shows it, but takes no keys.
        requestAnimationFrame(() => {
            const focused = document.activeElement;
            if (!focused || focused === document.body) return $("#composer").focus();
            focused.blur();
            focused.focus();
        });
    });
    document.body.append(dialog);
    dialog.showModal();
    $("input, textarea, select", dialog)?.focus();
}

function block(component, fields) {
    if (component.type === 18) {
        const id = `field-${++counter}`;
        const made = field(component.component, id, fields);
        const group = made.tagName === "FIELDSET";
        const caption = [component.label, component.component.type !== 23 && component.component.required !== false && h("span.required", {"aria-hidden": "true"}, " *")];
        if (group) {
            made.prepend(h("legend", {}, caption), component.description ? h("p.field-hint", {}, component.description) : "");
            return h("div.modal-field", {}, made);
        }
        return h("div.modal-field", {}, h("label", {for: id}, caption),
            component.description && h("p.field-hint", {id: id + "-hint"}, component.description), made);
    }
    if (component.type === 10) return h("div.text-display", {}, markdown(component.content ?? ""));
    if (component.type === 1) {
        return (component.components ?? []).map((inner) => {
            const id = `field-${++counter}`;
            return h("div.modal-field", {}, h("label", {for: id}, inner.label ?? placeholderOf(inner) ?? "",
                inner.required !== false && h("span.required", {"aria-hidden": "true"}, " *")), field(inner, id, fields));
        });
    }
    return h("p.field-hint", {}, `Component of type ${component.type}`);
}

function field(component, id, fields) {
    const custom = component.custom_id;
    const common = {id, name: custom, required: component.required !== false, dataset: {customId: custom}};
    const add = (read) => fields.push({id: custom, read});
    switch (component.type) {
    case 4: {
        const attributes = {
            ...common, placeholder: component.placeholder, minlength: component.min_length, maxlength: component.max_length ?? 4000,
            value: component.value ?? "",
        };
        const input = component.style === 2 ? h("textarea.form-control", {...attributes, rows: 4})
            : h("input.form-control", {type: "text", autocomplete: "off", ...attributes});
        add(() => input.value);
        return input;
    }
    case 3: case 5: case 6: case 7: case 8: {
        const many = (component.max_values ?? 1) > 1;
        const choices = selectChoices(component);
        const select = h("select.form-select", {...common, multiple: many, size: many ? Math.min(6, Math.max(3, choices.length)) : null});
        if (!many) select.append(h("option", {value: ""}, placeholderOf(component)));
        for (const choice of choices) {
            const text = [choice.emoji?.id ? null : choice.emoji?.name, (choice.mark ?? "") + choice.label, choice.hint && `— ${choice.hint}`];
            select.append(h("option", {value: choice.value, selected: choice.chosen}, text.filter(Boolean).join(" ")));
        }
        add(() => [...select.selectedOptions].map((option) => option.value).filter(Boolean));
        return select;
    }
    case 19: {
        const input = h("input.form-control", {...common, type: "file", multiple: (component.max_values ?? 1) > 1});
        add(async () => {
            const ids = [];
            for (const file of input.files) ids.push((await api.upload(file)).file.id);
            return ids;
        });
        return input;
    }
    case 21: {
        const group = choiceGroup(component, id, "radio");
        add(() => $("input:checked", group)?.value ?? null);
        return group;
    }
    case 22: {
        const group = choiceGroup(component, id, "checkbox");
        add(() => [...group.querySelectorAll("input:checked")].map((input) => input.value));
        return group;
    }
    case 23: {
        const box = h("input.form-check-input", {...common, required: false, type: "checkbox", checked: component.default === true});
        add(() => box.checked);
        return box;
    }
    default:
        announce(`The form has a field of unknown type ${component.type}.`, "error");
        return h("span", {id});
    }
}

function choiceGroup(component, id, type) {
    return h("fieldset", {id, dataset: {customId: component.custom_id}}, (component.options ?? []).map((option, index) =>
        h("div.form-check", {},
            h("input.form-check-input", {
                type, id: `${id}-${index}`, name: component.custom_id, value: option.value, checked: option.default === true,
            }),
            h("label.form-check-label", {for: `${id}-${index}`}, inlineMarkdown(option.label),
                option.description && h("small.field-hint", {}, option.description)))));
}
