// Faults made on purpose, as far as the control API can make them.

import {h} from "./dom.js";

export function drawFaults(panel) {
    panel.append(h("section.panel-part", {}, h("p", {}, "This local Discord makes no faults on purpose yet.")));
}
