/** Tells subscribers what is new each time that another knowledge base is loaded. */
import { announceNewActs } from "@concord/store";
import { z } from "zod";
import { defineJob, type JobDefinition, jobKind, type RecurringJob, recurringJob } from "../jobs/index.ts";

const ANNOUNCE = jobKind("notices.announce", z.object({}));

/** Compares with what was announced before, and writes the notices of what is new, once. */
export const announceJob: JobDefinition = defineJob(ANNOUNCE, (_nothing, { once }) =>
  once("announce", announceNewActs),
);

/**
 * Asks for that once a knowledge base, on however many machines.
 * @param dataHash of the knowledge base that is loaded
 */
export const announceAtLoading = (dataHash: string): RecurringJob =>
  recurringJob(ANNOUNCE, () => ({ key: dataHash, payload: {} }));
