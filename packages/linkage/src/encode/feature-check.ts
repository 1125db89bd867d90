/** Checks one entry of a schema's `features`: what its values look like and how they are hashed. */
import { NORMALIZATION_STEPS, type NormalizationStep } from "../normalize/steps.ts";
import { dateReader } from "./date-pattern.ts";
import { fullMatchPattern } from "./python-pattern.ts";
import type { Feature, FieldFormat, HashKind, Strategy } from "./schema.ts";
import { isObject, type JsonObject, type SchemaPlace } from "./schema-reader.ts";
import { TEXT_ENCODINGS } from "./text-bytes.ts";
import { type Comparison, distanceInterval } from "./tokenize.ts";

const MOST_TEXT = 1_000_000;

/**
 * Checks a feature; complaints are gathered at `place`.
 * @param json the parsed entry
 * @param place where it stands
 */
export function checkFeature(json: unknown, place: SchemaPlace): Feature {
  if (!isObject(json)) {
    place.refuse("isn't an object", "describe the column in braces");
    return { ignored: true, identifier: "" };
  }
  const identifier = place.text(json, "identifier");
  if (json.ignored !== undefined) {
    if (json.ignored !== true) {
      place.at("ignored").refuse("isn't true", "leave the member out when the column is to be encoded");
    }
    return { ignored: true, identifier };
  }
  place.only(json, ["identifier", "description", "ignored", "format", "hashing", "concord"]);
  const hashing = place.object(json, "hashing");
  const at = place.at("hashing");
  at.only(hashing, ["comparison", "strategy", "hash", "missingValue"]);
  const extension = json.concord === undefined ? {} : place.object(json, "concord");
  place.at("concord").only(extension, ["normalize"]);
  return {
    ignored: false,
    identifier,
    format: checkFormat(place.object(json, "format"), place.at("format")),
    comparison: checkComparison(at.object(hashing, "comparison"), at.at("comparison")),
    strategy: checkStrategy(at.object(hashing, "strategy"), at.at("strategy")),
    hash:
      hashing.hash === undefined
        ? { type: "blakeHash" }
        : checkHash(at.object(hashing, "hash"), at.at("hash")),
    missing: checkMissing(hashing, at),
    normalize: checkNormalization(extension, place.at("concord")),
  };
}

function checkFormat(format: JsonObject, place: SchemaPlace): FieldFormat {
  const type = place.word(format, "type", ["string", "integer", "date", "enum"]);
  if (type === "integer") {
    place.only(format, ["type", "minimum", "maximum", "description"]);
    return {
      type,
      minimum: checkBound(format, "minimum", place),
      maximum: checkBound(format, "maximum", place),
    };
  }
  if (type === "date") {
    place.only(format, ["type", "format", "description"]);
    const pattern = place.text(format, "format");
    const reader = dateReader(pattern);
    if (typeof reader !== "function") {
      place.at("format").refuse(`has ${reader.unknown}, which isn't read`, "use %Y %y %m %d %b %B %j and %%");
    }
    return { type, format: pattern };
  }
  if (type === "enum") {
    place.only(format, ["type", "values", "description"]);
    const values = place.list(format, "values", false).filter((value) => typeof value === "string");
    if (values.length === 0) place.at("values").refuse("is empty", "list the values that may occur");
    return { type, values };
  }
  place.only(format, ["type", "encoding", "case", "minLength", "maxLength", "pattern", "description"]);
  const pattern = format.pattern === undefined ? null : place.text(format, "pattern");
  if (pattern !== null) {
    if (fullMatchPattern(pattern) === null) {
      place
        .at("pattern")
        .refuse("isn't a pattern that can be read here", "use plain regular expression syntax");
    }
    for (const other of ["case", "minLength", "maxLength"]) {
      if (format[other] !== undefined)
        place.at(other).refuse("stands beside a pattern", "keep one of the two");
    }
  }
  return {
    type: "string",
    encoding: place.word(format, "encoding", TEXT_ENCODINGS, "utf-8"),
    case: place.word(format, "case", ["upper", "lower", "mixed"], "mixed"),
    minLength: place.whole(format, "minLength", 0, MOST_TEXT, 0),
    maxLength: place.whole(format, "maxLength", 1, MOST_TEXT, MOST_TEXT),
    pattern,
  };
}

function checkBound(format: JsonObject, member: string, place: SchemaPlace): bigint | null {
  const value = format[member];
  if (value === undefined) return null;
  if (typeof value === "number" && Number.isInteger(value)) return BigInt(value);
  place.at(member).refuse("isn't a whole number", "give digits, without quotation marks");
  return null;
}

function checkComparison(comparison: JsonObject, place: SchemaPlace): Comparison {
  const type = place.word(comparison, "type", ["ngram", "exact", "numeric"]);
  if (type === "exact") return { type };
  if (type === "ngram") {
    return {
      type,
      n: place.whole(comparison, "n", 1, 100),
      positional: place.truth(comparison, "positional", false),
    };
  }
  const distance = comparison.thresholdDistance;
  const numeric: Comparison = {
    type,
    thresholdDistance: typeof distance === "number" && distance > 0 ? distance : 1,
    resolution: place.whole(comparison, "resolution", 1, 10_000),
    fractionalPrecision: place.whole(comparison, "fractional_precision", 0, 300, 0),
  };
  if (numeric.thresholdDistance !== distance) {
    place
      .at("thresholdDistance")
      .refuse("isn't a number above 0", "give the largest distance that still counts as similar");
  } else if (distanceInterval(numeric) === 0n) {
    place
      .at("fractional_precision")
      .refuse(
        "keeps too few digits for the threshold distance",
        "raise fractional_precision or thresholdDistance",
      );
  }
  return numeric;
}

function checkStrategy(strategy: JsonObject, place: SchemaPlace): Strategy {
  place.only(strategy, ["bitsPerToken", "bitsPerFeature"]);
  const both = Object.keys(strategy).length;
  if (both !== 1) {
    place.refuse("doesn't say how many bits to set", "give either bitsPerToken or bitsPerFeature");
    return { per: "token", bits: 1 };
  }
  if (strategy.bitsPerToken !== undefined) {
    return { per: "token", bits: place.whole(strategy, "bitsPerToken", 1, 10_000) };
  }
  return { per: "feature", bits: place.whole(strategy, "bitsPerFeature", 1, 1_000_000) };
}

function checkHash(hash: JsonObject, place: SchemaPlace): HashKind {
  const type = place.word(hash, "type", ["blakeHash", "doubleHash"]);
  place.only(hash, type === "blakeHash" ? ["type"] : ["type", "prevent_singularity"]);
  if (type === "blakeHash") return { type };
  return { type, preventSingularity: place.truth(hash, "prevent_singularity", false) };
}

function checkMissing(
  hashing: JsonObject,
  place: SchemaPlace,
): { sentinel: string; replaceWith: string } | null {
  if (hashing.missingValue === undefined) return null;
  const missing = place.object(hashing, "missingValue");
  const at = place.at("missingValue");
  at.only(missing, ["sentinel", "replaceWith"]);
  const sentinel = at.text(missing, "sentinel");
  return { sentinel, replaceWith: at.text(missing, "replaceWith", sentinel) };
}

function checkNormalization(extension: JsonObject, place: SchemaPlace): NormalizationStep[] {
  const steps: NormalizationStep[] = [];
  place.list(extension, "normalize", true).forEach((step, i) => {
    const known = NORMALIZATION_STEPS.find((name) => name === step);
    if (known !== undefined) steps.push(known);
    else {
      const cure = `use steps from: ${NORMALIZATION_STEPS.join(", ")}`;
      place
        .at("normalize")
        .at(i)
        .refuse(`is ${JSON.stringify(step)}`, cure);
    }
  });
  return steps;
}
