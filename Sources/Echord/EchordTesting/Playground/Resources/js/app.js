// Starts the page.

import {$} from "./dom.js";
import {startBotPanel} from "./botpanel.js";
import {startClock, tick} from "./clock.js";
import {startComposer} from "./composer.js";
import {drawTyping, startConversation} from "./conversation.js";
import {startDrawers} from "./drawers.js";
import {handle} from "./events.js";
import {startFaults} from "./faults.js";
import {openHelp} from "./help.js";
import {icon} from "./icons.js";
import {connect} from "./live.js";
import {startMembers} from "./members.js";
import {load, readAddress} from "./navigation.js";
import {startPersona} from "./persona.js";
import {startPins} from "./pins.js";
import {startPlaces} from "./places.js";
import {startServer} from "./server.js";
import {startShortcuts} from "./shortcuts.js";
import {store} from "./state.js";
import {drawBanner, startStatus} from "./status.js";
import {startThreads} from "./threads.js";
import {load as loadTimeline} from "./timeline.js";
import {refreshRelative} from "./timestamps.js";

for (const [id, name] of [["#open-sidebar", "menu"], ["#theme-switch", "theme"], ["#open-help", "help"], ["#open-bot", "timeline"], ["#open-pins", "pin"], ["#open-members", "members"]]) {
    $(id).append(icon(name));
}
$("#theme-switch").addEventListener("click", () => window.switchTheme());
$("#open-help").addEventListener("click", openHelp);
readAddress();
startPlaces();
startPersona();
startMembers();
startBotPanel();
startStatus();
startClock();
startFaults();
startConversation();
startComposer();
startDrawers();
startPins();
startServer();
startThreads();
startShortcuts();
store.on("clock", refreshRelative);
setInterval(() => {
    tick();
    refreshRelative();
    drawTyping();
    drawBanner();
}, 1000);
connect(handle, async () => {
    await load();
    loadTimeline();
});
