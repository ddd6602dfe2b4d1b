// Polls, as far as a message shows them.

import {h} from "./dom.js";
import {emojiText} from "./people.js";
import {now} from "./state.js";
import {relativeTime} from "./timestamps.js";

export function poll(poll) {
    const counts = new Map((poll.results?.answer_counts ?? []).map((entry) => [entry.id, entry]));
    const total = [...counts.values()].reduce((sum, entry) => sum + entry.count, 0);
    const end = poll.expiry ? Date.parse(poll.expiry) : null;
    const isOver = poll.results?.is_finalized === true || end !== null && end <= now();
    return h("section.poll", {"aria-label": "Poll"}, h("strong", {}, poll.question?.text ?? "Poll"),
        h("span.hint", {}, poll.allow_multiselect ? "Several answers can be chosen." : "One answer can be chosen."),
        (poll.answers ?? []).map((answer) => {
            const entry = counts.get(answer.answer_id);
            const part = total > 0 ? (entry?.count ?? 0) / total : 0;
            return h("div.poll-answer", {vars: {"--part": String(part)}}, answer.poll_media?.emoji && emojiText(answer.poll_media.emoji),
                h("span", {}, answer.poll_media?.text ?? ""), entry?.me_voted && h("span.tag", {}, "YOU"), h("span.hint", {}, `${entry?.count ?? 0} · ${Math.round(part * 100)} %`));
        }),
        h("span.hint", {}, `${total} ${total === 1 ? "vote" : "votes"} · `, isOver ? "closed" : end !== null ? ["ends ", relativeTime(end)] : "open"));
}
