/** The look of an exported page: that of the window's story, in light and dark, on screen and paper. */

import { chartThemeOf, type Palette, palettes, tokenOf } from '../design.ts'
import { fontFamilies } from '../fonts.ts'

export const chartThemes = { light: chartThemeOf(palettes.light), dark: chartThemeOf(palettes.dark) } as const

const colours = (palette: Palette): string =>
  (Object.keys(palette) as (keyof Palette)[]).map((name) => `${tokenOf(name)}:${palette[name]}`).join(';')

export const pageStyle = `
:root{color-scheme:light dark;${colours(palettes.light)};--reading:${fontFamilies.reading};--interface:${fontFamilies.interface}}
@media (prefers-color-scheme:dark){:root{${colours(palettes.dark)}}}
*{box-sizing:border-box}
html{scroll-padding-top:1.5rem;text-size-adjust:100%}
body{margin:0;background:var(--paper);color:var(--ink);font:1.0625rem/1.62 var(--reading);font-variant-numeric:lining-nums;-webkit-font-smoothing:antialiased;text-rendering:optimizeLegibility;overflow-wrap:break-word}
main{max-width:46rem;margin:0 auto;padding:clamp(1.75rem,5vw,4rem) clamp(1.1rem,4vw,2.5rem) 7rem}
header{margin-bottom:2.75rem}
h1{margin:0 0 .9rem;font-size:clamp(2rem,5vw,3.1rem);font-weight:600;line-height:1.08;letter-spacing:-.024em;text-wrap:balance;overflow-wrap:anywhere}
h2{margin:3.4rem 0 1.05rem;font-size:clamp(1.4rem,2.4vw,1.75rem);font-weight:600;line-height:1.2;letter-spacing:-.016em;text-wrap:balance}
p{max-width:66ch;margin:0 0 1.15rem;text-wrap:pretty}
blockquote{margin:0 0 1.2rem;padding-left:1rem;border-left:3px solid var(--line)}
blockquote p{margin:0 0 .2rem}
.scope{margin:0;color:var(--ink-soft);font-size:1.15rem;line-height:1.5}
.reading-time{margin:.6rem 0 0;font-family:var(--interface);color:var(--muted);font-size:.82rem}
.subtitle,figcaption,table,details,footer,.hand{font-family:var(--interface)}
.lead h2{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
.lead p{font-size:1.27rem;line-height:1.5}
.key,.short{padding-top:1.1rem;border-top:3px solid var(--accent)}
.key h2,.short h2{margin:0 0 .4rem;font:620 .95rem/1.3 var(--interface);letter-spacing:-.005em}
.key p,.short p{margin:0;padding:.9rem 0;border-bottom:1px solid var(--line);font-size:1.15rem;line-height:1.45}
.leads p,.quality p,.notFound p,.further p{max-width:78ch;margin:0;padding:.55rem 0;border-bottom:1px solid var(--line);font-size:1rem;line-height:1.5}
.hand{padding:.5rem .9rem;border-radius:6px;background:var(--sunken);color:var(--ink-soft);font-size:.86rem;line-height:1.5;white-space:pre-line}
a.number{color:inherit;text-decoration:underline 1.5px var(--chart-mark);text-underline-offset:.2em}
a.number:hover,a.number:focus-visible{background:var(--sunken);color:var(--accent);border-radius:3px}
figure{margin:1.9rem 0 2.6rem;padding-top:.9rem;border-top:2px solid var(--ink);break-inside:avoid}
figcaption{margin-bottom:.6rem;font-size:1rem;font-weight:650;line-height:1.35;letter-spacing:-.006em;text-wrap:balance;overflow-wrap:anywhere}
.subtitle{display:block;margin-top:.2rem;color:var(--muted);font-size:.82rem;font-weight:400;letter-spacing:0}
svg.chart{overflow:visible;font-family:var(--interface)}
figure img,figure svg{display:block;width:100%;height:auto}
details{margin:.5rem 0;color:var(--muted);font-size:.82rem}
article details{margin:0;padding:.6rem 0;border-bottom:1px solid var(--line)}
article summary{color:var(--ink-soft);font-size:.9rem;line-height:1.45}
summary{cursor:pointer}
summary:focus-visible,a:focus-visible,.scroll:focus-visible{outline:2px solid var(--accent);outline-offset:2px;border-radius:4px}
.scroll{max-height:26rem;overflow:auto}
table{width:100%;margin:.6rem 0;border-collapse:collapse;font-size:.82rem;font-variant-numeric:tabular-nums lining-nums}
th,td{padding:.28rem .7rem .28rem 0;border-bottom:1px solid var(--line);text-align:left;vertical-align:top}
th{color:var(--muted);font-weight:600}
td.n,th.n{text-align:right}
pre{padding:.7rem .9rem;border-radius:6px;background:var(--sunken);color:var(--ink-soft);font-size:.78rem;line-height:1.5;white-space:pre-wrap;overflow-wrap:anywhere}
footer{margin-top:4rem;padding-top:1rem;border-top:1px solid var(--line);color:var(--muted);font-size:.82rem;overflow-wrap:anywhere}
section:target,article:target{background:var(--sunken);outline:.6rem solid var(--sunken);border-radius:2px}
@page{size:A4;margin:18mm 17mm 20mm;@bottom-right{content:counter(page) ' / ' counter(pages);font:9pt Inter,Arial,sans-serif;color:#586663}}
@media print{
:root{color-scheme:light;${colours(palettes.light)};--paper:#fff}
body{font-size:10.5pt}
main{max-width:none;padding:0}
h1{font-size:25pt}
h2{margin-top:20pt;font-size:15pt;break-after:avoid}
.lead p{font-size:12.5pt}
.key p,.short p{padding:6pt 0;font-size:11.5pt}
p{orphans:3;widows:3}
.key p,.short p,figcaption,blockquote,tr{break-inside:avoid}
figcaption{break-after:avoid}
figure{max-width:150mm;margin:12pt 0 18pt}
figure img,figure svg{max-height:190mm}
figure img{object-fit:contain;object-position:left}
a.number{text-decoration:none}
details,.evidence{display:none}
}
`
