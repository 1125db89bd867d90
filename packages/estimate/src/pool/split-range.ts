/**
 * Divides a range of replicates into pieces: several for each worker, so that none waits long for another.
 * @param total number of replicates
 * @param width number of workers
 */
export function splitRange(total: number, width: number): { from: number; to: number }[] {
  const pieces = Math.min(total, width === 1 ? 1 : width * 4);
  const ranges: { from: number; to: number }[] = [];
  for (let i = 0; i < pieces; i++) {
    ranges.push({ from: Math.floor((total * i) / pieces), to: Math.floor((total * (i + 1)) / pieces) });
  }
  return ranges;
}
