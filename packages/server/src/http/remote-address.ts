/** From which address of the network a request came, as the socket knows it. */
const addresses = new WeakMap<Request, string>();

/** Notes where a request came from. */
export function noteRemoteAddress(request: Request, address: string | undefined): void {
  if (address) addresses.set(request, address);
}

/** Where a request came from; empty for one that came through no socket. */
export const remoteAddressOf = (request: Request): string => addresses.get(request) ?? "";
