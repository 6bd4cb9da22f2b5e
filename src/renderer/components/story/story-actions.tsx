/** What can be done with a story: check it, take it along, delete it. */
import { Button, Menu } from '@mantine/core'
import {
  IconAdjustments,
  IconArrowsDiff,
  IconDownload,
  IconFileTypeHtml,
  IconFileTypePdf,
  IconFileTypePpt,
  IconFileTypeXls,
  IconFileZip,
  IconJson,
  IconMarkdown,
  IconPhoto,
  IconPrinter,
  IconSql,
  IconTable,
  IconTrash,
} from '@tabler/icons-react'
import { exportFormatsOf } from '../../../shared/export-formats/formats.ts'
import type { ExportFormatOf } from '../../../shared/export-formats/registry.ts'
import type { Story } from '../../../shared/story/story.ts'
import { navigate } from '../../routes/navigation.ts'
import { wholeLibrary, wholeTable } from '../../routes/route.ts'
import { deleteKept } from '../../stores/deleting.ts'
import { exportStory } from '../../stores/exports.ts'
import { useTexts } from '../../stores/language.ts'
import classes from './story-actions.module.css'
import { StoryLanguage } from './story-language.tsx'
import { VerifyButton } from './verify.tsx'

const icons = {
  html: IconFileTypeHtml,
  pdf: IconFileTypePdf,
  pptx: IconFileTypePpt,
  xlsx: IconFileTypeXls,
  md: IconMarkdown,
  'md-charts': IconPhoto,
  json: IconJson,
  sql: IconSql,
  zip: IconFileZip,
} as const satisfies Record<ExportFormatOf<'story'>, unknown>

export function StoryActions({ story }: { readonly story: Story }) {
  const texts = useTexts()
  return (
    <div className={classes.actions} data-print="hide">
      <VerifyButton story={story} />
      <Button
        variant="default"
        leftSection={<IconTable size={17} />}
        data-testid="open-data"
        onClick={() => navigate(wholeTable(story.id))}
      >
        {texts.grid.openTheTable}
      </Button>
      <Menu position="bottom-start" width={300}>
        <Menu.Target>
          <Button variant="default" leftSection={<IconDownload size={17} />} data-testid="export-menu">
            {texts.story.export}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          {exportFormatsOf('story').map((format) => {
            const Icon = icons[format]
            return (
              <Menu.Item
                key={format}
                leftSection={<Icon size={20} stroke={1.6} />}
                data-testid={`export-${format}`}
                onClick={() => void exportStory(story.id, format)}
              >
                {texts.story.formats[format].name}
                <span className={classes.hint}>{texts.story.formats[format].is}</span>
              </Menu.Item>
            )
          })}
          <Menu.Divider />
          <Menu.Item leftSection={<IconPrinter size={20} stroke={1.6} />} onClick={() => void printStory()}>
            {texts.story.printOrSaveAsPdf}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      <StoryLanguage story={story} />
      <Button
        variant="default"
        leftSection={<IconAdjustments size={17} />}
        data-testid="open-retell"
        onClick={() => navigate({ screen: 'retell', id: story.id })}
      >
        {texts.retell.open}
      </Button>
      <Button
        variant="subtle"
        color="gray"
        leftSection={<IconArrowsDiff size={17} />}
        data-testid="compare-story"
        onClick={() => navigate({ screen: 'compare', before: null, after: story.id })}
      >
        {texts.comparing.compareWithEarlier}
      </Button>
      <Button
        variant="subtle"
        color="gray"
        leftSection={<IconTrash size={17} />}
        data-testid="delete-story"
        onClick={() => {
          deleteKept({ kind: 'story', id: story.id, title: story.title })
          navigate(wholeLibrary)
        }}
      >
        {texts.story.delete}
      </Button>
    </div>
  )
}

/** The system's dialog, once what is loaded late is there to be drawn. */
async function printStory(): Promise<void> {
  await Promise.all([import('../../charts/chart-figure.tsx'), document.fonts.ready])
  window.print()
}
