import { shopStateOf } from '../context/shops'
import type { Resolver } from './resolver'
import { VERSIONS } from './schema'

type Configure = { readonly ready: boolean; readonly externalHandle?: string | null }

const paymentsAppConfigure: Resolver<Configure> = ({ ready, externalHandle }, { ctx, shop }) => {
  const configuration = { ready, externalHandle: externalHandle ?? undefined }
  shopStateOf(ctx, shop).configuration = configuration
  ctx.changed()
  return { paymentsAppConfiguration: configuration, userErrors: [] }
}

/** Offsite apps verify no cards: there never is such a session. */
const verification: Resolver<unknown> = () => ({
  verificationSession: null,
  userErrors: [
    {
      field: ['id'],
      code: 'VERIFICATION_SESSION_NOT_FOUND',
      message: "Verification session doesn't exist.",
    },
  ],
})

export const otherFields = {
  paymentsAppConfigure,
  verificationSessionResolve: verification,
  verificationSessionReject: verification,
  verificationSessionRedirect: verification,
  publicApiVersions: () => VERSIONS.map((handle) => ({ handle, displayName: handle, supported: true })),
}
