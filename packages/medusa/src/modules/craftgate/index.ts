import { Module } from '@medusajs/framework/utils'
import { CRAFTGATE_MODULE } from '../../module-name'
import CraftgateModuleService from './service'

export default Module(CRAFTGATE_MODULE, { service: CraftgateModuleService })
