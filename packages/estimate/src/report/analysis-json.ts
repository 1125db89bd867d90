/** The analysis as plain JSON. Infinite and missing numbers become null; words beside them say why. */
import type { Analysis } from "../analysis/analyse.ts";
import type { MethodEstimate } from "../analysis/compare-methods.ts";
import type { Variant } from "../diagnosis/influence.ts";
import type { Interval } from "../interval/interval.ts";
import { sayTerm } from "../model/model.ts";
import { casesOnSeveral, nonOverlappingPairs, sayHistory } from "../table/capture-table.ts";

/** Version of this form; raised when a field changes its meaning. */
const FORM = 1;

/** @returns an object that JSON.stringify writes without loss of meaning */
export function analysisToJson(analysis: Analysis): Record<string, unknown> {
  const { table, fit, bootstrap, goodness, options } = analysis;
  const { lists } = table;
  return {
    form: FORM,
    lists,
    observed: table.observed,
    casesOnSeveralLists: casesOnSeveral(table),
    pairsWithoutOverlap: nonOverlappingPairs(table).map((p) => sayHistory(lists, p)),
    method: analysis.methodName,
    options: { ...options, method: options.method },
    estimate: number(analysis.total),
    hidden: number(analysis.total - table.observed),
    interval: interval(analysis.interval),
    intervals: {
      normal: interval(analysis.normal),
      profile: interval(analysis.profile),
      percentile: bootstrap ? interval(bootstrap.percentile) : null,
      bca: bootstrap
        ? {
            ...interval(bootstrap.bca),
            bias: number(bootstrap.bca.bias),
            acceleration: number(bootstrap.bca.acceleration),
            monteCarloError: bootstrap.bca.monteCarloError.map(number),
          }
        : null,
      parametric: bootstrap ? interval(bootstrap.parametric) : null,
    },
    model: {
      name: fit.name,
      interactions: fit.interactions.map((t) => sayTerm(lists, t)),
      parameters: fit.parameters.map((p) => ({
        name: p.name,
        value: number(p.value),
        standardError: number(p.standardError),
        atMinusInfinity: p.value === Number.NEGATIVE_INFINITY,
      })),
      logLikelihood: fit.logLikelihood,
      deviance: fit.deviance,
      degreesOfFreedom: fit.degreesOfFreedom,
      parameterCount: fit.parameterCount,
      aic: fit.aic,
      aicc: number(fit.aicc),
      bic: fit.bic,
    },
    steps: analysis.steps.map((s) => ({
      added: sayTerm(lists, s.pair),
      p: Math.exp(s.logP),
      logP: s.logP,
      overlap: s.overlap,
      expected: s.expected,
      total: number(s.total),
    })),
    passedOver: analysis.passedOver.map((p) => sayTerm(lists, p)),
    bootstrap: bootstrap
      ? {
          replicates: bootstrap.totals.length,
          models: bootstrap.models,
          sameModelShare: bootstrap.sameModelShare,
        }
      : null,
    methods: analysis.methods.map(methodToJson),
    leaveOneOut: analysis.leftOut.map(variant),
    merged: analysis.merged.map(variant),
    thresholds: analysis.thresholds.map(variant),
    cells: analysis.cells.map((c) => ({
      lists: c.name,
      count: c.count,
      withoutOne: number(c.lessOne),
      withoutAll: number(c.lessAll),
    })),
    fit: {
      deviance: goodness.deviance,
      pearson: goodness.pearson,
      degreesOfFreedom: goodness.degreesOfFreedom,
      chiSquaredP: number(goodness.chiSquaredP),
      exactP: number(goodness.exactP),
      tablesDrawn: goodness.tablesDrawn,
      sparseHistories: goodness.sparseHistories,
      histories: goodness.histories,
      worst: goodness.worst.map((w) => ({ ...w, history: sayHistory(lists, w.history) })),
    },
    coverage: analysis.coverage
      ? Object.fromEntries(Object.entries(analysis.coverage).map(([k, v]) => [k, number(v)]))
      : null,
    verdict: analysis.verdict,
  };
}

/** One method's row as plain JSON. */
export function methodToJson(m: MethodEstimate): Record<string, unknown> {
  return {
    id: m.id,
    name: m.name,
    total: m.total === undefined ? null : number(m.total),
    interval: m.interval ? interval(m.interval) : null,
    note: m.note,
    comparable: m.comparable,
  };
}

function interval(i: Interval): Record<string, unknown> {
  return {
    method: i.method,
    level: i.level,
    lower: number(i.lower),
    upper: number(i.upper),
    remarks: i.remarks,
  };
}

function variant(v: Variant): Record<string, unknown> {
  return {
    name: v.name,
    total: v.total === undefined ? null : number(v.total),
    interval: v.interval ? interval(v.interval) : null,
    model: v.model,
    reason: v.reason,
  };
}

function number(value: number): number | null {
  return Number.isFinite(value) ? value : null;
}
