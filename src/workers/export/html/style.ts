/** The look of an exported page: a well-set long read, in light and dark, on screen and paper. */
import type { ChartTheme } from '../../../shared/story/chart-configuration.ts'

export const chartThemes = {
  light: { text: '#3c4048', grid: '#e4e3de', quiet: '#bfc3ca', accent: '#2456c7', background: '#fdfcf9' },
  dark: { text: '#c9ccd3', grid: '#33363d', quiet: '#5a606b', accent: '#7ea6ff', background: '#17181b' },
} as const satisfies Record<string, Omit<ChartTheme, 'fontFamily'>>

export const pageStyle = `
:root{color-scheme:light dark;--text:#1f2228;--soft:#5d626d;--rule:#e4e3de;--paper:#fdfcf9;--panel:#f5f3ee;--accent:#2456c7}
@media (prefers-color-scheme:dark){:root{--text:#e7e8ea;--soft:#a0a5b0;--rule:#33363d;--paper:#17181b;--panel:#1f2125;--accent:#7ea6ff}}
*{box-sizing:border-box}
body{margin:0;background:var(--paper);color:var(--text);font:1.0625rem/1.62 "Source Serif 4",Charter,"Iowan Old Style",Georgia,serif}
main{max-width:42.5rem;margin:0 auto;padding:4rem 1.25rem 6rem}
h1{font-size:2.4rem;line-height:1.14;letter-spacing:-.015em;margin:0 0 .6rem;text-wrap:balance}
h2{font-size:1.35rem;line-height:1.25;margin:3rem 0 .7rem}
p{margin:0 0 1rem}
blockquote{margin:0 0 1.2rem;padding-left:1rem;border-left:3px solid var(--rule)}
blockquote p{margin:0 0 .2rem}
.scope,.subtitle,figcaption,table,details,footer{font-family:Inter,"Helvetica Neue","Segoe UI",Arial,sans-serif}
.scope{color:var(--soft);font-size:.95rem;margin-bottom:2.2rem}
.lead h2{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
.lead p{font-size:1.2rem;line-height:1.5}
.further p{font-size:.95rem;margin:0 0 .5rem}
.key p,.short p{border-left:3px solid var(--accent);padding-left:1rem;margin-left:0}
p.hand{margin:-.6rem 0 1rem;padding-left:1rem;white-space:pre-line;color:var(--soft);font:italic .9rem/1.5 Inter,"Helvetica Neue","Segoe UI",Arial,sans-serif}
a.number{color:inherit;text-decoration:underline dotted var(--soft) 1px;text-underline-offset:.2em;font-variant-numeric:tabular-nums}
a.number:hover,a.number:focus-visible{color:var(--accent);text-decoration-color:currentColor}
figure{margin:1.6rem 0 2.2rem}
figcaption{margin-bottom:.6rem;font-size:.98rem;font-weight:650;line-height:1.35}
.subtitle{display:block;color:var(--soft);font-size:.84rem;font-weight:400}
figure img{display:block;width:100%;height:auto}
details{font-size:.84rem;color:var(--soft);margin:.4rem 0}
summary{cursor:pointer}
summary:focus-visible,a:focus-visible{outline:2px solid var(--accent);outline-offset:2px}
.scroll{overflow-x:auto;max-height:26rem;overflow-y:auto}
table{border-collapse:collapse;font-size:.82rem;font-variant-numeric:tabular-nums;margin:.6rem 0;width:100%}
th,td{text-align:left;padding:.28rem .7rem .28rem 0;border-bottom:1px solid var(--rule);vertical-align:top}
th{color:var(--soft);font-weight:600}
td.n,th.n{text-align:right}
pre{background:var(--panel);padding:.7rem .9rem;border-radius:6px;overflow-x:auto;white-space:pre-wrap;overflow-wrap:anywhere;font-size:.78rem;line-height:1.5}
footer{margin-top:4rem;padding-top:1rem;border-top:1px solid var(--rule);color:var(--soft);font-size:.82rem}
section:target,article:target{background:var(--panel);outline:.6rem solid var(--panel);border-radius:2px}
@media print{details{display:none}main{max-width:none;padding:0}}
`
