// The inputs of a form: texts, selects, files, radio buttons, checkboxes. Each reads itself and says what is wrong with it.

import {$, $$, h, uniqueID} from "./dom.js";
import {placeholderOf} from "./choices.js";
import {inlineMarkdown} from "./markdown.js";
import {makeSelect} from "./select.js";
import {acceptText, Uploads} from "./uploads.js";

/** Draws one input with its label and adds {id, read(), check(), isChanged(), focus()} to `fields`. */
export function makeField(component, {label, description}, fields) {
    const id = uniqueID("field");
    const required = component.required !== false && component.type !== 23;
    const fault = h("p.fault", {id: id + "-fault", role: "alert", hidden: true});
    const hint = description && h("p.hint", {id: id + "-hint"}, description);
    const describedBy = [hint && id + "-hint", id + "-fault"].filter(Boolean).join(" ");
    const caption = [label ?? placeholderOf(component) ?? "", required && h("span.required", {"aria-hidden": "true"}, " *"), required && h("span.hidden-text", {}, " (required)")];
    let made = null;
    const show = (text) => {
        fault.textContent = text ?? "";
        fault.hidden = text === null;
        made?.target?.setAttribute("aria-invalid", String(text !== null));
    };
    made = (makers[component.type] ?? unknown)(component, {id, required, describedBy, label, changed: () => show(null)});
    if (made.read) {
        fields.push({
            id: component.custom_id, read: made.read, isChanged: made.isChanged, focus: () => made.focus?.() ?? made.target?.focus(),
            check: () => {
                const text = made.fault();
                show(text);
                return text === null;
            },
        });
    }
    if (made.inline) return h("div.form-field", {}, made.element, hint, fault);
    if (made.group) return h("fieldset.form-field", {"aria-describedby": describedBy, dataset: {customId: component.custom_id}}, h("legend", {}, caption), hint, made.element, fault);
    return h("div.form-field", {}, h("label", {for: id}, caption), hint, made.element, fault);
}

const makers = {3: select, 4: text, 5: select, 6: select, 7: select, 8: select, 19: files, 21: radios, 22: checkboxes, 23: checkbox};

const unknown = (component) => ({element: h("p.hint", {}, `An input of type ${component.type}, which this page does not know`)});

function text(component, {id, required, describedBy, changed}) {
    const most = component.max_length ?? 4000;
    const least = component.min_length ?? 0;
    const start = component.value ?? "";
    const common = {id, name: component.custom_id, placeholder: component.placeholder, "aria-required": String(required), "aria-describedby": describedBy, value: start,
        dataset: {customId: component.custom_id}};
    const input = component.style === 2 ? h("textarea.field", {...common, rows: 4}) : h("input.field", {...common, type: "text", autocomplete: "off"});
    const count = h("span.count", {"aria-hidden": "true"});
    const length = () => [...input.value].length;
    const draw = () => {
        count.textContent = component.max_length != null || length() > most * 0.9 ? `${length()} / ${most}` : least > 0 ? `${length()}, at least ${least}` : "";
        count.classList.toggle("fault", length() > most);
    };
    input.addEventListener("input", () => {
        draw();
        changed();
    });
    draw();
    return {
        element: h("div.form-field", {}, input, count), target: input, read: async () => input.value, isChanged: () => input.value !== start,
        fault: () => {
            if (length() === 0) return required ? "This field is required." : null;
            if (length() < least) return `Write at least ${least} characters.`;
            return length() > most ? `Write at most ${most} characters.` : null;
        },
    };
}

function select(component, {id, required, describedBy, changed}) {
    const made = makeSelect(component, {id, required, describedBy, changed});
    const start = made.values().join();
    return {
        element: made.element, target: made.opener, read: async () => made.values(), isChanged: () => made.values().join() !== start,
        fault: () => {
            const count = made.values().length;
            const least = component.min_values ?? 1;
            if (count === 0) return required && least > 0 ? "This field is required." : null;
            return count < least ? `Choose at least ${least}.` : null;
        },
    };
}

function files(component, {id, required, describedBy, changed}) {
    const most = component.max_values ?? 1;
    const least = component.min_values ?? 1;
    const uploads = new Uploads({most, types: component.file_types, changed});
    const chooser = h("input", {id, type: "file", multiple: most > 1, hidden: true, tabindex: "-1", accept: acceptText(component.file_types), name: component.custom_id, onchange: () => {
        uploads.add(chooser.files);
        chooser.value = "";
    }});
    const button = h("button.button.small", {type: "button", "aria-describedby": describedBy, dataset: {customId: component.custom_id}, onclick: () => chooser.click()},
        most > 1 ? "Choose files" : "Choose a file");
    const kinds = component.file_types?.length > 0 ? ` · ${component.file_types.join(", ")}` : "";
    const zone = h("div.drop-zone", {
        ondragover: (event) => {
            event.preventDefault();
            zone.classList.add("over");
        },
        ondragleave: () => zone.classList.remove("over"),
        ondrop: (event) => {
            event.preventDefault();
            event.stopPropagation();
            zone.classList.remove("over");
            uploads.add(event.dataTransfer?.files);
        },
        onpaste: (event) => uploads.add(event.clipboardData?.files),
    }, uploads.host, chooser, button, h("span", {}, `or drop ${most > 1 ? `up to ${most} files` : "a file"} here${kinds}`));
    uploads.draw();
    return {
        element: zone, target: button, read: () => uploads.send(), isChanged: () => uploads.count > 0,
        fault: () => {
            if (uploads.count === 0) return required ? "This field is required." : null;
            return uploads.count < least ? `Choose at least ${least} files.` : null;
        },
    };
}

function options(component, type, {id, changed}) {
    return h("div", {role: type === "radio" ? "radiogroup" : null}, (component.options ?? []).map((option, index) => h("label.choice", {},
        h("input", {type, id: `${id}-${index}`, name: component.custom_id, value: option.value, checked: option.default === true, onchange: changed}),
        h("span", {}, h("span", {}, inlineMarkdown(option.label)), option.description && h("small", {}, option.description)))));
}

const checked = (element) => $$("input:checked", element).map((input) => input.value);

function radios(component, context) {
    const element = options(component, "radio", context);
    const start = checked(element).join();
    // One that need not be answered can be taken back by pressing it again.
    if (!context.required) {
        let last = $("input:checked", element);
        element.addEventListener("click", (event) => {
            if (event.target.type !== "radio") return;
            if (event.target === last) event.target.checked = false;
            last = event.target.checked ? event.target : null;
        });
    }
    return {
        element, group: true, target: element, focus: () => $("input", element)?.focus(), read: async () => checked(element)[0] ?? null,
        isChanged: () => checked(element).join() !== start,
        fault: () => (context.required && checked(element).length === 0 ? "This field is required." : null),
    };
}

function checkboxes(component, context) {
    const element = options(component, "checkbox", context);
    const start = checked(element).join();
    const least = component.min_values ?? 1;
    const most = component.max_values ?? (component.options ?? []).length;
    return {
        element, group: true, target: element, focus: () => $("input", element)?.focus(), read: async () => checked(element), isChanged: () => checked(element).join() !== start,
        fault: () => {
            const count = checked(element).length;
            if (count === 0) return context.required && least > 0 ? "This field is required." : null;
            if (count < least) return `Choose at least ${least}.`;
            return count > most ? `Choose at most ${most}.` : null;
        },
    };
}

function checkbox(component, {id, label, describedBy, changed}) {
    const start = component.default === true;
    const box = h("input", {type: "checkbox", id, name: component.custom_id, checked: start, "aria-describedby": describedBy, dataset: {customId: component.custom_id}, onchange: changed});
    return {
        element: h("label.choice", {for: id}, box, h("span", {}, label ?? "")), inline: true, target: box, read: async () => box.checked, isChanged: () => box.checked !== start,
        fault: () => null,
    };
}
