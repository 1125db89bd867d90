/**
 * Maximum likelihood for Poisson log-linear models on incomplete tables, extended to parameters at minus infinity.
 *
 * With the canonical link, iteratively reweighted least squares is Newton's method. Its three ingredients come
 * from two transforms a step: expected counts μ are a product over subsets of the factors exp(α_θ); the sums
 * m_θ = Σ_{ω ⊇ θ} μ_ω give the gradient t_θ − m_θ, and the information matrix is m_{θ ∪ φ}, because two terms are
 * both in a history exactly if their union is.
 *
 * A term of the model whose sufficient statistic is zero (two lists that never overlap) has its maximum at minus
 * infinity: its factor is 0, the histories that contain it leave the table, and the other parameters are fitted on
 * what is left (Chan, Silverman & Vincent 2021). Whether those exist is decided elsewhere (existence.ts), before fitting.
 *
 * Cost: some six steps of lists · 2^lists + terms³/6 operations. The buffers are reused: a fitter serves one caller
 * at a time, and what it exposes is valid until the next call.
 */
import { factorize, solveFactored } from "./cholesky.ts";
import { multiplyOverSubsets, sumOverSupersets } from "./transform.ts";

const MOST_STEPS = 60;
/** Twice the distance to the maximum of the log-likelihood at which one last step is exact to rounding. */
const LAST_STEP = 1e-9;

export class PoissonFitter {
  readonly cells: number;
  /** Sufficient statistics of the data: statistics[θ] = number of cases on all lists of θ. */
  readonly statistics: Float64Array;
  /** Expected counts of the last fit; entry 0 is the expected number of hidden cases. */
  readonly expected: Float64Array;
  /** sums[θ] = Σ of expected counts over observable histories containing θ, for the last fit. */
  readonly sums: Float64Array;
  /** Parameters α by term (index = set of lists); −∞ for terms at the boundary, 0 for terms not in the model. */
  readonly parameters: Float64Array;
  /** Terms of the last fit with finite parameters, the empty term first. */
  readonly active: Int32Array;
  activeSize = 0;
  /** Number of terms of the last fit at minus infinity. */
  boundarySize = 0;
  /** Σ t_θ α_θ − Σ μ at the last fit: the log-likelihood but for −Σ log y!. */
  kernel = 0;
  /** Newton steps of the last fit. */
  steps = 0;

  private counts: Float64Array;
  private hiddenCount = -1;
  private readonly information: Float64Array;
  private readonly step: Float64Array;
  private readonly trial: Float64Array;
  private readonly weight: Float64Array;
  private readonly response: Float64Array;
  /** Unions of each two active terms, row after row of the lower triangle. */
  private readonly unions: Int32Array;
  private readonly stride: number;

  /** @param lists number of lists, 2 to 12 */
  constructor(lists: number) {
    this.cells = 1 << lists;
    this.stride = Math.min(this.cells, 1 + lists + (lists * (lists - 1)) / 2 + (lists > 6 ? 32 : 64));
    this.statistics = new Float64Array(this.cells);
    this.expected = new Float64Array(this.cells);
    this.sums = new Float64Array(this.cells);
    this.parameters = new Float64Array(this.cells);
    this.active = new Int32Array(this.stride);
    this.information = new Float64Array(this.stride * this.stride);
    this.step = new Float64Array(this.stride);
    this.trial = new Float64Array(this.stride);
    this.weight = new Float64Array(this.cells);
    this.response = new Float64Array(this.cells);
    this.counts = new Float64Array(this.cells);
    this.unions = new Int32Array((this.stride * (this.stride + 1)) / 2);
  }

  /** Largest number of terms, empty term and main effects included, that this fitter can hold. */
  get mostTerms(): number {
    return this.stride;
  }

  /**
   * Takes the data.
   * @param counts by history; entry 0 is ignored unless `hidden` is given
   * @param hidden if given, the hidden history counts as observed with this (not necessarily whole) number
   */
  setData(counts: Float64Array, hidden = -1): void {
    this.counts = counts;
    this.hiddenCount = hidden;
    this.statistics.set(counts);
    this.statistics[0] = Math.max(hidden, 0);
    sumOverSupersets(this.statistics);
  }

  /**
   * Fits a model whose estimate is known to exist.
   * @param terms all terms of the model, the empty one first (see `allTerms`)
   * @param warm true to start from `parameters` of the last fit, when the model differs by a term or the data by little
   * @returns false when the iteration does not settle: no estimate
   */
  fit(terms: Int32Array, warm = false): boolean {
    this.sortTerms(terms, warm);
    if (!warm) this.startFromData();
    let kernel = this.evaluate();
    if (!Number.isFinite(kernel)) {
      if (!warm) return false;
      this.startFromData();
      kernel = this.evaluate();
    }
    const n = this.activeSize;
    for (this.steps = 1; this.steps <= MOST_STEPS; this.steps++) {
      const distance = this.newtonStep();
      if (!(distance >= 0)) return false;
      let length = 1;
      for (let i = 0; i < n; i++) this.trial[i] = this.parameters[this.active[i]!]!;
      for (;;) {
        for (let i = 0; i < n; i++) {
          this.parameters[this.active[i]!] = this.trial[i]! + length * this.step[i]!;
        }
        const next = this.evaluate();
        if (next >= kernel - 1e-9 * (1 + Math.abs(kernel))) {
          kernel = next;
          break;
        }
        length /= 2;
        if (length < 1e-6) return false;
      }
      if (distance < LAST_STEP && length === 1) {
        this.kernel = kernel;
        return true;
      }
    }
    return false;
  }

  /** Separates the terms at minus infinity from the rest and clears the parameters of terms that left the model. */
  private sortTerms(terms: Int32Array, warm: boolean): void {
    let n = 0;
    let boundary = 0;
    const { parameters, statistics, active } = this;
    if (!warm) parameters.fill(0);
    for (let i = 0; i < terms.length; i++) {
      const term = terms[i]!;
      if (statistics[term] === 0 && term !== 0) {
        parameters[term] = Number.NEGATIVE_INFINITY;
        boundary++;
      } else {
        if (parameters[term] === Number.NEGATIVE_INFINITY) parameters[term] = 0;
        active[n++] = term;
      }
    }
    this.activeSize = n;
    this.boundarySize = boundary;
    for (let i = 0, at = 0; i < n; i++) {
      const term = active[i]!;
      for (let j = 0; j <= i; j++) this.unions[at++] = term | active[j]!;
    }
  }

  /** One weighted least squares fit to log(y + 0.1): the start that brings Newton's method close. */
  private startFromData(): void {
    const { weight, response, cells, active, activeSize: n, step } = this;
    const alive = this.markAlive();
    for (let h = 0; h < cells; h++) {
      const w = alive[h]! > 0 ? this.counts[h]! + 0.1 : 0;
      weight[h] = w;
      response[h] = w === 0 ? 0 : w * Math.log(w);
    }
    weight[0] = this.hiddenCount >= 0 ? this.hiddenCount + 0.1 : 0;
    response[0] = this.hiddenCount >= 0 ? weight[0]! * Math.log(weight[0]!) : 0;
    sumOverSupersets(weight);
    sumOverSupersets(response);
    this.fillInformation(weight);
    for (let i = 0; i < n; i++) step[i] = response[active[i]!]!;
    if (!factorize(this.information, n, this.stride)) return;
    solveFactored(this.information, n, this.stride, step);
    for (let i = 0; i < n; i++) this.parameters[active[i]!] = step[i]!;
  }

  /** 1 for histories that stay in the table, 0 for those that contain a term at minus infinity. */
  private markAlive(): Float64Array {
    const alive = this.expected;
    alive.fill(1);
    if (this.boundarySize > 0) {
      for (let h = 1; h < this.cells; h++) if (this.parameters[h] === Number.NEGATIVE_INFINITY) alive[h] = 0;
      multiplyOverSubsets(alive);
    }
    return alive;
  }

  /** Expected counts and their sums at the current parameters. @returns the kernel of the log-likelihood */
  private evaluate(): number {
    const { expected, sums, parameters, active, activeSize: n, statistics } = this;
    expected.fill(1);
    let kernel = 0;
    for (let i = 0; i < n; i++) {
      const term = active[i]!;
      const alpha = parameters[term]!;
      expected[term] = Math.exp(alpha);
      kernel += statistics[term]! * alpha;
    }
    if (this.boundarySize > 0) {
      for (let h = 1; h < this.cells; h++) if (parameters[h] === Number.NEGATIVE_INFINITY) expected[h] = 0;
    }
    multiplyOverSubsets(expected);
    sums.set(expected);
    if (this.hiddenCount < 0) sums[0] = 0;
    sumOverSupersets(sums);
    return kernel - sums[0]!;
  }

  private fillInformation(sums: Float64Array): void {
    const { information, unions, activeSize: n, stride } = this;
    for (let i = 0, at = 0; i < n; i++) {
      const row = i * stride;
      for (let j = 0; j <= i; j++) information[row + j] = sums[unions[at++]!]!;
    }
  }

  /** Newton's step into `step`. @returns gradient · step, twice the predicted gain; NaN if the matrix is singular */
  private newtonStep(): number {
    const { sums, statistics, active, activeSize: n, step, trial } = this;
    this.fillInformation(sums);
    if (!factorize(this.information, n, this.stride)) return Number.NaN;
    for (let i = 0; i < n; i++) {
      const term = active[i]!;
      step[i] = statistics[term]! - sums[term]!;
      trial[i] = step[i]!;
    }
    solveFactored(this.information, n, this.stride, step);
    let distance = 0;
    for (let i = 0; i < n; i++) distance += trial[i]! * step[i]!;
    return distance < 0 && distance > -1e-9 ? 0 : distance;
  }

  /**
   * Inverse of the information matrix at the last fit, for standard errors.
   * @returns row-major activeSize × activeSize covariance of the active parameters; undefined if singular
   */
  covariance(): Float64Array | undefined {
    const n = this.activeSize;
    this.fillInformation(this.sums);
    if (!factorize(this.information, n, this.stride)) return undefined;
    const inverse = new Float64Array(n * n);
    const column = new Float64Array(n);
    for (let j = 0; j < n; j++) {
      column.fill(0);
      column[j] = 1;
      solveFactored(this.information, n, this.stride, column);
      for (let i = 0; i < n; i++) inverse[i * n + j] = column[i]!;
    }
    return inverse;
  }
}
