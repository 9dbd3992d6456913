/** Style sheet of the report, for light and dark mode, print and small screens. */
export const STYLE = `
:root { font: 16px/1.5 system-ui, sans-serif; --ink: light-dark(#1b1d22, #e6e8ec); --page: light-dark(#fff, #15171b);
  --line: light-dark(#d9dce2, #343841); --code: light-dark(#f4f5f7, #1e2127);
  --passed: light-dark(#17703a, #5fd08b); --failed: light-dark(#b3261e, #ff8f86); --not-run: light-dark(#7a5b00, #e0bb4d); }
body { color: var(--ink); background: var(--page); max-width: 72rem; margin: 0 auto; padding: 2rem 1rem 6rem; }
h1 { margin: 0; } h2 { margin: 2.5rem 0 .5rem; font-size: 1.15rem; }
details { border-top: 1px solid var(--line); padding: .5rem 0; }
summary { cursor: pointer; } .test { margin-left: 1.5rem; } .why { margin: .25rem 0 .75rem 1.5rem; opacity: .75; }
.verdict { display: inline-block; min-width: 4.5rem; font-weight: 600; }
.passed > summary .verdict { color: var(--passed); } .failed > summary .verdict { color: var(--failed); }
.not-run > summary .verdict { color: var(--not-run); }
figure { margin: .75rem 0; } figcaption { font-size: .85rem; opacity: .75; }
pre { background: var(--code); padding: .75rem; border-radius: .4rem; white-space: pre-wrap; overflow-wrap: anywhere;
  font-size: .8rem; margin: .25rem 0; }
pre.sent { border-left: 3px solid var(--not-run); } pre.received { border-left: 3px solid var(--passed); }
pre.reason { border-left: 3px solid var(--failed); }
`;
