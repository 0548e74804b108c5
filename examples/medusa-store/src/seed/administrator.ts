import type { MedusaContainer } from '@medusajs/framework/types'
import { Modules } from '@medusajs/framework/utils'
import { createUsersWorkflow } from '@medusajs/medusa/core-flows'
import type { MedusaStoreEnvironment } from '../environment'

/** Who may open the admin first. Medusa takes an e-mail address as the name. */
export async function seedAdministrator(
  container: MedusaContainer,
  { identifier, password }: MedusaStoreEnvironment['superadmin'],
): Promise<void> {
  const auth = container.resolve(Modules.AUTH)
  const { result } = await createUsersWorkflow(container).run({ input: { users: [{ email: identifier }] } })
  const { authIdentity, error } = await auth.register('emailpass', { body: { email: identifier, password } })
  if (!authIdentity) throw new Error(`The administrator was not made: ${error}`)
  await auth.updateAuthIdentities({ id: authIdentity.id, app_metadata: { user_id: result[0]?.id } })
}
