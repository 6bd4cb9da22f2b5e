// A harbour's annual report, as an office prints one: cover, outline, ruled tables (one with a header of two rows, one
// over two pages), a table that only its columns tell, a page in two columns, a figure. Every figure in the text is
// worked out from the tables, so what the report says is true of them.
import { normal, uniform } from './random.mjs'

const monthNames = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
]

const grouped = (value) => value.toLocaleString('en-GB')
const pounds = (value) => `£${grouped(value)}`
const sum = (values) => values.reduce((total, value) => total + value, 0)
const percent = (now, before) => `${(Math.abs(now / before - 1) * 100).toFixed(1)}%`
const riseOrFall = (now, before) => (now >= before ? 'rose' : 'fell')

export function harbourReport() {
  const next = uniform(20_251_231)
  const noise = normal(next)
  const cargo = cargoByKind()
  const months = trafficByMonth(noise, sum(cargo.map(({ imports, exports }) => imports + exports)))
  const stations = waterStations(next)
  const accounts = harbourAccounts(months, cargo)
  const berths = berthRegister(next)
  return `<!doctype html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<title>Ellmouth Harbour: Annual report 2025</title>
<style>${styles}</style>
</head>
<body>
${cover()}
${summary(months, cargo, accounts)}
${traffic(months)}
${cargoSection(cargo)}
${water(stations)}
${notes()}
${finance(accounts)}
${appendix(berths)}
</body>
</html>`
}

/** `allTonnes` is what the months carry together: Table 1 and Table 2 tell of the same cargo. */
function trafficByMonth(noise, allTonnes) {
  const shape = [0.62, 0.66, 0.81, 0.96, 1.14, 1.27, 1.41, 1.43, 1.18, 0.95, 0.74, 0.6]
  const months = monthNames.map((month, index) => {
    const calls = Math.round(212 * shape[index] * (1 + 0.03 * noise()))
    const before = Math.round(201 * shape[index] * (1 + 0.03 * noise()))
    const tonnes = Math.round(calls * (118 + 4 * noise()) + (index === 9 ? 6200 : 0))
    // The ferry stood still for most of October.
    const passengers = Math.round(5200 * shape[index] ** 1.7 * (index === 9 ? 0.24 : 1) * (1 + 0.03 * noise()))
    return { month, calls, before, tonnes, passengers }
  })
  const share = allTonnes / sum(months.map(({ tonnes }) => tonnes))
  const scaled = months.map((one) => ({ ...one, tonnes: Math.round(one.tonnes * share) }))
  const rest = allTonnes - sum(scaled.map(({ tonnes }) => tonnes))
  return scaled.map((one, index) => (index === 11 ? { ...one, tonnes: one.tonnes + rest } : one))
}

function cargoByKind() {
  return [
    { kind: 'Timber and boards', importsBefore: 61_400, imports: 66_900, exportsBefore: 8_200, exports: 7_900 },
    { kind: 'Aggregates', importsBefore: 48_700, imports: 44_100, exportsBefore: 31_500, exports: 35_800 },
    { kind: 'Grain and feed', importsBefore: 27_300, imports: 29_800, exportsBefore: 40_600, exports: 46_300 },
    { kind: 'Fish, landed fresh', importsBefore: 11_900, imports: 10_700, exportsBefore: 3_400, exports: 3_100 },
    { kind: 'Steel', importsBefore: 16_800, imports: 18_200, exportsBefore: 5_100, exports: 5_600 },
    { kind: 'General goods', importsBefore: 22_600, imports: 23_500, exportsBefore: 14_300, exports: 15_200 },
  ]
}

function waterStations(next) {
  return ['North Pier', 'Fish Quay', 'Inner Basin', 'Ferry Berth', 'River Mouth', 'Bathing Beach'].map(
    (station, index) => ({
      station,
      samples: 46 + Math.floor(next() * 7),
      oxygen: (9.4 - 0.38 * index * (index < 3 ? 1 : 0.35) + next() * 0.5).toFixed(1),
      nitrate: (1.1 + (index === 2 ? 1.9 : 0.3 * index) + next() * 0.2).toFixed(2),
      coliforms: Math.round(38 + (index === 2 ? 410 : 44 * ((index * 7) % 5)) + next() * 12),
    }),
  )
}

function harbourAccounts(months, cargo) {
  const tonnes = sum(cargo.map(({ imports, exports }) => imports + exports))
  const income = [
    { item: 'Harbour dues', before: 1_412_000, now: 1_498_000 },
    { item: 'Cargo handling', before: 2_236_000, now: Math.round((tonnes * 7.6) / 1000) * 1000 },
    {
      item: 'Passenger charges',
      before: 318_000,
      now: Math.round((sum(months.map((one) => one.passengers)) * 6.1) / 1000) * 1000,
    },
    { item: 'Rents and licences', before: 864_000, now: 902_000 },
  ]
  const costs = [
    { item: 'Staff', before: 1_905_000, now: 1_988_000 },
    { item: 'Dredging', before: 640_000, now: 871_000 },
    { item: 'Repairs and upkeep', before: 522_000, now: 498_000 },
    { item: 'Energy', before: 231_000, now: 214_000 },
    { item: 'Insurance and other', before: 377_000, now: 391_000 },
  ]
  const total = (rows, year) => sum(rows.map((row) => row[year]))
  return {
    income,
    costs,
    surplus: total(income, 'now') - total(costs, 'now'),
    surplusBefore: total(income, 'before') - total(costs, 'before'),
    incomeNow: total(income, 'now'),
    incomeBefore: total(income, 'before'),
    costsNow: total(costs, 'now'),
    costsBefore: total(costs, 'before'),
  }
}

function berthRegister(next) {
  const quays = [
    ['N', 'North Quay', 10],
    ['F', 'Fish Quay', 8],
    ['T', 'Timber Wharf', 8],
    ['B', 'Inner Basin', 12],
    ['S', 'South Jetty', 8],
  ]
  const conditions = ['Good', 'Good', 'Good', 'Fair', 'Fair', 'Poor']
  return quays.flatMap(([letter, quay, count]) =>
    Array.from({ length: count }, (_, index) => ({
      berth: `${letter}${index + 1}`,
      quay,
      length: 18 + Math.floor(next() * 90),
      depth: (2.4 + next() * 6.1).toFixed(1),
      surveyed: `${String(1 + Math.floor(next() * 28)).padStart(2, '0')} ${monthNames[Math.floor(next() * 12)].slice(0, 3)} 2025`,
      condition: conditions[Math.floor(next() * conditions.length)],
    })),
  )
}

function cover() {
  const chapters = [
    ['summary', '1  Summary'],
    ['traffic', '2  Traffic'],
    ['cargo', '3  Cargo'],
    ['water', '4  Water quality'],
    ['notes', '5  Notes from the year'],
    ['finance', '6  Finance'],
    ['register', 'Appendix: Berth register'],
  ]
  return `<section class="cover">
<p class="office">The Harbour Office, Ellmouth</p>
<h1 class="title">Annual report 2025</h1>
<p class="subtitle">Traffic, cargo, water quality and accounts of Ellmouth Harbour, with the register of its berths</p>
<ol class="contents">${chapters.map(([id, title]) => `<li><a href="#${id}">${title}</a></li>`).join('')}</ol>
<p class="imprint">Presented to the Harbour Trustees on 12 March 2026 by Margaret Oduya, Harbour Master, and Tomas Lindqvist, Treasurer. Ellmouth and its harbour are invented, and so is every figure in this report.</p>
</section>`
}

function summary(months, cargo, accounts) {
  const calls = sum(months.map((one) => one.calls))
  const before = sum(months.map((one) => one.before))
  const passengers = sum(months.map((one) => one.passengers))
  const tonnes = sum(cargo.map(({ imports, exports }) => imports + exports))
  const tonnesBefore = sum(cargo.map(({ importsBefore, exportsBefore }) => importsBefore + exportsBefore))
  const dredging = accounts.costs.find(({ item }) => item === 'Dredging')
  return `<section class="chapter" id="summary">
<h1>1 Summary</h1>
<p class="lead">Ellmouth Harbour had more ships and more cargo in 2025 than in the year before, and a smaller surplus, because the channel had to be dredged twice.</p>
<h2>1.1 The year in brief</h2>
<p>Ships called ${grouped(calls)} times, against ${grouped(before)} in 2024: calls ${riseOrFall(calls, before)} by ${percent(calls, before)}. Cargo over the quays ${riseOrFall(tonnes, tonnesBefore)} from ${grouped(tonnesBefore)} to ${grouped(tonnes)} tonnes, most of it timber coming in and grain going out. The ferry to Saint Orran carried ${grouped(passengers)} passengers, although it lay still for three weeks in October after the fire on its car deck.</p>
<p>Income was ${pounds(accounts.incomeNow)} and costs were ${pounds(accounts.costsNow)}, which leaves a surplus of ${pounds(accounts.surplus)}. In 2024 the surplus was ${pounds(accounts.surplusBefore)}. The difference is dredging: the storm of 6 February moved a bar of sand across the channel, and clearing it took the cost of dredging from ${pounds(dredging.before)} to ${pounds(dredging.now)}.</p>
<h2>1.2 What the trustees are asked to decide</h2>
<ol>
<li>To renew Timber Wharf over three winters, beginning in November 2026, at an estimated cost of £3.4 million.</li>
<li>To set aside £180,000 a year for dredging, so that one storm no longer decides the result of a year.</li>
<li>To keep harbour dues for fishing boats under ten metres as they are until 31 December 2027.</li>
</ol>
<h2>1.3 What changed</h2>
<p>Two things changed for good. Shore power reached the ferry berth on 2 June, and the ferry has not run its engines at the quay since. The night watch at the lock was given up on 1 September: boats now book the lock through the harbour's own booking page, and 1,204 of 1,311 bookings until the end of the year were made by the skippers themselves. The trustees' engineer, Ruth Castellane, surveyed every berth of the harbour between January and December; the register is printed at the end of this report for the first time since 2011.</p>
<p>The harbour employed 47 people at the end of the year, two fewer than at its beginning. Nobody was hurt badly. Eleven accidents were written into the book, of which seven were slips on wet steps, and the steps of Fish Quay have been given new treads.</p>
</section>`
}

function traffic(months) {
  const calls = sum(months.map((one) => one.calls))
  const most = months.reduce((best, one) => (one.calls > best.calls ? one : best))
  const october = months[9]
  const september = months[8]
  return `<section class="chapter" id="traffic">
<h1>2 Traffic</h1>
<p>${most.month} was the busiest month with ${grouped(most.calls)} calls. Table 1 gives every month; the summer is the season of the yachts and the ferry, the winter that of the timber ships. October stands out twice: the ferry carried only ${grouped(october.passengers)} passengers against ${grouped(september.passengers)} in September, and the grain that had waited for a dry week all left in that month.</p>
<table class="ruled">
<caption>Table 1. Calls, cargo and passengers by month, 2025</caption>
<thead><tr><th>Month</th><th>Calls 2024</th><th>Calls 2025</th><th>Cargo (tonnes)</th><th>Passengers</th></tr></thead>
<tbody>${months.map((one) => `<tr><td>${one.month}</td><td>${one.before}</td><td>${one.calls}</td><td>${grouped(one.tonnes)}</td><td>${grouped(one.passengers)}</td></tr>`).join('')}</tbody>
</table>
<h2>2.1 Through the year</h2>
${figure(months)}
<p>On an ordinary day in winter ${Math.round(months[0].calls / 31)} ships came and went; in ${most.month} it was ${Math.round(most.calls / 31)} a day. The harbour's pilots brought in 312 ships, the longest of them the bulk carrier <i>Hedda Vestergaard</i>, 129 metres, on 17 July. Of all ${grouped(calls)} calls, fewer than one in fifty had to wait for a berth longer than six hours.</p>
</section>`
}

/** Bars drawn as vectors, as a spreadsheet's chart comes out of a printer. */
function figure(months) {
  const most = Math.max(...months.map((one) => one.calls))
  const bars = months.map((one, index) => {
    const height = (one.calls / most) * 120
    const x = 26 + index * 38
    return `<rect x="${x}" y="${140 - height}" width="26" height="${height}" fill="#23607a"/><text x="${x + 13}" y="154" text-anchor="middle">${one.month.slice(0, 3)}</text><text x="${x + 13}" y="${134 - height}" text-anchor="middle">${one.calls}</text>`
  })
  return `<figure><svg viewBox="0 0 500 162" role="img" aria-label="Calls by month"><line x1="20" x2="486" y1="140.5" y2="140.5" stroke="#555"/>${bars.join('')}</svg>
<figcaption>Figure 1. Calls of ships by month, 2025</figcaption></figure>`
}

function cargoSection(cargo) {
  const total = (field) => sum(cargo.map((row) => row[field]))
  const grain = cargo.find(({ kind }) => kind === 'Grain and feed')
  const fish = cargo.find(({ kind }) => kind === 'Fish, landed fresh')
  return `<section class="chapter" id="cargo">
<h1>3 Cargo</h1>
<p>Exports of grain and feed grew by ${percent(grain.exports, grain.exportsBefore)}, more than any other kind of cargo, after the new conveyor was put to work on 23 June. Landings of fish fell for the third year in a row, by ${percent(fish.imports, fish.importsBefore)}: the quota for cod in the outer bay was cut in January, and four boats were sold away from Ellmouth.</p>
<table class="ruled">
<caption>Table 2. Cargo by kind, tonnes</caption>
<thead><tr><th rowspan="2">Kind of cargo</th><th colspan="2">Imports</th><th colspan="2">Exports</th></tr><tr><th>2024</th><th>2025</th><th>2024</th><th>2025</th></tr></thead>
<tbody>${cargo.map((row) => `<tr><td>${row.kind}</td><td>${grouped(row.importsBefore)}</td><td>${grouped(row.imports)}</td><td>${grouped(row.exportsBefore)}</td><td>${grouped(row.exports)}</td></tr>`).join('')}
<tr class="total"><td>All cargo</td><td>${grouped(total('importsBefore'))}</td><td>${grouped(total('imports'))}</td><td>${grouped(total('exportsBefore'))}</td><td>${grouped(total('exports'))}</td></tr></tbody>
</table>
<h2>3.1 Timber</h2>
<p>Timber and boards came from Sweden, Latvia and Norway, in that order. The three largest buyers, Calloway Homes, the Ellmouth Boatyard and Harrow &amp; Finch, took more than half of it. Timber Wharf, where nearly all of it is landed, was built in 1937; two of its eight berths may carry only half their load until they have been renewed.</p>
<h2>3.2 Aggregates</h2>
<p>Stone from the quarry at Penfold Head left for the sea wall at Brackness until 14 November, when that work was finished. The trustees should expect exports of aggregates to fall in 2026: about 21,000 tonnes of the stone shipped in 2025 went to that one place.</p>
<h2>3.3 Handling</h2>
<p>The two cranes of North Quay worked 3,860 hours between them. Crane 2 stood still from 3 to 19 May for a new slewing ring. A tonne took 4.1 minutes to handle on average, against 4.4 minutes in 2024.</p>
</section>`
}

function water(stations) {
  const worst = stations.reduce((most, one) => (one.coliforms > most.coliforms ? one : most))
  const beach = stations.at(-1)
  return `<section class="chapter" id="water">
<h1>4 Water quality</h1>
<p>Six stations are sampled every week by the Ellmouth Marine Station. The limit for bathing water is 250 coliforms in 100 ml. ${worst.station} was above it with ${worst.coliforms} on the average of the year, as in every year since samples have been taken; nobody bathes there. The bathing beach stayed below it with ${beach.coliforms}.</p>
<table class="open">
<caption>Table 3. Water quality by station, means of the year</caption>
<thead><tr><th>Station</th><th>Samples</th><th>Oxygen (mg/l)</th><th>Nitrate (mg/l)</th><th>Coliforms (per 100 ml)</th></tr></thead>
<tbody>${stations.map((one) => `<tr><td>${one.station}</td><td>${one.samples}</td><td>${one.oxygen}</td><td>${one.nitrate}</td><td>${one.coliforms}</td></tr>`).join('')}</tbody>
</table>
<h2>4.1 What was done</h2>
<p>The old drain of the smokehouse, which ran into the basin, was connected to the town's sewer on 8 August. Samples taken since then are better, but twenty weeks are too few to call it a success. The Marine Station will report again in September 2026.</p>
<h2>4.2 Dredged sand</h2>
<p>The sand taken from the channel was clean enough to be laid on the beach at Gull Point: 38,000 cubic metres of it, about two thirds of all that was dredged. The rest was put down at the licensed ground five miles out, under licence L/2025/114.</p>
</section>`
}

function notes() {
  return `<section class="chapter" id="notes">
<h1>5 Notes from the year</h1>
<div class="columns">
<h2>The storm of 6 February</h2>
<p>The wind was north-east, force 10, for eleven hours. The gauge on North Pier showed 5.92 metres at 04:40, the highest water since 1953. Three yachts were lost from their moorings, none of them with people aboard. The lifeboat <i>Constance Avery</i> was out twice, for the coaster <i>Ragnhild</i> and for two men on the sandbank. The trustees thank its crew.</p>
<p>The larger damage was seen only when the sea had gone down. A bar of sand, in places less than two metres under low water, lay across the channel from the South Jetty to the second buoy. Ships drawing more than three metres had to wait for the tide until 21 March.</p>
<h2>Fire on the ferry</h2>
<p>On 4 October at 19:15 a van took fire on the car deck of the <i>Saint Orran</i> as she lay at her berth. The town's fire brigade had it out within forty minutes. Nobody was hurt. The ferry was repaired at Brackness and sailed again on 26 October. The inquiry found that the van's battery had been damaged before it came aboard.</p>
<h2>Shore power</h2>
<p>The cable to the ferry berth was laid in April and put to work on 2 June. The ferry now takes 1.4 megawatt hours a day from the shore. The harbour paid £212,000 for the cable, of which the county gave half. Complaints about noise from Harbour Street fell from 31 in 2024 to six.</p>
<h2>The lock</h2>
<p>Since 1 September boats book the lock themselves. In the first week eleven skippers stood before a closed gate because they had booked the wrong day; the page now asks twice. The lock-keeper, Owen Pryce, retired after 34 years. He let through, by his own count, some 190,000 boats.</p>
<h2>Birds</h2>
<p>Forty-one pairs of kittiwakes nested on the old crane of Fish Quay. The crane was to be taken down in May; it will be taken down in October 2026, when the birds have left, and a ledge will be put up for them on the north side of the ice house.</p>
<h2>Visitors</h2>
<p>On the open day, 14 June, 2,300 people walked through the pilot station, and 412 children steered the simulator into the quay wall. The exhibition on the building of the piers was seen by 8,900 visitors until it closed on 30 September.</p>
</div>
</section>`
}

function finance(accounts) {
  const rows = (list) =>
    list
      .map(
        ({ item, before, now }) =>
          `<tr><td>${item}</td><td>${grouped(before)}</td><td>${grouped(now)}</td><td>${now >= before ? '+' : '−'}${percent(now, before)}</td></tr>`,
      )
      .join('')
  const total = (name, before, now) =>
    `<tr class="total"><td>${name}</td><td>${grouped(before)}</td><td>${grouped(now)}</td><td>${now >= before ? '+' : '−'}${percent(now, before)}</td></tr>`
  return `<section class="chapter" id="finance">
<h1>6 Finance</h1>
<p>The accounts were examined by Bellamy Thorne, chartered accountants, and signed on 27 February 2026. Income ${riseOrFall(accounts.incomeNow, accounts.incomeBefore)} by ${percent(accounts.incomeNow, accounts.incomeBefore)} and costs ${riseOrFall(accounts.costsNow, accounts.costsBefore)} by ${percent(accounts.costsNow, accounts.costsBefore)}.</p>
<table class="ruled">
<caption>Table 4. Income and costs, pounds</caption>
<thead><tr><th>Item</th><th>2024</th><th>2025</th><th>Change</th></tr></thead>
<tbody>${rows(accounts.income)}${total('Income', accounts.incomeBefore, accounts.incomeNow)}${rows(accounts.costs)}${total('Costs', accounts.costsBefore, accounts.costsNow)}</tbody>
</table>
<h2>6.1 Dues</h2>
<p>Dues were raised by 2.5% on 1 April, the first time since 2022. The raise brought about £31,000; the rest of the growth is due to more and larger ships.</p>
<h2>6.2 Energy</h2>
<p>Energy cost less although the ferry now takes its power from the quay, because the ferry company pays for what it uses and because the lamps of North Quay and Timber Wharf were changed in the winter.</p>
<h2>6.3 Reserves</h2>
<p>After the surplus of ${pounds(accounts.surplus)} the reserve stands at £2,960,000. The trustees' rule is to hold at least six months of costs, which would be ${pounds(Math.round(accounts.costsNow / 2000) * 1000)}. The renewal of Timber Wharf cannot be paid from it alone. A loan from the county over twenty years at 3.9% has been offered and is open until 30 June 2026.</p>
</section>`
}

function appendix(berths) {
  const poor = berths.filter(({ condition }) => condition === 'Poor')
  return `<section class="chapter" id="register">
<h1>Appendix: Berth register</h1>
<p>All ${berths.length} berths as surveyed in 2025. Depth is at the lowest tide. ${poor.length} berths are in poor condition.</p>
<table class="ruled small">
<caption>Table 5. Register of berths</caption>
<thead><tr><th>Berth</th><th>Quay</th><th>Length (m)</th><th>Depth (m)</th><th>Surveyed</th><th>Condition</th></tr></thead>
<tbody>${berths.map((one) => `<tr><td>${one.berth}</td><td class="text">${one.quay}</td><td>${one.length}</td><td>${one.depth}</td><td>${one.surveyed}</td><td class="text">${one.condition}</td></tr>`).join('')}</tbody>
</table>
</section>`
}

const styles = `
body { margin: 0; color: #16202a; font: 10.6pt/1.5 "Liberation Serif", "Times New Roman", serif; }
h1, h2, th, caption, figcaption, .office, .contents, svg text, td { font-family: "Liberation Sans", Arial, sans-serif; }
h1 { margin: 0 0 14pt; color: #23607a; font-size: 20pt; line-height: 1.2; }
h2 { margin: 16pt 0 4pt; font-size: 12pt; break-after: avoid; }
p { margin: 0 0 8pt; hyphens: manual; text-align: justify; }
.chapter { break-before: page; }
.lead { font-size: 12.4pt; text-align: left; }
.cover { padding-top: 120pt; }
.cover .title { font-size: 40pt; }
.cover .office { letter-spacing: .02em; text-align: left; }
.subtitle { width: 320pt; font-size: 14pt; text-align: left; }
.contents { margin: 48pt 0; padding: 0; list-style: none; line-height: 2; white-space: pre; }
.contents a { color: inherit; text-decoration: none; }
.imprint { width: 340pt; color: #49545e; font-size: 9pt; text-align: left; }
table { width: 100%; margin: 12pt 0; border-collapse: collapse; font-size: 9.2pt; font-variant-numeric: tabular-nums; }
caption { padding-bottom: 5pt; font-size: 9.4pt; font-weight: bold; text-align: left; }
th, td { padding: 3.2pt 7pt; text-align: right; }
th:first-child, td:first-child, td.text { text-align: left; }
thead { display: table-header-group; }
tr { break-inside: avoid; }
.ruled th, .ruled td { border: 0.6pt solid #6c7780; }
.ruled th { background: #e6eef1; text-align: center; }
.total td { font-weight: bold; }
.open th { font-weight: bold; padding-bottom: 6pt; }
.small th, .small td { padding: 4.6pt 7pt; }
.columns { columns: 2; column-gap: 22pt; }
.columns h2:first-child { margin-top: 0; }
figure { margin: 8pt 0 14pt; break-inside: avoid; }
figcaption { font-size: 9.4pt; font-weight: bold; }
svg text { font-size: 8.5px; fill: #333; }
`
