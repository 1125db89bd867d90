/**
 * Individual risk of Benedetti & Franconi (1998): the mean of 1/F for a class that shows f rows in the sample, when the
 * F persons of its population follow a negative binomial law given f, each caught with probability p.
 * The integral has the closed form (p / f) · ₂F₁(1, 1; f + 1; 1 − p).
 * @param f rows of the class in the sample, at least 1
 * @param p share of the class's population that is in the sample, above 0 up to 1 (f divided by the sum of weights)
 * @returns probability that someone who links a row of this class to a person by chance among equals is right
 */
export function individualRisk(f: number, p: number): number {
  if (p >= 1) return 1 / f;
  const q = 1 - p;
  if (f === 1) return (p / q) * Math.log(1 / p);
  if (f === 2) return (p / (q * q)) * (p * Math.log(p) + q);
  let term = 1;
  let sum = 1;
  for (let n = 1; term > sum * 1e-13; n++) {
    term *= (n * q) / (f + n);
    sum += term;
  }
  return (p / f) * sum;
}
