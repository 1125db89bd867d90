/**
 * Profile likelihood interval for the total (Cormack 1992): all hidden numbers h whose best attainable multinomial
 * log-likelihood is within half a chi-squared quantile of the maximum.
 *
 * For given h the complete table, hidden history included, is fitted by the same model; with N = observed + h the
 * profile is log Γ(N+1) − log Γ(h+1) + Σ y log μ̂ − N log N, up to a constant. It need not be symmetric, never reaches
 * below the observed number, and can be open upwards, which is then said.
 */
import { allTerms, type Interactions } from "../model/model.ts";
import { PoissonFitter } from "../model/poisson-fit.ts";
import { logGamma } from "../numerics/gamma.ts";
import { chiSquaredQuantileOne } from "../numerics/normal.ts";
import type { CaptureTable } from "../table/capture-table.ts";
import type { Interval } from "./interval.ts";

/** Hidden numbers beyond this multiple of the estimate count as "no upper bound". */
const FARTHEST = 1e6;

/**
 * @param interactions a model whose estimate exists on this table
 * @param hidden its maximum likelihood estimate of the hidden number, > 0
 * @param level nominal coverage
 */
export function profileInterval(
  table: CaptureTable,
  interactions: Interactions,
  hidden: number,
  level: number,
): Interval {
  const profile = makeProfile(table, interactions);
  const peak = climb(profile, hidden);
  const cut = profile(peak) - chiSquaredQuantileOne(level) / 2;
  const remarks: string[] = [];
  let lower = 0;
  if (profile(0) < cut) lower = cross(profile, cut, 0, peak);
  let far = Math.max(2 * peak, 1);
  while (profile(far) > cut && far < FARTHEST * (hidden + 1)) far *= 2;
  let upper = Number.POSITIVE_INFINITY;
  if (profile(far) <= cut) upper = cross(profile, cut, far, peak);
  else remarks.push("The likelihood never falls far enough: these data set no upper bound.");
  return {
    method: "profile",
    level,
    lower: table.observed + lower,
    upper: table.observed + upper,
    remarks,
  };
}

function makeProfile(table: CaptureTable, interactions: Interactions): (hidden: number) => number {
  const fitter = new PoissonFitter(table.lists.length);
  const terms = allTerms(table.lists.length, interactions);
  return (hidden) => {
    // With nobody hidden the intercept would run to minus infinity; a thousandth of a case stands for nobody.
    const h = Math.max(hidden, 1e-3);
    fitter.setData(table.counts, h);
    if (!fitter.fit(terms)) return Number.NEGATIVE_INFINITY;
    const all = table.observed + h;
    return logGamma(all + 1) - logGamma(h + 1) + fitter.kernel + all - all * Math.log(all);
  };
}

/** The hidden number with the largest profile, by golden section on the logarithm around the estimate. */
function climb(profile: (hidden: number) => number, hidden: number): number {
  const shrink = (Math.sqrt(5) - 1) / 2;
  let low = Math.log(hidden + 1) - 2;
  let high = Math.log(hidden + 1) + 1;
  let a = high - shrink * (high - low);
  let b = low + shrink * (high - low);
  let atA = profile(Math.exp(a));
  let atB = profile(Math.exp(b));
  while (high - low > 1e-7) {
    if (atA >= atB) {
      high = b;
      b = a;
      atB = atA;
      a = high - shrink * (high - low);
      atA = profile(Math.exp(a));
    } else {
      low = a;
      a = b;
      atA = atB;
      b = low + shrink * (high - low);
      atB = profile(Math.exp(b));
    }
  }
  return Math.exp((low + high) / 2);
}

/** Where the profile crosses the cut between a point below it and one above it, by bisection. */
function cross(profile: (hidden: number) => number, cut: number, outside: number, inside: number): number {
  let out = outside;
  let into = inside;
  while (Math.abs(out - into) > 1e-6 * (1 + into)) {
    const middle = (out + into) / 2;
    if (profile(middle) < cut) out = middle;
    else into = middle;
  }
  return (out + into) / 2;
}
