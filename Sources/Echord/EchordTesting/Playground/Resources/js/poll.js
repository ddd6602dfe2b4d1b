// Polls: voted in, taken back, closed, and made.

import {h, iconButton} from "./dom.js";
import {api, tell} from "./api.js";
import {openDialog} from "./dialog.js";
import {icon} from "./icons.js";
import {avatar, displayName, emojiText} from "./people.js";
import {openPopover} from "./popover.js";
import {now, store} from "./state.js";
import {relativeTime} from "./timestamps.js";

const chosen = new Map(); // "member/message" → the answers that are ticked and not sent yet
const peeking = new Set(); // "member/message": the results are looked at without a vote
const mostAnswers = 10;
const spans = [[1, "1 hour"], [4, "4 hours"], [8, "8 hours"], [24, "24 hours"], [72, "3 days"], [168, "1 week"], [336, "2 weeks"]];

/** What is known of a poll: its votes, whether it is over, whether the member has voted. */
function facts(poll) {
    const counts = new Map((poll.results?.answer_counts ?? []).map((entry) => [entry.id, entry]));
    const total = [...counts.values()].reduce((sum, entry) => sum + entry.count, 0);
    const end = poll.expiry ? Date.parse(poll.expiry) : null;
    return {counts, total, end, isOver: poll.results?.is_finalized === true || end !== null && end <= now(), hasVoted: [...counts.values()].some((entry) => entry.me_voted)};
}

export function poll(message) {
    const {poll} = message;
    const {total, end, isOver, hasVoted} = facts(poll);
    const key = `${store.as}/${message.id}`;
    const showsResults = isOver || hasVoted || peeking.has(key);
    const foot = h("span.hint", {}, `${total} ${total === 1 ? "vote" : "votes"} · `, isOver ? "closed" : end !== null ? ["ends ", relativeTime(end)] : "open");
    return h("section.poll", {"aria-label": `Poll: ${poll.question?.text ?? ""}`}, h("strong", {}, poll.question?.text ?? "Poll"),
        !isOver && h("span.hint", {}, poll.allow_multiselect ? "Select one or more answers" : "Select one answer"),
        showsResults ? results(message) : form(message, key), h("div.poll-foot", {}, foot, buttons(message, key, {isOver, hasVoted})));
}

function buttons(message, key, {isOver, hasVoted}) {
    if (isOver) return null;
    if (hasVoted) return h("button.button.small", {type: "button", dataset: {customId: "poll-back"}, onclick: () => vote(message, [])}, "Remove vote");
    const peek = h("button.button.small", {type: "button", dataset: {customId: "poll-peek"}, onclick: () => {
        if (!peeking.delete(key)) peeking.add(key);
        store.change("messages-anew");
    }}, peeking.has(key) ? "Back to vote" : "Show results");
    const send = !peeking.has(key) && h("button.button.small.primary", {
        type: "button", dataset: {customId: "poll-vote"}, disabled: !(chosen.get(key)?.size > 0), onclick: () => vote(message, [...chosen.get(key)]),
    }, "Vote");
    return [peek, send];
}

function form(message, key) {
    const {poll} = message;
    if (!chosen.has(key)) chosen.set(key, new Set());
    const ticked = chosen.get(key);
    return h("fieldset.poll-answers", {"aria-label": poll.question?.text}, poll.answers.map((answer) => h("label.choice", {},
        h("input", {
            type: poll.allow_multiselect ? "checkbox" : "radio", name: `poll-${message.id}`, checked: ticked.has(answer.answer_id), dataset: {customId: `poll-${answer.answer_id}`},
            onchange: (event) => {
                if (!poll.allow_multiselect) ticked.clear();
                if (event.target.checked) ticked.add(answer.answer_id);
                else ticked.delete(answer.answer_id);
                event.target.closest(".poll").querySelector("[data-custom-id='poll-vote']").disabled = ticked.size === 0;
            },
        }), media(answer))));
}

const media = (answer) => h("span.poll-text", {}, emojiText(answer.poll_media?.emoji), " ", answer.poll_media?.text ?? "");

function results(message) {
    const {poll} = message;
    const {counts, total, isOver} = facts(poll);
    const most = Math.max(0, ...[...counts.values()].map((entry) => entry.count));
    return h("div.poll-answers", {}, poll.answers.map((answer) => {
        const entry = counts.get(answer.answer_id);
        const count = entry?.count ?? 0;
        const part = total > 0 ? count / total : 0;
        const element = h("div.poll-answer", {vars: {"--part": String(part)}}, media(answer),
            entry?.me_voted && h("span.tag", {}, "YOU"), isOver && count === most && most > 0 && icon("check", true),
            h("button.link", {
                type: "button", disabled: count === 0, "aria-haspopup": "dialog", "aria-label": `${count} ${count === 1 ? "vote" : "votes"} for ${answer.poll_media?.text}: who`,
                onclick: (event) => voters(message, answer, event.currentTarget),
            }, `${count} · ${Math.round(part * 100)} %`));
        element.classList.toggle("mine", entry?.me_voted === true);
        return element;
    }));
}

async function vote(message, answers) {
    try {
        await api.asMember(store.as, "PUT", `/channels/${message.channel_id}/polls/${message.id}/answers/@me`, {answer_ids: answers.map(String)});
        chosen.delete(`${store.as}/${message.id}`);
        peeking.delete(`${store.as}/${message.id}`);
    } catch (error) {
        tell(error);
    }
}

async function voters(message, answer, anchor) {
    try {
        const {users} = await api.asMember(store.as, "GET", `/channels/${message.channel_id}/polls/${message.id}/answers/${answer.answer_id}?limit=100`);
        openPopover(anchor, [h("h3", {}, answer.poll_media?.text ?? ""), h("ul.voters", {}, users.map((user) => h("li", {}, avatar(user, "xs"), displayName(user))))],
            {label: `Who voted for ${answer.poll_media?.text}`, className: "personas"});
    } catch (error) {
        tell(error);
    }
}

/** Closes an own poll before its time. */
export async function endPoll(message) {
    try {
        await api.asMember(store.as, "POST", `/channels/${message.channel_id}/polls/${message.id}/expire`);
    } catch (error) {
        tell(error);
    }
}

export const isOpenPoll = (message) => message.poll != null && !facts(message.poll).isOver;

/** The form for a new poll. */
export function openPollForm() {
    const question = h("input.field", {id: "poll-question", name: "question", maxlength: 300, required: true, autocomplete: "off"});
    const host = h("div.poll-inputs");
    const add = h("button.button.small", {type: "button", onclick: () => addAnswer().focus()}, icon("plus", true), "Add an answer");
    const span = h("select.field", {id: "poll-span", name: "span"}, spans.map(([hours, text]) => h("option", {value: hours, selected: hours === 24}, text)));
    const several = h("input", {type: "checkbox", name: "several"});
    const fault = h("p.dialog-fault", {role: "alert", hidden: true});
    const inputs = () => [...host.querySelectorAll("input")];
    function settle() {
        add.hidden = host.children.length >= mostAnswers;
        for (const [index, row] of [...host.children].entries()) {
            row.querySelector("input").setAttribute("aria-label", `Answer ${index + 1}`);
            row.querySelector("input").placeholder = `Answer ${index + 1}`;
            row.querySelector("button").disabled = host.children.length <= 2;
        }
    }
    function addAnswer() {
        const input = h("input.field", {maxlength: 55, autocomplete: "off"});
        const row = h("div.poll-input", {}, input, iconButton("trash", "Take this answer away", () => {
            const next = row.nextElementSibling ?? row.previousElementSibling;
            row.remove();
            settle();
            next?.querySelector("input").focus();
        }, {small: true}));
        host.append(row);
        settle();
        return input;
    }
    addAnswer();
    addAnswer();
    const button = h("button.button.primary", {type: "submit"}, "Post");
    const {as, channelID} = store;
    const form = h("form.dialog-form", {onsubmit: async (event) => {
        event.preventDefault();
        const answers = inputs().map((input) => input.value.trim()).filter(Boolean);
        fault.hidden = answers.length >= 2;
        if (!fault.hidden) {
            fault.textContent = "A poll has two answers or more.";
            return inputs().find((input) => input.value.trim() === "").focus();
        }
        button.disabled = true;
        try {
            await api.asMember(as, "POST", `/channels/${channelID}/messages`, {poll: {
                question: {text: question.value.trim()}, answers: answers.map((text) => ({poll_media: {text}})), duration: Number(span.value), allow_multiselect: several.checked,
            }});
            dialog.close();
        } catch (error) {
            fault.textContent = error.message;
            fault.hidden = false;
        }
        button.disabled = false;
    }}, h("div.dialog-fields", {},
        h("div.form-field", {}, h("label", {for: "poll-question"}, "Question", h("span.required", {}, " *")), question),
        h("fieldset.form-field", {}, h("legend", {}, "Answers"), host, h("div", {}, add)),
        h("div.form-field", {}, h("label", {for: "poll-span"}, "Open for"), span),
        h("label.switch-row", {}, "Several answers can be chosen", several)), fault,
    h("footer.dialog-foot", {}, h("button.button", {type: "button", onclick: () => dialog.close()}, "Cancel"), button));
    const dialog = openDialog("Create a poll", form, {id: "poll-form"});
    question.focus();
}

/** The line that tells how a poll ended. */
export function pollResult(message) {
    const fields = Object.fromEntries((message.embeds?.[0]?.fields ?? []).map((field) => [field.name, field.value]));
    const total = Number(fields.total_votes ?? 0);
    const winner = fields.victor_answer_text;
    const votes = Number(fields.victor_answer_votes ?? 0);
    return {question: fields.poll_question_text ?? "", text: total === 0 ? "Nobody voted." : winner ? `${[fields.victor_answer_emoji_name, winner].filter(Boolean).join(" ")} won with ${Math.round(100 * votes / total)} %.`
        : "It ended in a draw."};
}
