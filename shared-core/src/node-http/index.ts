// How a framework on Node's HTTP server mounts core's handlers: its request as a Web Request, core's answer sent back.
// Serves nothing by itself.

export {
  type NodeExchange,
  type NodeRequest,
  type NodeResponse,
  sendWebResponse,
  serveNode,
  toWebRequest,
} from './serve-node'
