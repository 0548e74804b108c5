import { serveDoor } from '../../../../serve-door'

export const GET = serveDoor
