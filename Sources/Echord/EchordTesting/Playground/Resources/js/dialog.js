// A dialog of the page: the title, what stands in it, and buttons. It holds the focus until it is closed.

import {$, h, iconButton, uniqueID} from "./dom.js";
import {store} from "./state.js";

/** Opens a dialog; `onclose` is called once. Returns the element. */
export function openDialog(title, content, {className, id, onclose} = {}) {
    const label = uniqueID("dialog");
    const dialog = h("dialog", {id, "aria-labelledby": label},
        h("header.dialog-head", {}, h("h2", {id: label}, title), iconButton("close", "Close", () => dialog.close())), content);
    if (className) dialog.classList.add(className);
    return showDialog(dialog, onclose);
}

/** Shows a dialog that has been built elsewhere. */
export function showDialog(dialog, onclose) {
    const before = document.activeElement;
    const place = store.channelID;
    dialog.addEventListener("close", () => {
        dialog.remove();
        onclose?.();
        // The browser gives the focus back while the page is still inert: Chromium then shows it, but takes no keys.
        requestAnimationFrame(() => {
            // Where the dialog has led somewhere else, one goes on writing there.
            const target = place === store.channelID && before?.isConnected && before !== document.body && before.offsetParent !== null ? before : $("#composer");
            target.blur();
            target.focus({preventScroll: true});
        });
    });
    dialog.addEventListener("keydown", (event) => keepInside(event, dialog));
    dialog.addEventListener("pointerdown", (event) => { if (event.target === dialog) dialog.dataset.pressedOutside = "true"; else delete dialog.dataset.pressedOutside; });
    dialog.addEventListener("click", (event) => {
        if (event.target === dialog && dialog.dataset.pressedOutside) dialog.dispatchEvent(new Event("cancel", {cancelable: true})) && dialog.close();
    });
    document.body.append(dialog);
    dialog.showModal();
    return dialog;
}

/** Tab goes round inside and never to the browser's own buttons. */
function keepInside(event, dialog) {
    if (event.key !== "Tab" || event.defaultPrevented) return;
    const stops = [...dialog.querySelectorAll("a[href], button, input, select, textarea, [tabindex='0']")]
        .filter((each) => !each.disabled && each.tabIndex >= 0 && each.offsetParent !== null);
    const index = stops.indexOf(document.activeElement);
    const last = stops.length - 1;
    if (stops.length > 0 && (event.shiftKey ? index <= 0 : index === last)) {
        event.preventDefault();
        stops[event.shiftKey ? last : 0].focus();
    }
}

/** Asks before something is done that cannot be taken back. */
export function openQuestion(title, text, button, action) {
    const act = h("button.button.danger", {type: "button", onclick: () => {
        dialog.close();
        action();
    }}, button);
    const dialog = openDialog(title, h("div.dialog-form", {}, h("div.dialog-fields", {}, h("p", {}, text)),
        h("footer.dialog-foot", {}, h("button.button", {type: "button", onclick: () => dialog.close()}, "Cancel"), act)));
    act.focus();
}

/** A small form: `fields` are {name, label, value, hint, type, options, required, max}; `save(values)` may throw with a sentence. */
export function openForm(title, fields, {submit = "Save", kind = "primary", save}) {
    const inputs = new Map();
    const fault = h("p.dialog-fault", {role: "alert", hidden: true});
    const parts = fields.map((field) => {
        const id = uniqueID("form");
        const common = {id, name: field.name, required: field.required === true, "aria-describedby": field.hint ? id + "-hint" : null};
        const input = field.options
            ? h("select.field", common, field.options.map(([value, text]) => h("option", {value, selected: value === field.value}, text)))
            : h("input.field", {...common, type: field.type ?? "text", value: field.value ?? "", maxlength: field.max, autocomplete: "off"});
        inputs.set(field.name, input);
        return h("div.form-field", {}, h("label", {for: id}, field.label), field.hint && h("p.hint", {id: id + "-hint"}, field.hint), input);
    });
    const button = h(`button.button.${kind}`, {type: "submit"}, submit);
    const form = h("form.dialog-form", {
        onsubmit: async (event) => {
            event.preventDefault();
            button.disabled = true;
            fault.hidden = true;
            try {
                await save(Object.fromEntries([...inputs].map(([name, input]) => [name, input.value.trim()])));
                dialog.close();
            } catch (error) {
                fault.textContent = error.message;
                fault.hidden = false;
            }
            button.disabled = false;
        },
    }, h("div.dialog-fields", {}, parts), fault,
    h("footer.dialog-foot", {}, h("button.button", {type: "button", onclick: () => dialog.close()}, "Cancel"), button));
    const dialog = openDialog(title, form);
    $("input, select", dialog)?.focus();
}
