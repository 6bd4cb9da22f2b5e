/** A link to a place of the window. */
import type { AnchorHTMLAttributes } from 'react'
import { hrefOf, type Route } from '../routes/route.ts'

interface LinkProps extends Omit<AnchorHTMLAttributes<HTMLAnchorElement>, 'href'> {
  readonly to: Route
}

export function Link({ to, children, ...rest }: LinkProps) {
  return (
    <a href={hrefOf(to)} {...rest}>
      {children}
    </a>
  )
}
