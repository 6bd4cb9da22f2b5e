/** What else can be done with a document: saved as text, followed as a job, deleted. */
import { Menu } from '@mantine/core'
import { IconFileText, IconListDetails, IconTrash } from '@tabler/icons-react'
import type { DocumentView } from '../../../shared/document/reading.ts'
import { exportFormatsOf } from '../../../shared/export-formats/formats.ts'
import { navigate } from '../../routes/navigation.ts'
import { wholeLibrary } from '../../routes/route.ts'
import { deleteKept } from '../../stores/deleting.ts'
import { exportDocument } from '../../stores/document-commands.ts'
import { useTexts } from '../../stores/language.ts'

export function DocumentMenuItems({ view }: { readonly view: DocumentView }) {
  const texts = useTexts()
  const whole = view.status === 'completed'
  return (
    <>
      <Menu.Label>{view.source.name}</Menu.Label>
      {exportFormatsOf('document').map((format) => (
        <Menu.Item
          key={format}
          leftSection={<IconFileText size={16} />}
          disabled={!whole}
          onClick={() => void exportDocument(view.id, null, format)}
        >
          {texts.documents.formats[format]}
        </Menu.Item>
      ))}
      <Menu.Divider />
      {!whole && (
        <Menu.Item leftSection={<IconListDetails size={16} />} onClick={() => navigate({ screen: 'job', id: view.id })}>
          {texts.documents.showItsJob}
        </Menu.Item>
      )}
      <Menu.Item
        leftSection={<IconTrash size={16} />}
        data-testid="delete-document"
        onClick={() => {
          deleteKept({ kind: 'document', id: view.id, title: view.title })
          navigate(wholeLibrary)
        }}
      >
        {texts.documents.deleteFromTheLibrary}
      </Menu.Item>
    </>
  )
}
