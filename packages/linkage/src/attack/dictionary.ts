/**
 * Dictionary attack: whoever has the secret encodes every name of a dictionary and looks which are in a filter. That is why
 * the secret never reaches whoever links, and why a short secret, which can be tried out, is no secret.
 */

/**
 * Names whose bits are all set in a filter. A folded or balanced filter doesn't hold them that way.
 * @param filter a record's filter
 * @param dictionary filters of single values by value, made with the attacker's secret
 */
export function namesInside(filter: Uint8Array, dictionary: ReadonlyMap<string, Uint8Array>): string[] {
  return [...dictionary].flatMap(([name, bits]) => (isInside(bits, filter) ? [name] : []));
}

function isInside(inner: Uint8Array, outer: Uint8Array): boolean {
  for (let i = 0; i < inner.length; i++) if ((inner[i]! & ~outer[i]!) !== 0) return false;
  return true;
}

/**
 * Records whose whole filter equals one of a dictionary: works against folded and balanced filters too, when the attacker
 * has the secret and knows all fields of a person.
 * @param filters texts of filters
 * @param dictionary texts of filters by person
 * @returns how many filters were found out
 */
export function exactHits(filters: readonly string[], dictionary: ReadonlyMap<string, string>): number {
  const known = new Set(dictionary.values());
  return filters.filter((filter) => known.has(filter)).length;
}
