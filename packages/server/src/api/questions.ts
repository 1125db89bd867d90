/** Every question that the API answers, in the order of the readable page. */
import type { Question } from "./question.ts";
import { CORRIDOR_QUESTIONS } from "./routes/corridor.ts";
import { GROUP_QUESTIONS } from "./routes/group.ts";
import { INSTRUMENT_QUESTIONS } from "./routes/instrument.ts";
import { KNOWLEDGE_QUESTIONS } from "./routes/knowledge.ts";
import { PARTICIPATION_QUESTIONS } from "./routes/participation.ts";
import { PLAN_QUESTIONS } from "./routes/plan.ts";
import { STATE_QUESTIONS } from "./routes/state.ts";
import { THEME_QUESTIONS } from "./routes/theme.ts";
import { WORLD_QUESTIONS } from "./routes/world.ts";

export const QUESTIONS: readonly Question[] = [
  ...STATE_QUESTIONS,
  ...GROUP_QUESTIONS,
  ...INSTRUMENT_QUESTIONS,
  ...PARTICIPATION_QUESTIONS,
  ...THEME_QUESTIONS,
  ...CORRIDOR_QUESTIONS,
  ...WORLD_QUESTIONS,
  ...PLAN_QUESTIONS,
  ...KNOWLEDGE_QUESTIONS,
];
