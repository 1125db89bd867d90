/** The database: opening it, filling it from the data package, asking it. */

export { type AuditCheck, type AuditFinding, verifyAudit } from "./audit/verify.ts";
export { type BackupClose, type BackupHead, type BackupSink, readArchive } from "./backup/archive.ts";
export { checkBackupFile, readBackupFile, writeBackupFile } from "./backup/file.ts";
export type { RestoreOutcome } from "./backup/restore.ts";
export { type RestoreOptions, restoreBackup } from "./backup/restore-place.ts";
export { takeBackup } from "./backup/take.ts";
export { queueAccess } from "./engine/queue-access.ts";
export type { QueueAccess } from "./engine/session.ts";
export { StoreError, type StoreErrorCode } from "./error.ts";
export * from "./evidence/flow.ts";
export { readCorridorFlows } from "./evidence/read-flows.ts";
export { readKnowledge } from "./knowledge/read.ts";
export { type LoadingOutcome, type LoadingProgress, loadDataPackage } from "./loading/load.ts";
export { type AuditFilter, type AuditHead, selectAudit, selectAuditHead } from "./queries/audit.ts";
export * from "./queries/evidence.ts";
export * from "./queries/instruments.ts";
export * from "./queries/jobs.ts";
export { selectCoverage, selectKnowledge } from "./queries/knowledge.ts";
export { matrixBySql } from "./queries/matrix.ts";
export * from "./queries/notices.ts";
export * from "./store.ts";
export { validateDataPackage } from "./validation/data-package.ts";
export { describeFinding, type Finding, type FindingCode } from "./validation/finding.ts";
