"""The looks of a trace's page beyond those of every page: the drawing, and its paths."""

CSS = """
.scroll svg { display: block; margin: 0 auto; }
.hops { padding-left: 1.5rem; } .hops p { margin: .35rem 0; }
.hop { fill: none; stroke: currentColor; stroke-width: 2; } .hop.broken { stroke-dasharray: 7 5; } .hop.undecided { stroke-dasharray: 2 4; }
.tip { fill: currentColor; }
.stage rect { fill: var(--paper); stroke: var(--line); stroke-width: 1.5; } .stage.subject rect { stroke: var(--focus); stroke-width: 3; }
.stage.nobody rect { stroke: var(--bad); stroke-dasharray: 7 5; } .stage:hover rect { fill: var(--panel); }
.stage text { fill: var(--ink); font-size: 13px; } .stage .kind { fill: var(--faint); font-size: 10.5px; letter-spacing: .06em; }
.stage .name { font-weight: 600; } .stage .where { fill: var(--faint); font-size: 10.5px; font-family: ui-monospace, monospace; }
.stage:focus-visible, .words:focus-visible { outline: none; } .stage:focus-visible rect { stroke: var(--focus); stroke-width: 4; }
.words rect { fill: var(--panel); stroke: currentColor; stroke-width: 1; } .words text { fill: currentColor; font-size: 12px; }
.words:focus-visible rect { stroke: var(--focus); stroke-width: 4; }
.state { display: inline-block; min-width: 4.5rem; font-weight: 600; font-size: .85rem; }
.reason { padding-left: 1rem; } .rule { color: var(--faint); }
"""
