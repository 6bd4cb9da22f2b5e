/** What the sample document says: an invented survey of mills that never stood, as long as a real one. */
import type { Block } from './sample-typesetter.ts'

export const sampleTitle = 'The tide mills of the Ell estuary'
export const sampleHead = 'The tide mills of the Ell estuary · Survey 2024'

const text = (words: string): Block => ({ kind: 'text', text: words })
const heading = (words: string): Block => ({ kind: 'heading', text: words })
const subheading = (words: string): Block => ({ kind: 'subheading', text: words })

const summary: readonly Block[] = [
  { kind: 'title', text: sampleTitle },
  text('Survey of 2024 for the Ellmouth Trust, by Ines Marlow and Tobias Renn. Printed 14 March 2025.'),
  heading('Summary'),
  text(
    'Eleven tide mills stood on the Ell estuary in 1790, and nine of them still ground corn in 1850. Seven can be walked to today. This survey measured what is left of each: its pond, its dam, its sluices and, where a wheel has survived, the wheel. It found that the ponds have lost a third of their depth since 1911, and that four of the seven could turn a wheel again for at least six hours of every tide.',
  ),
  text(
    'The largest pond, at Gull Point, holds 41,200 cubic metres at spring tide and could yield 18 kW on an average day. Repairing its dam would cost £284,000, less than half of what the county set aside in 2019 for a footbridge at the same place. We recommend that it be repaired first, and that the pond at Saltern Creek be left to the birds that have taken it over.',
  ),
  text(
    'Nothing in this report rests on drawings alone. Every level was taken twice, on different days, and where two readings differed by more than 20 mm a third was taken. The method is described in section 2 and every reading is printed in the appendix.',
  ),
]

const method: readonly Block[] = [
  heading('How the mills were measured'),
  subheading('Levels and ponds'),
  text(
    'Levels were taken between 3 April and 19 September 2024 with a rotating laser, from four benchmarks that the harbour office maintains. The ponds were sounded from a flat-bottomed boat on a grid of five metres. Soft mud was counted as filling: a rod that sank under its own weight was taken to have found water, and one that had to be pushed was not.',
  ),
  text(
    'Volumes were computed from the soundings by triangulation, and again by hand for two ponds. The two methods differed by less than two per cent. Where reeds made sounding impossible, as in the northern arm of the pond at Wendle, the depth was interpolated and is marked so in the appendix.',
  ),
  subheading('Sluices and wheels'),
  text(
    'Of each sluice the clear width, the height of the sill and the state of the gates were noted. Timber was drilled with a resistance drill at three heights. Only two wheels remain in place, at Gull Point and at Marram; both are of iron and were made by Hesketh and Sons of Northwick in 1868.',
  ),
  {
    kind: 'table',
    caption: 'Table 1. The ponds: area, volume at spring tide and depth lost since 1911',
    rows: [
      ['Mill', 'Area, ha', 'Volume, m³', 'Lost, %'],
      ['Gull Point', '3.9', '41,200', '28'],
      ['Marram', '2.6', '26,900', '31'],
      ['Wendle', '2.2', '19,400', '37'],
      ['Ellmouth Quay', '1.8', '17,100', '24'],
      ['Saltern Creek', '1.7', '9,800', '52'],
      ['Old Ferry', '1.1', '9,600', '33'],
      ['Hobb’s Hole', '0.8', '6,300', '29'],
    ],
  },
  text(
    'The loss is greatest where the freshwater leat was closed in the 1950s. Saltern Creek, which has had no flow from above since 1957, has lost more than half of its depth, and its sill can no longer be seen at any state of the tide. Ellmouth Quay is dredged as part of the harbour and has lost least.',
  ),
]

const mills: readonly Block[] = [
  heading('What each mill could do'),
  subheading('Gull Point'),
  text(
    'The dam is 212 m long, of rubble faced with granite, and leaks in two places. The sluice was rebuilt in 1934 and its gates hold. The wheel has lost eleven of its forty buckets; its shaft is straight and its bearings were turned by hand without effort. With the leaks closed, the head at spring tide would be 2.9 m.',
  ),
  text(
    'Millwrights whom we asked gave two estimates for the repair of wheel and dam together, of £284,000 and £311,500. Both suppose that stone from the fallen store is used. Both warn that work on the dam can be done in the summer months alone, and that it would take two of them.',
  ),
  subheading('Marram and Wendle'),
  text(
    'Marram would need new gates and a new floor to its wheel pit. Its wheel is the better one of the two. Wendle has neither wheel nor pit, but its dam is sound and carries the coast path, so that it will be kept up in any case. Together the two could yield 17 kW, the more evenly because high water comes to Wendle forty minutes later.',
  ),
  {
    kind: 'table',
    caption: 'Table 2. What repair would cost and yield',
    rows: [
      ['Mill', 'Cost, £', 'Average, kW', 'Hours a day'],
      ['Gull Point', '284,000', '18.0', '13.1'],
      ['Marram', '196,500', '10.4', '12.6'],
      ['Wendle', '158,000', '6.6', '12.2'],
      ['Ellmouth Quay', '121,000', '5.9', '12.8'],
    ],
  },
  text(
    'These figures suppose wheels and not turbines. A turbine would yield about half as much again, and would have to be screened against eels, which pass all seven sluices in autumn. The Trust has said that it will not put anything into the estuary that eels cannot pass, and we have not looked further into turbines.',
  ),
  subheading('Saltern Creek'),
  text(
    'Avocets have bred on the mud of the pond at Saltern Creek since 2003; thirty-one pairs were counted in May 2024. Raising the water again would drown the mud at every tide. We recommend against it, whatever the mill might yield, and have not estimated what that would be.',
  ),
  heading('The cost of doing nothing'),
  text(
    'A dam that leaks does not stay as it is. The two leaks at Gull Point carried 14 litres a second in April 2024 and 19 in September. At that rate the facing would be undermined within eight to twelve years, and a breach in a winter storm would flood the lower road, the boatyard and nineteen houses. The insurers of the boatyard put the damage of such a flood at £2.1 million.',
  ),
  text(
    'The Trust has £90,000 in hand and has been promised £120,000 by the county if the rest is found before 30 June 2026. The rest is £74,000. It is for the trustees to say whether that can be raised; it is for us to say that every year of waiting will make it more.',
  ),
]

const history: readonly Block[] = [
  heading('Notes on their history'),
  text(
    'The first tide mill on the Ell is named in a deed of 1219, in which Margery of Wendle gives a third of its toll to the priory. By 1550 there were five. The great building of mills came after 1740, when corn for the fleet was ground along the whole of this coast, and the ponds that can be seen today are of that time.',
  ),
  text(
    'The end came with the roller mills of Northwick in the 1880s. Marram was the last to grind for bread, until 1909, and for animal feed until the flood of February 1953 broke its gates. The miller, Edwin Coyle, kept a diary of tides and grindings from 1871 to 1906, which is in the county archive and was of more use to us than anything else that has been written of these mills.',
  ),
  {
    kind: 'table',
    caption: 'Table 3. Grindings at Marram by Coyle’s diary',
    rows: [
      ['Year', 'Tides used', 'Sacks', 'Sacks a tide'],
      ['1871', '603', '7,840', '13.0'],
      ['1881', '588', '7,110', '12.1'],
      ['1891', '412', '4,290', '10.4'],
      ['1901', '377', '3,540', '9.4'],
      ['1906', '290', '2,480', '8.6'],
    ],
  },
  text(
    'Coyle used almost every tide in 1871 and less than half of them in 1906. That the sacks a tide fell as well he put down to the filling of the pond, which he measured each midsummer with a marked pole. His readings agree with ours: the pond at Marram lost as much depth in his thirty-five years as in the seventy after them.',
  ),
]

const appendix: readonly Block[] = [
  heading('Appendix: the soundings'),
  text(
    'The soundings of each pond follow, pond by pond, in metres below the datum of the harbour office. A reading in brackets is interpolated. Those of Gull Point were taken on 9 and 10 July 2024, those of Marram on 16 July, those of Wendle on 2 and 3 August, and the others between 20 August and 19 September.',
  ),
  text(
    'The instruments were checked against the benchmark at the quay before and after each day of work. On no day did the two readings of the benchmark differ by more than 4 mm, which is less than the mud moves under a boot.',
  ),
]

export const sampleBlocks: readonly Block[] = [
  ...summary,
  { kind: 'page-break' },
  ...method,
  ...mills,
  ...history,
  ...appendix,
]
