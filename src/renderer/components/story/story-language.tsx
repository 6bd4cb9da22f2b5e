/** The language a story is told in, and the others it can be told in. */
import { Button, Menu } from '@mantine/core'
import { IconCheck, IconLanguage } from '@tabler/icons-react'
import type { Story } from '../../../shared/story/story.ts'
import { languages, languageTags } from '../../../shared/texts/languages.ts'
import { textsTagOf } from '../../../shared/texts/texts.ts'
import { useTexts } from '../../stores/language.ts'
import { translateStory, useTranslating } from '../../stores/language-commands.ts'

export function StoryLanguage({ story }: { readonly story: Story }) {
  const texts = useTexts()
  const isBusy = useTranslating(story.id)
  const spoken = textsTagOf(story)
  return (
    <Menu position="bottom-start">
      <Menu.Target>
        <Button
          variant="default"
          leftSection={<IconLanguage size={17} />}
          loading={isBusy}
          data-testid="story-language"
        >
          {texts.story.language}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {languageTags.map((tag) => (
          <Menu.Item
            key={tag}
            lang={tag}
            rightSection={tag === spoken ? <IconCheck size={16} /> : null}
            role="menuitemradio"
            aria-checked={tag === spoken}
            data-testid={`tell-in-${tag}`}
            onClick={() => {
              if (tag !== spoken) void translateStory(story.id, tag)
            }}
          >
            {languages[tag].name}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  )
}
