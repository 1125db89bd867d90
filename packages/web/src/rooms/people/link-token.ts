/** The secret of a mailed link, which stands behind the `#` of the address and is sent to no server by opening it. */
export function linkToken(): string {
  return new URLSearchParams(window.location.hash.slice(1)).get("token") ?? "";
}
