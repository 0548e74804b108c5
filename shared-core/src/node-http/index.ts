// How a framework on Node's HTTP server mounts core's handlers: its request as a Web Request, core's answer sent back.
// Serves nothing by itself.

export { type NodeRequest, type NodeResponse, sendWebResponse, toWebRequest } from './node-to-web'
export { type NodeExchange, serveNode } from './serve-node'
