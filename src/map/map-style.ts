/**
 * The looks of the picture. A page that shows it may set the colours; what is drawn alone has these. Lines differ by
 * their dashes too, so that nobody needs the colours.
 */
export const MAP_STYLE = `
.map-svg { font-family: ui-sans-serif, system-ui, "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif; }
.map-paper { fill: var(--map-paper, #ffffff); }
.map-svg text { fill: var(--map-ink, #1c2430); font-size: 11px; }
.map-svg .map-title { font-weight: 600; font-size: 13px; }
.map-svg .map-detail { fill: var(--map-quiet, #52606f); }
.map-svg .map-group-label { fill: var(--map-quiet, #52606f); font-size: 12px; font-weight: 600; stroke: var(--map-zone, #f4f6f8); stroke-width: 4px; stroke-linejoin: round; paint-order: stroke; }
.map-svg .map-edge-label { fill: var(--map-ink, #1c2430); font-size: 10.5px; }
.map-label-paper { fill: var(--map-paper, #ffffff); fill-opacity: 0.92; }
.map-group { fill: var(--map-zone, #f4f6f8); stroke: var(--map-zone-line, #b9c2cc); stroke-width: 1; }
.map-node { fill: var(--map-node, #ffffff); stroke: var(--map-node-line, #7b8794); stroke-width: 1.2; }
.map-node.map-declared { fill: var(--map-ephi, #e4eefb); stroke: var(--map-ephi-line, #2a5b9c); stroke-width: 1.6; }
.map-node.map-inferred { fill: var(--map-ephi, #e4eefb); stroke: var(--map-ephi-line, #2a5b9c); stroke-width: 1.6; stroke-dasharray: 6 3; }
.map-node.map-assumed { fill: var(--map-node, #ffffff); stroke: var(--map-ephi-line, #2a5b9c); stroke-width: 1.6; stroke-dasharray: 2 3; }
.map-edge { fill: none; stroke-width: 1.8; }
.map-edge.map-encrypted { stroke: var(--map-encrypted, #1d6a4f); }
.map-edge.map-not-encrypted { stroke: var(--map-clear, #c02026); stroke-width: 3; stroke-dasharray: 9 4; }
.map-edge.map-partly { stroke: var(--map-partly, #a85a00); stroke-width: 2.2; stroke-dasharray: 9 3 2 3; }
.map-edge.map-unproven { stroke: var(--map-unproven, #6a5a8c); stroke-dasharray: 2 4; stroke-linecap: round; stroke-width: 2.2; }
.map-edge.map-no-network { stroke: var(--map-quiet, #52606f); stroke-width: 1; }
.map-edge.map-no-ephi { stroke: var(--map-none, #98a2ad); stroke-width: 1; }
.map-head.map-encrypted { fill: var(--map-encrypted, #1d6a4f); }
.map-head.map-not-encrypted { fill: var(--map-clear, #c02026); }
.map-head.map-partly { fill: var(--map-partly, #a85a00); }
.map-head.map-unproven { fill: var(--map-unproven, #6a5a8c); }
.map-head.map-no-network { fill: var(--map-quiet, #52606f); }
.map-head.map-no-ephi { fill: var(--map-none, #98a2ad); }
`.trim()
