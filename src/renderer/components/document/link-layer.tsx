/** Links on a page: within the document they lead to a page; those that lead outside are only told. */
import { memo } from 'react'
import type { Page } from '../../../shared/document/document.ts'
import { hrefOf } from '../../routes/route.ts'
import { useTexts } from '../../stores/language.ts'
import classes from './link-layer.module.css'
import { visitPage } from './use-address.ts'

interface LinkLayerProps {
  readonly id: string
  readonly page: Page
  readonly onOutside: (address: string) => void
}

export const LinkLayer = memo(function LinkLayer({ id, page, onOutside }: LinkLayerProps) {
  const texts = useTexts()
  if (page.links.length === 0) return null
  return (
    <div className={classes.layer}>
      {page.links.map(({ box, url, page: target }, place) => {
        const [left, top, right, bottom] = box
        const style = { left, top, width: right - left, height: bottom - top }
        if (target !== null) {
          return (
            <a
              // biome-ignore lint/suspicious/noArrayIndexKey: a link of a page has no identity but its place.
              key={place}
              className={classes.link}
              style={style}
              href={hrefOf({ screen: 'document', id, page: target, find: '' })}
              title={texts.documents.pageNamed({ name: target })}
              onClick={(event) => {
                event.preventDefault()
                visitPage(id, target)
              }}
            >
              <span className="visually-hidden">{texts.documents.goToPage({ page: target })}</span>
            </a>
          )
        }
        if (url === null) return null
        return (
          <button
            // biome-ignore lint/suspicious/noArrayIndexKey: as above.
            key={place}
            type="button"
            className={classes.link}
            style={style}
            aria-label={texts.documents.linkOutside({ address: url })}
            title={url}
            data-testid="outside-link"
            onClick={() => onOutside(url)}
          />
        )
      })}
    </div>
  )
})
