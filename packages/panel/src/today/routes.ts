import type { Routes } from '../http/routes'
import { todayPage } from './today-page'

export function todayRoutes({ page }: Routes): void {
  page('/today', todayPage)
}
