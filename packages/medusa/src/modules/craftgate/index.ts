import '@craftgate-commerce/core/node-version'
import { Module } from '@medusajs/framework/utils'
import { CRAFTGATE_MODULE } from '../../craftgate'
import CraftgateModuleService from './service'

export default Module(CRAFTGATE_MODULE, { service: CraftgateModuleService })
