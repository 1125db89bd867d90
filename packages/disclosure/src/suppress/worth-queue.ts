/** A heap of numbered things by worth, greatest first; equal worth by number, so that the outcome is always the same. */
export class WorthQueue {
  readonly #items: { item: number; worth: number }[] = [];

  greatest(): number {
    return this.#items[0]?.worth ?? Number.NEGATIVE_INFINITY;
  }

  push(item: number, worth: number): void {
    const items = this.#items;
    let at = items.length;
    items.push({ item, worth });
    while (at > 0) {
      const parent = (at - 1) >> 1;
      if (!this.#before(at, parent)) break;
      this.#swap(at, parent);
      at = parent;
    }
  }

  pop(): number | undefined {
    const items = this.#items;
    const top = items[0];
    const last = items.pop();
    if (!top || !last) return undefined;
    if (items.length > 0) {
      items[0] = last;
      let at = 0;
      for (;;) {
        let first = at;
        for (const child of [2 * at + 1, 2 * at + 2])
          if (child < items.length && this.#before(child, first)) first = child;
        if (first === at) break;
        this.#swap(at, first);
        at = first;
      }
    }
    return top.item;
  }

  #before(a: number, b: number): boolean {
    const [x, y] = [this.#items[a]!, this.#items[b]!];
    return x.worth > y.worth || (x.worth === y.worth && x.item < y.item);
  }

  #swap(a: number, b: number): void {
    const held = this.#items[a]!;
    this.#items[a] = this.#items[b]!;
    this.#items[b] = held;
  }
}
