// The bot's commands in the menus of messages and members.

import {api, tell} from "./api.js";
import {showModal} from "./modal.js";
import {store} from "./state.js";

const ofType = (type) => store.myCommands.filter((command) => command.type === type);

export const userCommands = () => (store.channelID ? ofType(2) : []);
export const messageCommands = () => ofType(3);

/** Runs such a command on a member or a message. */
export async function runContextMenu(command, target, channelID) {
    try {
        const {interaction} = await api.act("context-menu", {as: store.as, channel_id: channelID, command_id: command.id, target_id: target});
        // A failure stands in the conversation, as the line of a command that got no answer.
        if (interaction.modal) showModal(interaction.modal);
    } catch (error) {
        tell(error);
    }
}
