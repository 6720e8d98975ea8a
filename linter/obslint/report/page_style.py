"""The looks that all pages share, in light and in dark. Every colour of text has a contrast of 4.5 or more on both grounds."""

BASE = """
:root { color-scheme: light dark; --paper: #fff; --ink: #1b1f24; --faint: #57606a; --line: #8c959f; --panel: #f6f8fa; --good: #1a7f37;
  --bad: #b3261e; --open: #8a5a00; --focus: #0550ae; --mark: #ffe3e0; }
@media screen and (prefers-color-scheme: dark) {
  :root { --paper: #0d1117; --ink: #e6edf3; --faint: #9da7b1; --line: #6e7681; --panel: #161b22; --good: #56d364; --bad: #ff8a80;
    --open: #e3b341; --focus: #79c0ff; --mark: #5c1f1b; }
}
* { box-sizing: border-box; }
body { margin: 0 auto; max-width: 90rem; padding: 1rem 1.5rem 3rem; background: var(--paper); color: var(--ink);
  font: 1rem/1.5 system-ui, sans-serif; }
h1 { font-size: 1.4rem; margin: .5rem 0; overflow-wrap: anywhere; } h2 { font-size: 1.1rem; margin: 2rem 0 .75rem; }
code, pre { font-family: ui-monospace, SFMono-Regular, Menlo, Consolas, monospace; font-size: .92em; }
code { overflow-wrap: anywhere; }
a { color: var(--focus); }
:focus-visible { outline: 3px solid var(--focus); outline-offset: 2px; }
:target { background: var(--panel); box-shadow: inset 4px 0 var(--focus); }
.skip { margin: 0; } .skip a { position: absolute; left: -100rem; } .skip a:focus { position: static; }
.faint { color: var(--faint); } .verdict { font-size: 1.15rem; font-weight: 600; margin: .25rem 0; }
.scroll { overflow-x: auto; border: 1px solid var(--line); border-radius: 8px; background: var(--panel); }
.holds { color: var(--good); } .broken { color: var(--bad); } .undecided { color: var(--open); }
.legend { list-style: none; display: flex; flex-wrap: wrap; gap: .25rem 1.25rem; padding: 0; margin: 0 0 .5rem; font-size: .9rem; }
details { border: 1px solid var(--line); border-radius: 8px; padding: .5rem 1rem; margin: .75rem 0; }
summary { cursor: pointer; padding: .25rem 0; }
figure { margin: .25rem 0 .75rem 1rem; } figcaption { color: var(--faint); font-size: .9rem; }
pre { margin: .25rem 0; padding: .5rem .75rem; overflow-x: auto; background: var(--panel); border-radius: 6px; }
pre .number { color: var(--faint); }
mark { background: var(--mark); color: inherit; border-bottom: 2px solid var(--bad); padding-bottom: .15em; }
table { border-collapse: collapse; width: 100%; }
th, td { text-align: left; padding: .35rem .75rem; border-bottom: 1px solid var(--line); vertical-align: top; }
tbody th { font-weight: 400; }
@media print { .scroll { overflow: visible; } details { break-inside: avoid; } }
"""
