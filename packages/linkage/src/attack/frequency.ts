/**
 * Frequency alignment (Niedermeyer et al. 2014): equal values give equal filters, so whoever holds filters of single names
 * and knows how frequent names are lays the two rankings side by side. It needs no key. Used here against our own encodings.
 */

/**
 * Guesses what each filter stands for by its rank.
 * @param filters texts of filters, one a record
 * @param namesByFrequency names, the most frequent first: public knowledge
 * @param leastCount filters that occur more rarely aren't guessed: their order is chance
 * @returns name by filter text
 */
export function alignByFrequency(
  filters: readonly string[],
  namesByFrequency: readonly string[],
  leastCount: number,
): Map<string, string> {
  const counts = new Map<string, number>();
  for (const filter of filters) counts.set(filter, (counts.get(filter) ?? 0) + 1);
  const ranked = [...counts].filter(([, count]) => count >= leastCount).sort((a, b) => b[1] - a[1]);
  return new Map(
    ranked.flatMap(([filter], rank) =>
      namesByFrequency[rank] === undefined ? [] : [[filter, namesByFrequency[rank]]],
    ),
  );
}

/** Values of a column, the most frequent first. */
export function byFrequency(values: readonly string[]): string[] {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).map(([value]) => value);
}
