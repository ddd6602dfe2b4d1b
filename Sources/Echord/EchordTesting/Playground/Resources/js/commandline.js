// A command that is being written: its name, its options one beside the other, and a place to add more of them.

import {$, announce, h, iconButton} from "./dom.js";
import {api, tell} from "./api.js";
import {OptionField} from "./commandoption.js";
import {completing} from "./completions.js";
import {localDescription, localName, optionChoices, optionKind, optionNames} from "./commands.js";
import {count, suggestions, writeInComposer} from "./composer.js";
import {showModal} from "./modal.js";
import {store} from "./state.js";

const debounce = 250;
let current = null; // {leaf, fields, search, last}
let asking = null; // {timer, abort} of the autocompletion under way

export const commandIsOpen = () => current !== null;

/** Begins a command; `line` is what `parse` read of a typed one. */
export function beginCommand(leaf, line = null) {
    endCommand();
    current = {leaf, fields: [], search: null, last: null};
    const search = h("input", {
        id: "option-search", type: "text", autocomplete: "off", role: "combobox", "aria-autocomplete": "list", "aria-expanded": "false",
        "aria-label": "Add an option", oninput: searched, onfocus: () => suggestOptions(), onkeydown: searchKeys,
    });
    current.search = search;
    const host = $("#command-line");
    host.setAttribute("aria-label", `Command /${leaf.words}`);
    host.replaceChildren(h("span.command-name", {}, "/" + leaf.words), search, iconButton("close", "Give the command up", () => writeInComposer(""), {small: true}));
    host.hidden = false;
    $("#composer").hidden = true;
    $("#composer").value = "";
    count();
    const given = new Map((line?.values ?? []).map(({option, text}) => [option, text]));
    for (const option of leaf.options) if (option.required || given.has(option)) addField(option, given.get(option));
    if (line?.rest) (current.fields.find((field) => field.isEmpty && field.option.type !== 11) ?? {set() { search.value = line.rest; }}).set(line.rest);
    drawSearch();
    (current.fields.find((field) => field.isEmpty) ?? {focus: () => search.focus()}).focus();
}

/** Goes back to plain messages; what was written in the options is gone. */
export function endCommand() {
    cancelAsking();
    if (!current) return;
    const hadFocus = $("#command-line").contains(document.activeElement);
    current = null;
    $("#command-line").hidden = true;
    $("#command-line").replaceChildren();
    $("#composer").hidden = false;
    suggestions.attach($("#composer"));
    count();
    if (hadFocus) $("#composer").focus();
}

function addField(option, text = "", typedAs = null) {
    const field = new OptionField(option, {input: typed, focus: focused, key: fieldKeys, picked});
    field.typedAs = typedAs;
    if (text) field.set(text);
    current.fields.push(field);
    current.search.before(field.element);
    drawSearch();
    return field;
}

function removeField(field) {
    const index = current.fields.indexOf(field);
    current.fields.splice(index, 1);
    field.element.remove();
    drawSearch();
    return current.fields[index - 1] ?? null;
}

const absent = () => current.leaf.options.filter((option) => !current.fields.some((field) => field.option === option));

function drawSearch() {
    const left = absent().length;
    current.search.placeholder = left > 0 ? `+${left} more ${left === 1 ? "option" : "options"}` : current.leaf.options.length === 0 ? "Enter runs it" : "";
}

// --- suggestions ---

function focused(field) {
    if (!current) return;
    current.last = field;
    suggestions.attach(field.control);
    suggestFor(field);
}

/** What an option is for, above its suggestions. */
function about(field) {
    const {option, fault} = field;
    return [fault && h("span.fault", {}, fault + ". "), localDescription(option), ` · ${optionKind(option)}`, option.required ? " · required" : ""];
}

function suggestFor(field) {
    cancelAsking();
    const {option} = field;
    const title = localName(option);
    const note = about(field);
    if (option.type === 11) return suggestions.show(title, field.file ? [] : [{label: "Choose a file…", hint: "or drop or paste one", apply: () => field.choose()}], {note});
    const choices = optionChoices(option);
    if (choices) {
        const wanted = field.isPicked ? "" : field.text.replace(/^[@#]/, "").toLowerCase();
        const fits = choices.filter((choice) => `${choice.label} ${choice.hint ?? ""}`.toLowerCase().includes(wanted));
        return suggestions.show(title, fits.slice(0, 25).map((choice) => ({...choice, label: (choice.mark ?? "") + choice.label,
            apply: () => field.pick((choice.mark ?? "") + choice.label, choice.value)})), {note: fits.length === 0 ? [...note, h("br"), "Nothing fits what is written."] : note});
    }
    if (option.autocomplete === true) return ask(field, title, note);
    if (option.type === 3 && completing(field.control, suggestions, field.picks)()) return;
    suggestions.show(title, [], {note});
}

function cancelAsking() {
    clearTimeout(asking?.timer);
    asking?.abort.abort();
    asking = null;
}

/** Asks the bot what the option can be; an answer that comes late, for an older text, is not shown. */
function ask(field, title, note, now = false) {
    const mine = {abort: new AbortController(), timer: null};
    asking = mine;
    suggestions.show(title, [], {note: [...note, h("br"), "Loading options…"]});
    mine.timer = setTimeout(async () => {
        const options = {};
        for (const other of current.fields) {
            const value = other === field ? null : other.read()?.value;
            if (value !== null && value !== undefined) options[other.option.name] = value;
        }
        options[field.option.name] = field.text;
        const again = {label: "Try again", apply: () => ask(field, title, note, true)};
        try {
            const {interaction} = await api.act("autocomplete", {...run(), options, focused: field.option.name}, mine.abort.signal);
            if (asking !== mine) return;
            if (interaction.state === "failed") return suggestions.show("Loading options failed", [again], {note});
            const choices = interaction.choices ?? [];
            suggestions.show(title, choices.map((choice) => ({label: localName(choice), apply: () => field.pick(localName(choice), choice.value)})),
                {note: choices.length === 0 ? [...note, h("br"), "No options match your search."] : note});
        } catch (error) {
            if (asking === mine) suggestions.show("Loading options failed", [again], {note: error.message});
        }
    }, now ? 0 : debounce);
}

function suggestOptions() {
    suggestions.attach(current.search);
    cancelAsking();
    const typed = current.search.value.trim().toLowerCase();
    const left = absent().filter((option) => localName(option).toLowerCase().startsWith(typed) || option.name.startsWith(typed));
    const note = absent().length === 0 ? "Enter runs the command." : left.length === 0 ? `No option is called “${current.search.value.trim()}”.` : "";
    suggestions.show(absent().length === 0 ? "/" + current.leaf.words : "Options", left.map((option) => ({
        label: localName(option), hint: localDescription(option), extra: [option.required ? "required" : optionKind(option)],
        apply: () => {
            current.search.value = "";
            addField(option).focus();
        },
    })), {note});
}

// --- writing ---

/** Another option's name and a colon lead to that option, as if the whole command were one line. */
function typed(field) {
    const match = /(^|\s)(\S+):$/.exec(field.control.value.slice(0, field.control.selectionStart));
    const option = match && optionNames(current.leaf).get(match[2].toLowerCase());
    if (option && option === field.option && match.index + match[1].length === 0) {
        field.set("");
    } else if (option && option !== field.option) {
        field.set(field.control.value.slice(0, match.index));
        const other = current.fields.find((each) => each.option === option);
        return (other ?? addField(option, "", match[0].trimStart())).focus();
    }
    suggestFor(field);
}

function searched() {
    const text = current.search.value.trimStart();
    const option = text.endsWith(":") && optionNames(current.leaf).get(text.slice(0, -1).toLowerCase());
    if (!option) return suggestOptions();
    current.search.value = "";
    (current.fields.find((field) => field.option === option) ?? addField(option)).focus();
}

function picked(field) {
    const after = current.fields.slice(current.fields.indexOf(field) + 1);
    const next = after.find((each) => each.isEmpty) ?? current.fields.find((each) => each.isEmpty && each.option.required);
    if (next) next.focus();
    else current.search.focus();
}

// --- keys ---

function fieldKeys(event, field) {
    if (event.isComposing) return;
    const isOpen = !field.isEmpty && (field.isPicked || optionChoices(field.option) !== null && field.read()?.value !== undefined);
    if (event.key !== "Escape" && suggestions.takes(event, {enter: !isOpen && (field.option.type !== 11), tab: !isOpen})) return;
    const [start, end] = [field.control.selectionStart ?? 0, field.control.selectionEnd ?? 0];
    const atStart = start === 0 && end === 0;
    const atEnd = start === (field.control.value?.length ?? 0);
    const index = current.fields.indexOf(field);
    if (event.key === "Enter" && (field.option.type !== 11 || field.file)) submitCommand();
    else if (event.key === "Backspace" && field.isEmpty) dropBack(field);
    else if (event.key === "Backspace" && field.option.type === 11) field.keepFile(null);
    else if (event.key === "ArrowLeft" && atStart && index > 0) current.fields[index - 1].focus();
    else if (event.key === "ArrowRight" && atEnd) (current.fields[index + 1] ?? {focus: () => current.search.focus()}).focus(true);
    else if (event.key === "Escape") escape();
    else return;
    event.preventDefault();
    event.stopPropagation();
}

/** Backspace in an empty option takes it away; one that came by typing its name becomes text again. */
function dropBack(field) {
    const {typedAs} = field;
    const before = removeField(field);
    if (!before) return current.fields.length > 0 ? current.fields[0].focus(true) : current.leaf.options.length > 0 ? backToText() : current.search.focus();
    if (typedAs && before.option.type === 3) before.set(`${before.control.value} ${typedAs}`.trimStart());
    before.focus();
    suggestFor(before);
}

const backToText = () => writeInComposer("/" + current.leaf.words);

function searchKeys(event) {
    if (event.isComposing) return;
    const hasText = current.search.value.trim() !== "";
    if (event.key !== "Escape" && suggestions.takes(event, {enter: hasText, tab: hasText})) return;
    if (event.key === "Enter") submitCommand();
    else if (event.key === "Backspace" && current.search.value === "") {
        const last = current.fields.at(-1);
        if (last) last.focus();
        else backToText();
    } else if (event.key === "ArrowLeft" && current.search.selectionStart === 0 && current.fields.length > 0) current.fields.at(-1).focus();
    else if (event.key === "Escape") escape();
    else return;
    event.preventDefault();
    event.stopPropagation();
}

/** First the list goes, then, when nothing would be lost, the command. */
function escape() {
    if (suggestions.entries.length > 0) suggestions.hide();
    else if (current.fields.every((field) => field.isEmpty)) writeInComposer("");
    else suggestions.hide();
}

// --- what others put in ---

/** A file for an option that takes one: the one being filled, an empty one, or one that is not there yet. */
export function takeFiles(list) {
    const options = current.leaf.options.filter((option) => option.type === 11);
    if (options.length === 0) return announce("This command takes no file.", "error");
    for (const file of list) {
        const free = current.fields.find((field) => field.option.type === 11 && field.isEmpty);
        const missing = absent().find((option) => option.type === 11);
        const field = free ?? (missing ? addField(missing) : null);
        if (!field) return announce("Every option for a file has one.", "error");
        field.take(file);
    }
}

/** Text, or a mention (with what it stands for), where it was written last. */
export function insertIntoCommand(text, token = null) {
    const field = current.last?.option.type === 3 && current.fields.includes(current.last) ? current.last : current.fields.find((each) => each.option.type === 3);
    if (!field) return;
    if (token) field.picks.set(text.trim(), token);
    field.control.setRangeText(text, field.control.selectionStart, field.control.selectionEnd, "end");
    field.focus();
}

// --- sending ---

const run = () => ({as: store.as, channel_id: store.channelID, command_id: current.leaf.command.id, path: current.leaf.path});

function refuse(field, text) {
    field.setFault(text);
    field.focus();
    suggestFor(field);
}

export async function submitCommand() {
    const {leaf, fields, search} = current;
    for (const field of fields) {
        const answer = field.read();
        if (answer === null && field.option.required) return refuse(field, "This option is required");
        if (answer?.fault) return refuse(field, answer.fault);
    }
    const missing = absent().find((option) => option.required);
    if (missing) return refuse(addField(missing), "This option is required");
    if (search.value.trim() !== "") {
        search.focus();
        return announce(`“${search.value.trim()}” belongs to no option. Write an option's name and a colon before it.`, "error");
    }
    const body = run();
    const place = `${store.as}/${store.channelID}`;
    endCommand();
    $("#composer").focus();
    try {
        await Promise.all(fields.map((field) => field.file?.ready));
        const options = Object.fromEntries(fields.map((field) => [field.option.name, field.read()?.value]).filter(([, value]) => value !== undefined && value !== null));
        const {interaction} = await api.act("slash", {...body, options});
        if (interaction.modal) showModal(interaction.modal);
    } catch (error) {
        tell(error);
        // Nothing that was written is lost.
        if (error.status < 500 && !current && $("#composer").value === "" && place === `${store.as}/${store.channelID}`) restore(leaf, fields);
    }
}

function restore(leaf, fields) {
    beginCommand(leaf);
    for (const before of fields) {
        const field = current.fields.find((each) => each.option === before.option) ?? addField(before.option);
        if (before.option.type === 11) field.keepFile(before.file);
        else field.set(before.control.value, before.picked);
        field.picks = before.picks;
    }
    current.fields[0]?.focus();
}
