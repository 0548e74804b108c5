// What needs attention, told to people who do not look: once when it is raised and once when it is cleared.
export type {
  Alert,
  AlertChannel,
  AlertRecord,
  AlertSource,
  AlertStore,
  SeenKind,
} from './alert'
export { type Alerts, createAlerts } from './alerts'
export type { AlertFetch } from './post-alert'
