// Who stands above whom: nobody moderates or changes what is not below them.

import {guild, rolesOf, store} from "./state.js";

/** Whether a member (you, unless named) stands above another. */
export function outranks(other, user = store.as) {
    const where = guild();
    if (!where || user === other || where.owner_id === other) return false;
    return where.owner_id === user || isHigher(rolesOf(user)[0], rolesOf(other)[0]);
}

/** Whether a role is below the member's own highest, so that they may give, take and change it. */
export function mayHandle(role, user = store.as) {
    const where = guild();
    if (!where || role.id === where.id && where.owner_id !== user) return where?.owner_id === user;
    return where.owner_id === user || isHigher(rolesOf(user)[0], role);
}

// Of two roles with one position the older one stands higher.
function isHigher(a, b) {
    if (!a) return false;
    if (!b) return true;
    return a.position !== b.position ? a.position > b.position : BigInt(a.id) < BigInt(b.id);
}
