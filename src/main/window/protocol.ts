/** The scheme our windows live at, `app://storyglass/`. */
import { protocol, type Session } from 'electron'
import { appScheme } from '../../shared/security/app-address.ts'
import { type AppSources, answerAppRequest } from './app-request.ts'

/** Must be called before the application is ready. */
export function registerAppScheme(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: appScheme, privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true } },
  ])
}

export function serveApp(session: Session, sources: AppSources): void {
  session.protocol.handle(appScheme, (request) => answerAppRequest(request, sources))
}
