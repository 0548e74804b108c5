import { handleCraftgateRequest } from '../../../../handle-craftgate-request'

export const GET = handleCraftgateRequest
export const POST = handleCraftgateRequest
