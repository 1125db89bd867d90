CREATE TABLE "audit_head" (
	"only" boolean PRIMARY KEY DEFAULT true NOT NULL,
	"seq" bigint NOT NULL,
	"at" timestamp(3) with time zone NOT NULL,
	"hash" text NOT NULL
);
--> statement-breakpoint
ALTER TABLE "audit_head" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "audit_log" (
	"seq" bigint PRIMARY KEY NOT NULL,
	"at" timestamp(3) with time zone NOT NULL,
	"account" text,
	"actor" text,
	"role" text NOT NULL,
	"deed" text NOT NULL,
	"subject_kind" text NOT NULL,
	"subject_id" text,
	"outcome" text NOT NULL,
	"reason" text,
	"detail" text NOT NULL,
	"previous" text NOT NULL,
	"hash" text NOT NULL,
	CONSTRAINT "audit_log_outcome_check" CHECK ("audit_log"."outcome" IN ('done', 'refused', 'failed')),
	CONSTRAINT "audit_log_deed_check" CHECK ("audit_log"."deed" ~ '^[a-z]+[.][a-z-]+$'),
	CONSTRAINT "audit_log_detail_check" CHECK ("audit_log"."detail" IS JSON OBJECT AND length("audit_log"."detail") <= 2000),
	CONSTRAINT "audit_log_text_check" CHECK (concat("audit_log"."account", "audit_log"."actor", "audit_log"."role", "audit_log"."subject_kind", "audit_log"."subject_id", "audit_log"."reason", "audit_log"."detail") !~ '[[:cntrl:]]')
);
--> statement-breakpoint
ALTER TABLE "audit_log" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE INDEX "audit_log_at_index" ON "audit_log" USING btree ("at");--> statement-breakpoint
CREATE INDEX "audit_log_account_index" ON "audit_log" USING btree ("account","seq");--> statement-breakpoint
CREATE INDEX "audit_log_actor_index" ON "audit_log" USING btree ("actor","seq");--> statement-breakpoint
CREATE INDEX "audit_log_subject_index" ON "audit_log" USING btree ("subject_kind","subject_id","seq");--> statement-breakpoint
CREATE POLICY "see" ON "audit_head" AS PERMISSIVE FOR SELECT TO "concord_app" USING ((SELECT current_setting('concord.role', true)) IN ('secretariat', 'administrator', 'system'));--> statement-breakpoint
CREATE POLICY "add" ON "audit_head" AS PERMISSIVE FOR INSERT TO "concord_app" WITH CHECK ((SELECT current_setting('concord.role', true)) IN ('system'));--> statement-breakpoint
CREATE POLICY "change" ON "audit_head" AS PERMISSIVE FOR UPDATE TO "concord_app" USING ((SELECT current_setting('concord.role', true)) IN ('system')) WITH CHECK ((SELECT current_setting('concord.role', true)) IN ('system'));--> statement-breakpoint
CREATE POLICY "remove" ON "audit_head" AS PERMISSIVE FOR DELETE TO "concord_app" USING ((SELECT current_setting('concord.role', true)) IN ('system'));--> statement-breakpoint
CREATE POLICY "see" ON "audit_log" AS PERMISSIVE FOR SELECT TO "concord_app" USING ((SELECT current_setting('concord.role', true)) IN ('secretariat', 'administrator', 'system') OR ((SELECT current_setting('concord.role', true)) IN ('focal-point') AND "audit_log"."actor" = (SELECT nullif(current_setting('concord.actor', true), ''))));--> statement-breakpoint
CREATE POLICY "add" ON "audit_log" AS PERMISSIVE FOR INSERT TO "concord_app" WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "change" ON "audit_log" AS PERMISSIVE FOR UPDATE TO "concord_app" USING ((SELECT current_setting('concord.role', true)) IN ('system')) WITH CHECK ((SELECT current_setting('concord.role', true)) IN ('system'));--> statement-breakpoint
CREATE POLICY "remove" ON "audit_log" AS PERMISSIVE FOR DELETE TO "concord_app" USING ((SELECT current_setting('concord.role', true)) IN ('system'));--> statement-breakpoint
INSERT INTO audit_head (seq, at, hash) VALUES (0, '2000-01-01T00:00:00Z', repeat('0', 64));--> statement-breakpoint
-- The application names what was done; when, by whom and the chain it can't.
REVOKE INSERT, UPDATE, DELETE ON audit_log, audit_head FROM concord_app;--> statement-breakpoint
GRANT INSERT (deed, subject_kind, subject_id, outcome, reason, detail) ON audit_log TO concord_app;--> statement-breakpoint
CREATE FUNCTION audit_chain() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  head audit_head%ROWTYPE;
BEGIN
  -- Whoever adds next waits here until this transaction ends: the chain has one end.
  SELECT * INTO STRICT head FROM audit_head FOR UPDATE;
  NEW.seq := head.seq + 1;
  -- A clock that was put back doesn't put rows before their predecessors.
  NEW.at := greatest(date_trunc('milliseconds', clock_timestamp()), head.at);
  NEW.account := nullif(current_setting('concord.account', true), '');
  NEW.actor := nullif(current_setting('concord.actor', true), '');
  NEW.role := current_setting('concord.role');
  NEW.subject_id := nullif(NEW.subject_id, '');
  NEW.reason := nullif(NEW.reason, '');
  NEW.previous := head.hash;
  NEW.hash := encode(sha256(convert_to(concat_ws(E'\n', 'concord-audit-1', NEW.seq,
    to_char(NEW.at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), coalesce(NEW.account, ''), coalesce(NEW.actor, ''),
    NEW.role, NEW.deed, NEW.subject_kind, coalesce(NEW.subject_id, ''), NEW.outcome, coalesce(NEW.reason, ''), NEW.detail,
    NEW.previous), 'UTF8')), 'hex');
  UPDATE audit_head SET seq = NEW.seq, at = NEW.at, hash = NEW.hash;
  RETURN NEW;
END $$;--> statement-breakpoint
-- A restore, which the owner runs, brings rows as they were.
CREATE TRIGGER audit_chain BEFORE INSERT ON audit_log FOR EACH ROW WHEN (current_user = 'concord_app') EXECUTE FUNCTION audit_chain();--> statement-breakpoint
CREATE FUNCTION audit_refuse() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'the audit log is only ever added to' USING ERRCODE = 'insufficient_privilege';
END $$;--> statement-breakpoint
CREATE TRIGGER audit_refuse_row BEFORE UPDATE OR DELETE ON audit_log FOR EACH ROW EXECUTE FUNCTION audit_refuse();--> statement-breakpoint
CREATE TRIGGER audit_refuse_all BEFORE TRUNCATE ON audit_log FOR EACH STATEMENT EXECUTE FUNCTION audit_refuse();
