/** A story as a presentation: its title, a finding a slide with a chart that can be edited, and where it comes from. */
import type { default as PptxGenJs } from 'pptxgenjs'
import type { Chart } from '../../../shared/story/chart.ts'
import { classWords } from '../../../shared/story/evidence-words.ts'
import type { Story } from '../../../shared/story/story.ts'
import type { Texts } from '../../../shared/texts/texts.ts'
import type { WorkContext } from '../../runtime/context.ts'
import { chartThemeOf, palettes } from '../design.ts'
import { storyFooter } from '../footer.ts'
import { handRemarks } from '../hand-remarks.ts'
import { drawChart } from '../html/chart-image.ts'
import { faces, hexOf, margin, slideSize } from './look.ts'
import { type NativeChart, nativeChart } from './native-chart.ts'
import { chartNotes, evidenceNotes } from './notes.ts'
import { slideText } from './slide-text.ts'
import { type FindingSlide, findingSlides } from './slides.ts'

const { light } = palettes
const width = slideSize.width - 2 * margin

/** The bytes of a .pptx file. */
export async function storyToPresentation(
  story: Story,
  { texts, yieldToEventLoop }: Pick<WorkContext, 'texts' | 'yieldToEventLoop'>,
): Promise<Uint8Array> {
  const { default: Presentation } = await import('pptxgenjs')
  const presentation = new Presentation()
  presentation.layout = 'LAYOUT_WIDE'
  presentation.title = slideText(story.title)
  presentation.company = 'Storyglass'
  presentation.theme = { headFontFace: faces.heading, bodyFontFace: faces.body }
  addTitle(presentation, story)
  for (const finding of findingSlides(story)) {
    addFinding(presentation, finding, texts)
    await yieldToEventLoop()
  }
  addSource(presentation, story, texts)
  const bytes = await presentation.write({ outputType: 'uint8array', compression: true })
  if (!(bytes instanceof Uint8Array)) throw new TypeError('A presentation is bytes')
  return bytes
}

function addTitle(presentation: PptxGenJs, story: Story): void {
  const slide = presentation.addSlide()
  slide.background = { color: hexOf(light.paper) }
  slide.addShape('rect', { x: margin, y: 2.35, w: 0.9, h: 0.06, fill: { color: hexOf(light.accent) } })
  slide.addText(slideText(story.title), {
    ...{ x: margin, y: 2.55, w: width, h: 1.9, margin: 0, valign: 'top', fit: 'shrink' },
    ...{ fontFace: faces.heading, fontSize: story.title.length > 90 ? 32 : 40, bold: true, color: hexOf(light.ink) },
  })
  slide.addText(slideText(story.subtitle), {
    ...{ x: margin, y: 4.6, w: width, h: 0.9, margin: 0, valign: 'top' },
    ...{ fontFace: faces.body, fontSize: 16, color: hexOf(light.muted) },
  })
}

function addFinding(presentation: PptxGenJs, { insight, chart, paragraphs }: FindingSlide, texts: Texts): void {
  const slide = presentation.addSlide()
  slide.background = { color: hexOf(light.surface) }
  slide.addText(slideText(insight.sentence), {
    ...{ x: margin, y: 0.45, w: width, h: chart === null ? 4.5 : 1.25, margin: 0, fit: 'shrink' },
    valign: chart === null ? 'middle' : 'top',
    ...{ fontFace: faces.heading, bold: true, color: hexOf(light.ink) },
    fontSize: chart === null ? 32 : insight.sentence.length > 110 ? 20 : 24,
  })
  if (chart !== null) {
    const native = nativeChart(chart)
    slide.addText([{ text: slideText(chart.spec.subtitle) }, ...keyOf(native)], {
      ...{ x: margin, y: 1.75, w: width, h: 0.35, margin: 0, valign: 'top' },
      ...{ fontFace: faces.body, fontSize: 13, color: hexOf(light.muted) },
    })
    addChart(slide, chart, native)
  }
  const kind = classWords(texts, insight)
  const remarks = [...new Set(paragraphs.flatMap((paragraph) => handRemarks(paragraph, texts)))].map(slideText)
  // On the slide itself, too: who sees it must not take an edited sentence for a computed one.
  const isEdited = paragraphs.some(({ text, hand }) => hand?.was !== undefined && text === insight.sentence)
  slide.addText(
    slideText(
      `${kind.name}: ${kind.means}. ${texts.evidence.rowsItRestsOn}: ${insight.n.toLocaleString(texts.locale)}.${isEdited ? ` ${remarks[0] ?? ''}` : ''}`,
    ),
    {
      ...{ x: margin, y: slideSize.height - 0.6, w: width, h: 0.3, margin: 0 },
      ...{ fontFace: faces.body, fontSize: 11, color: hexOf(light.muted) },
    },
  )
  const about = chart === null ? [] : [chartNotes(chart)]
  slide.addNotes([...remarks, evidenceNotes(insight, texts), ...about].join('\n\n'))
}

/** What the lines that stand out are, in their colours, where the chart has no legend. */
function keyOf(native: NativeChart | null): PptxGenJs.TextProps[] {
  return (native?.key ?? []).map(({ name, colour }) => ({
    text: `   — ${name}`,
    options: { color: hexOf(colour), bold: true },
  }))
}

function addChart(slide: PptxGenJs.Slide, chart: Chart, native: NativeChart | null): void {
  const place = { x: margin, y: 2.15, w: width, h: slideSize.height - 2.15 - 0.75 }
  if (native !== null) {
    slide.addChart(native.type, native.series as unknown as PptxGenJs.OptsChartData[], {
      ...place,
      ...native.options,
      altText: slideText(chart.alt),
    })
    return
  }
  const image = drawChart(chart, { ...chartThemeOf(light), background: light.surface })
  if (image === null) return
  const scale = Math.min(place.w / image.width, place.h / image.height)
  slide.addImage({
    data: `${image.mediaType};base64,${image.bytes.toString('base64')}`,
    ...{ x: place.x, y: place.y, w: image.width * scale, h: image.height * scale },
    altText: slideText(chart.alt),
  })
}

function addSource(presentation: PptxGenJs, story: Story, texts: Texts): void {
  const slide = presentation.addSlide()
  slide.background = { color: hexOf(light.paper) }
  slide.addText(slideText(texts.written.evidence), {
    ...{ x: margin, y: 0.6, w: width, h: 0.7, margin: 0 },
    ...{ fontFace: faces.heading, fontSize: 28, bold: true, color: hexOf(light.ink) },
  })
  slide.addText(slideText(storyFooter(story, texts)), {
    ...{ x: margin, y: 1.6, w: width, h: 3, margin: 0, valign: 'top' },
    ...{ fontFace: faces.body, fontSize: 16, color: hexOf(light.inkSoft), paraSpaceAfter: 8 },
  })
}
