import '@craftgate-commerce/core/node-version'
import { ModuleProvider, Modules } from '@medusajs/framework/utils'
import { CraftgateProvider } from './craftgate-provider'

export default ModuleProvider(Modules.PAYMENT, { services: [CraftgateProvider] })
