-- The application acts under the role concord_app, which owns nothing and can't sign in. It belongs to the whole server and is made when a
-- database is opened (src/engine/app-role.ts). What it may do with rows the policies say; tables of later migrations are granted alike.
GRANT USAGE ON SCHEMA public TO concord_app;--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO concord_app;--> statement-breakpoint
ALTER DEFAULT PRIVILEGES IN SCHEMA public GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO concord_app;--> statement-breakpoint
ALTER DEFAULT PRIVILEGES IN SCHEMA public GRANT USAGE ON SEQUENCES TO concord_app;--> statement-breakpoint
ALTER TABLE "actors" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "mechanism_instruments" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "mechanisms" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "detections" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "indicator_sources" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "indicator_values" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "indicators" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "migrant_stocks" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "pooled_cases" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "bound_periods" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "coverage" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "crosschecks" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "effect_rules" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "instrument_sources" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "instruments" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "participation" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "provisions" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "reliability" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "reservations" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "job_effects" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "jobs" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "data_packages" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "data_tables" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "memberships" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "neighbours" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "states" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "themes" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE POLICY "see" ON "actors" AS PERMISSIVE FOR SELECT TO "concord_app" USING (true);--> statement-breakpoint
CREATE POLICY "add" ON "actors" AS PERMISSIVE FOR INSERT TO "concord_app" WITH CHECK ((SELECT current_setting('concord.role', true)) IN ('system'));--> statement-breakpoint
CREATE POLICY "change" ON "actors" AS PERMISSIVE FOR UPDATE TO "concord_app" USING ((SELECT current_setting('concord.role', true)) IN ('system')) WITH CHECK ((SELECT current_setting('concord.role', true)) IN ('system'));--> statement-breakpoint
CREATE POLICY "remove" ON "actors" AS PERMISSIVE FOR DELETE TO "concord_app" USING ((SELECT current_setting('concord.role', true)) IN ('system'));--> statement-breakpoint
CREATE POLICY "see" ON "mechanism_instruments" AS PERMISSIVE FOR SELECT TO "concord_app" USING (true);--> statement-breakpoint
CREATE POLICY "add" ON "mechanism_instruments" AS PERMISSIVE FOR INSERT TO "concord_app" WITH CHECK ((SELECT current_setting('concord.role', true)) IN ('system'));--> statement-breakpoint
CREATE POLICY "change" ON "mechanism_instruments" AS PERMISSIVE FOR UPDATE TO "concord_app" USING ((SELECT current_setting('concord.role', true)) IN ('system')) WITH CHECK ((SELECT current_setting('concord.role', true)) IN ('system'));--> statement-breakpoint
CREATE POLICY "remove" ON "mechanism_instruments" AS PERMISSIVE FOR DELETE TO "concord_app" USING ((SELECT current_setting('concord.role', true)) IN ('system'));--> statement-breakpoint
CREATE POLICY "see" ON "mechanisms" AS PERMISSIVE FOR SELECT TO "concord_app" USING (true);--> statement-breakpoint
CREATE POLICY "add" ON "mechanisms" AS PERMISSIVE FOR INSERT TO "concord_app" WITH CHECK ((SELECT current_setting('concord.role', true)) IN ('system'));--> statement-breakpoint
CREATE POLICY "change" ON "mechanisms" AS PERMISSIVE FOR UPDATE TO "concord_app" USING ((SELECT current_setting('concord.role', true)) IN ('system')) WITH CHECK ((SELECT current_setting('concord.role', true)) IN ('system'));--> statement-breakpoint
CREATE POLICY "remove" ON "mechanisms" AS PERMISSIVE FOR DELETE TO "concord_app" USING ((SELECT current_setting('concord.role', true)) IN ('system'));--> statement-breakpoint
CREATE POLICY "see" ON "detections" AS PERMISSIVE FOR SELECT TO "concord_app" USING (true);--> statement-breakpoint
CREATE POLICY "add" ON "detections" AS PERMISSIVE FOR INSERT TO "concord_app" WITH CHECK ((SELECT current_setting('concord.role', true)) IN ('system'));--> statement-breakpoint
CREATE POLICY "change" ON "detections" AS PERMISSIVE FOR UPDATE TO "concord_app" USING ((SELECT current_setting('concord.role', true)) IN ('system')) WITH CHECK ((SELECT current_setting('concord.role', true)) IN ('system'));--> statement-breakpoint
CREATE POLICY "remove" ON "detections" AS PERMISSIVE FOR DELETE TO "concord_app" USING ((SELECT current_setting('concord.role', true)) IN ('system'));--> statement-breakpoint
CREATE POLICY "see" ON "indicator_sources" AS PERMISSIVE FOR SELECT TO "concord_app" USING (true);--> statement-breakpoint
CREATE POLICY "add" ON "indicator_sources" AS PERMISSIVE FOR INSERT TO "concord_app" WITH CHECK ((SELECT current_setting('concord.role', true)) IN ('system'));--> statement-breakpoint
CREATE POLICY "change" ON "indicator_sources" AS PERMISSIVE FOR UPDATE TO "concord_app" USING ((SELECT current_setting('concord.role', true)) IN ('system')) WITH CHECK ((SELECT current_setting('concord.role', true)) IN ('system'));--> statement-breakpoint
CREATE POLICY "remove" ON "indicator_sources" AS PERMISSIVE FOR DELETE TO "concord_app" USING ((SELECT current_setting('concord.role', true)) IN ('system'));--> statement-breakpoint
CREATE POLICY "see" ON "indicator_values" AS PERMISSIVE FOR SELECT TO "concord_app" USING (true);--> statement-breakpoint
CREATE POLICY "add" ON "indicator_values" AS PERMISSIVE FOR INSERT TO "concord_app" WITH CHECK ((SELECT current_setting('concord.role', true)) IN ('system'));--> statement-breakpoint
CREATE POLICY "change" ON "indicator_values" AS PERMISSIVE FOR UPDATE TO "concord_app" USING ((SELECT current_setting('concord.role', true)) IN ('system')) WITH CHECK ((SELECT current_setting('concord.role', true)) IN ('system'));--> statement-breakpoint
CREATE POLICY "remove" ON "indicator_values" AS PERMISSIVE FOR DELETE TO "concord_app" USING ((SELECT current_setting('concord.role', true)) IN ('system'));--> statement-breakpoint
CREATE POLICY "see" ON "indicators" AS PERMISSIVE FOR SELECT TO "concord_app" USING (true);--> statement-breakpoint
CREATE POLICY "add" ON "indicators" AS PERMISSIVE FOR INSERT TO "concord_app" WITH CHECK ((SELECT current_setting('concord.role', true)) IN ('system'));--> statement-breakpoint
CREATE POLICY "change" ON "indicators" AS PERMISSIVE FOR UPDATE TO "concord_app" USING ((SELECT current_setting('concord.role', true)) IN ('system')) WITH CHECK ((SELECT current_setting('concord.role', true)) IN ('system'));--> statement-breakpoint
CREATE POLICY "remove" ON "indicators" AS PERMISSIVE FOR DELETE TO "concord_app" USING ((SELECT current_setting('concord.role', true)) IN ('system'));--> statement-breakpoint
CREATE POLICY "see" ON "migrant_stocks" AS PERMISSIVE FOR SELECT TO "concord_app" USING (true);--> statement-breakpoint
CREATE POLICY "add" ON "migrant_stocks" AS PERMISSIVE FOR INSERT TO "concord_app" WITH CHECK ((SELECT current_setting('concord.role', true)) IN ('system'));--> statement-breakpoint
CREATE POLICY "change" ON "migrant_stocks" AS PERMISSIVE FOR UPDATE TO "concord_app" USING ((SELECT current_setting('concord.role', true)) IN ('system')) WITH CHECK ((SELECT current_setting('concord.role', true)) IN ('system'));--> statement-breakpoint
CREATE POLICY "remove" ON "migrant_stocks" AS PERMISSIVE FOR DELETE TO "concord_app" USING ((SELECT current_setting('concord.role', true)) IN ('system'));--> statement-breakpoint
CREATE POLICY "see" ON "pooled_cases" AS PERMISSIVE FOR SELECT TO "concord_app" USING (true);--> statement-breakpoint
CREATE POLICY "add" ON "pooled_cases" AS PERMISSIVE FOR INSERT TO "concord_app" WITH CHECK ((SELECT current_setting('concord.role', true)) IN ('system'));--> statement-breakpoint
CREATE POLICY "change" ON "pooled_cases" AS PERMISSIVE FOR UPDATE TO "concord_app" USING ((SELECT current_setting('concord.role', true)) IN ('system')) WITH CHECK ((SELECT current_setting('concord.role', true)) IN ('system'));--> statement-breakpoint
CREATE POLICY "remove" ON "pooled_cases" AS PERMISSIVE FOR DELETE TO "concord_app" USING ((SELECT current_setting('concord.role', true)) IN ('system'));--> statement-breakpoint
CREATE POLICY "see" ON "bound_periods" AS PERMISSIVE FOR SELECT TO "concord_app" USING (true);--> statement-breakpoint
CREATE POLICY "add" ON "bound_periods" AS PERMISSIVE FOR INSERT TO "concord_app" WITH CHECK ((SELECT current_setting('concord.role', true)) IN ('system'));--> statement-breakpoint
CREATE POLICY "change" ON "bound_periods" AS PERMISSIVE FOR UPDATE TO "concord_app" USING ((SELECT current_setting('concord.role', true)) IN ('system')) WITH CHECK ((SELECT current_setting('concord.role', true)) IN ('system'));--> statement-breakpoint
CREATE POLICY "remove" ON "bound_periods" AS PERMISSIVE FOR DELETE TO "concord_app" USING ((SELECT current_setting('concord.role', true)) IN ('system'));--> statement-breakpoint
CREATE POLICY "see" ON "coverage" AS PERMISSIVE FOR SELECT TO "concord_app" USING (true);--> statement-breakpoint
CREATE POLICY "add" ON "coverage" AS PERMISSIVE FOR INSERT TO "concord_app" WITH CHECK ((SELECT current_setting('concord.role', true)) IN ('system'));--> statement-breakpoint
CREATE POLICY "change" ON "coverage" AS PERMISSIVE FOR UPDATE TO "concord_app" USING ((SELECT current_setting('concord.role', true)) IN ('system')) WITH CHECK ((SELECT current_setting('concord.role', true)) IN ('system'));--> statement-breakpoint
CREATE POLICY "remove" ON "coverage" AS PERMISSIVE FOR DELETE TO "concord_app" USING ((SELECT current_setting('concord.role', true)) IN ('system'));--> statement-breakpoint
CREATE POLICY "see" ON "crosschecks" AS PERMISSIVE FOR SELECT TO "concord_app" USING (true);--> statement-breakpoint
CREATE POLICY "add" ON "crosschecks" AS PERMISSIVE FOR INSERT TO "concord_app" WITH CHECK ((SELECT current_setting('concord.role', true)) IN ('system'));--> statement-breakpoint
CREATE POLICY "change" ON "crosschecks" AS PERMISSIVE FOR UPDATE TO "concord_app" USING ((SELECT current_setting('concord.role', true)) IN ('system')) WITH CHECK ((SELECT current_setting('concord.role', true)) IN ('system'));--> statement-breakpoint
CREATE POLICY "remove" ON "crosschecks" AS PERMISSIVE FOR DELETE TO "concord_app" USING ((SELECT current_setting('concord.role', true)) IN ('system'));--> statement-breakpoint
CREATE POLICY "see" ON "effect_rules" AS PERMISSIVE FOR SELECT TO "concord_app" USING (true);--> statement-breakpoint
CREATE POLICY "add" ON "effect_rules" AS PERMISSIVE FOR INSERT TO "concord_app" WITH CHECK ((SELECT current_setting('concord.role', true)) IN ('system'));--> statement-breakpoint
CREATE POLICY "change" ON "effect_rules" AS PERMISSIVE FOR UPDATE TO "concord_app" USING ((SELECT current_setting('concord.role', true)) IN ('system')) WITH CHECK ((SELECT current_setting('concord.role', true)) IN ('system'));--> statement-breakpoint
CREATE POLICY "remove" ON "effect_rules" AS PERMISSIVE FOR DELETE TO "concord_app" USING ((SELECT current_setting('concord.role', true)) IN ('system'));--> statement-breakpoint
CREATE POLICY "see" ON "instrument_sources" AS PERMISSIVE FOR SELECT TO "concord_app" USING (true);--> statement-breakpoint
CREATE POLICY "add" ON "instrument_sources" AS PERMISSIVE FOR INSERT TO "concord_app" WITH CHECK ((SELECT current_setting('concord.role', true)) IN ('system'));--> statement-breakpoint
CREATE POLICY "change" ON "instrument_sources" AS PERMISSIVE FOR UPDATE TO "concord_app" USING ((SELECT current_setting('concord.role', true)) IN ('system')) WITH CHECK ((SELECT current_setting('concord.role', true)) IN ('system'));--> statement-breakpoint
CREATE POLICY "remove" ON "instrument_sources" AS PERMISSIVE FOR DELETE TO "concord_app" USING ((SELECT current_setting('concord.role', true)) IN ('system'));--> statement-breakpoint
CREATE POLICY "see" ON "instruments" AS PERMISSIVE FOR SELECT TO "concord_app" USING (true);--> statement-breakpoint
CREATE POLICY "add" ON "instruments" AS PERMISSIVE FOR INSERT TO "concord_app" WITH CHECK ((SELECT current_setting('concord.role', true)) IN ('system'));--> statement-breakpoint
CREATE POLICY "change" ON "instruments" AS PERMISSIVE FOR UPDATE TO "concord_app" USING ((SELECT current_setting('concord.role', true)) IN ('system')) WITH CHECK ((SELECT current_setting('concord.role', true)) IN ('system'));--> statement-breakpoint
CREATE POLICY "remove" ON "instruments" AS PERMISSIVE FOR DELETE TO "concord_app" USING ((SELECT current_setting('concord.role', true)) IN ('system'));--> statement-breakpoint
CREATE POLICY "see" ON "participation" AS PERMISSIVE FOR SELECT TO "concord_app" USING (true);--> statement-breakpoint
CREATE POLICY "add" ON "participation" AS PERMISSIVE FOR INSERT TO "concord_app" WITH CHECK ((SELECT current_setting('concord.role', true)) IN ('system'));--> statement-breakpoint
CREATE POLICY "change" ON "participation" AS PERMISSIVE FOR UPDATE TO "concord_app" USING ((SELECT current_setting('concord.role', true)) IN ('system')) WITH CHECK ((SELECT current_setting('concord.role', true)) IN ('system'));--> statement-breakpoint
CREATE POLICY "remove" ON "participation" AS PERMISSIVE FOR DELETE TO "concord_app" USING ((SELECT current_setting('concord.role', true)) IN ('system'));--> statement-breakpoint
CREATE POLICY "see" ON "provisions" AS PERMISSIVE FOR SELECT TO "concord_app" USING (true);--> statement-breakpoint
CREATE POLICY "add" ON "provisions" AS PERMISSIVE FOR INSERT TO "concord_app" WITH CHECK ((SELECT current_setting('concord.role', true)) IN ('system'));--> statement-breakpoint
CREATE POLICY "change" ON "provisions" AS PERMISSIVE FOR UPDATE TO "concord_app" USING ((SELECT current_setting('concord.role', true)) IN ('system')) WITH CHECK ((SELECT current_setting('concord.role', true)) IN ('system'));--> statement-breakpoint
CREATE POLICY "remove" ON "provisions" AS PERMISSIVE FOR DELETE TO "concord_app" USING ((SELECT current_setting('concord.role', true)) IN ('system'));--> statement-breakpoint
CREATE POLICY "see" ON "reliability" AS PERMISSIVE FOR SELECT TO "concord_app" USING (true);--> statement-breakpoint
CREATE POLICY "add" ON "reliability" AS PERMISSIVE FOR INSERT TO "concord_app" WITH CHECK ((SELECT current_setting('concord.role', true)) IN ('system'));--> statement-breakpoint
CREATE POLICY "change" ON "reliability" AS PERMISSIVE FOR UPDATE TO "concord_app" USING ((SELECT current_setting('concord.role', true)) IN ('system')) WITH CHECK ((SELECT current_setting('concord.role', true)) IN ('system'));--> statement-breakpoint
CREATE POLICY "remove" ON "reliability" AS PERMISSIVE FOR DELETE TO "concord_app" USING ((SELECT current_setting('concord.role', true)) IN ('system'));--> statement-breakpoint
CREATE POLICY "see" ON "reservations" AS PERMISSIVE FOR SELECT TO "concord_app" USING (true);--> statement-breakpoint
CREATE POLICY "add" ON "reservations" AS PERMISSIVE FOR INSERT TO "concord_app" WITH CHECK ((SELECT current_setting('concord.role', true)) IN ('system'));--> statement-breakpoint
CREATE POLICY "change" ON "reservations" AS PERMISSIVE FOR UPDATE TO "concord_app" USING ((SELECT current_setting('concord.role', true)) IN ('system')) WITH CHECK ((SELECT current_setting('concord.role', true)) IN ('system'));--> statement-breakpoint
CREATE POLICY "remove" ON "reservations" AS PERMISSIVE FOR DELETE TO "concord_app" USING ((SELECT current_setting('concord.role', true)) IN ('system'));--> statement-breakpoint
CREATE POLICY "see" ON "job_effects" AS PERMISSIVE FOR SELECT TO "concord_app" USING ((SELECT current_setting('concord.role', true)) IN ('system'));--> statement-breakpoint
CREATE POLICY "add" ON "job_effects" AS PERMISSIVE FOR INSERT TO "concord_app" WITH CHECK ((SELECT current_setting('concord.role', true)) IN ('system'));--> statement-breakpoint
CREATE POLICY "change" ON "job_effects" AS PERMISSIVE FOR UPDATE TO "concord_app" USING ((SELECT current_setting('concord.role', true)) IN ('system')) WITH CHECK ((SELECT current_setting('concord.role', true)) IN ('system'));--> statement-breakpoint
CREATE POLICY "remove" ON "job_effects" AS PERMISSIVE FOR DELETE TO "concord_app" USING ((SELECT current_setting('concord.role', true)) IN ('system'));--> statement-breakpoint
CREATE POLICY "see" ON "jobs" AS PERMISSIVE FOR SELECT TO "concord_app" USING ((SELECT current_setting('concord.role', true)) IN ('secretariat', 'administrator', 'system') OR ((SELECT current_setting('concord.role', true)) IN ('observer', 'member', 'focal-point', 'facilitator') AND "jobs"."account" = (SELECT nullif(current_setting('concord.account', true), ''))));--> statement-breakpoint
CREATE POLICY "add" ON "jobs" AS PERMISSIVE FOR INSERT TO "concord_app" WITH CHECK ((SELECT current_setting('concord.role', true)) IN ('administrator', 'system') OR ((SELECT current_setting('concord.role', true)) IN ('observer', 'member', 'focal-point', 'facilitator', 'secretariat') AND "jobs"."account" = (SELECT nullif(current_setting('concord.account', true), ''))));--> statement-breakpoint
CREATE POLICY "change" ON "jobs" AS PERMISSIVE FOR UPDATE TO "concord_app" USING ((SELECT current_setting('concord.role', true)) IN ('administrator', 'system') OR ((SELECT current_setting('concord.role', true)) IN ('observer', 'member', 'focal-point', 'facilitator', 'secretariat') AND "jobs"."account" = (SELECT nullif(current_setting('concord.account', true), '')))) WITH CHECK ((SELECT current_setting('concord.role', true)) IN ('administrator', 'system') OR ((SELECT current_setting('concord.role', true)) IN ('observer', 'member', 'focal-point', 'facilitator', 'secretariat') AND "jobs"."account" = (SELECT nullif(current_setting('concord.account', true), ''))));--> statement-breakpoint
CREATE POLICY "remove" ON "jobs" AS PERMISSIVE FOR DELETE TO "concord_app" USING ((SELECT current_setting('concord.role', true)) IN ('system'));--> statement-breakpoint
CREATE POLICY "see" ON "data_packages" AS PERMISSIVE FOR SELECT TO "concord_app" USING (true);--> statement-breakpoint
CREATE POLICY "add" ON "data_packages" AS PERMISSIVE FOR INSERT TO "concord_app" WITH CHECK ((SELECT current_setting('concord.role', true)) IN ('system'));--> statement-breakpoint
CREATE POLICY "change" ON "data_packages" AS PERMISSIVE FOR UPDATE TO "concord_app" USING ((SELECT current_setting('concord.role', true)) IN ('system')) WITH CHECK ((SELECT current_setting('concord.role', true)) IN ('system'));--> statement-breakpoint
CREATE POLICY "remove" ON "data_packages" AS PERMISSIVE FOR DELETE TO "concord_app" USING ((SELECT current_setting('concord.role', true)) IN ('system'));--> statement-breakpoint
CREATE POLICY "see" ON "data_tables" AS PERMISSIVE FOR SELECT TO "concord_app" USING (true);--> statement-breakpoint
CREATE POLICY "add" ON "data_tables" AS PERMISSIVE FOR INSERT TO "concord_app" WITH CHECK ((SELECT current_setting('concord.role', true)) IN ('system'));--> statement-breakpoint
CREATE POLICY "change" ON "data_tables" AS PERMISSIVE FOR UPDATE TO "concord_app" USING ((SELECT current_setting('concord.role', true)) IN ('system')) WITH CHECK ((SELECT current_setting('concord.role', true)) IN ('system'));--> statement-breakpoint
CREATE POLICY "remove" ON "data_tables" AS PERMISSIVE FOR DELETE TO "concord_app" USING ((SELECT current_setting('concord.role', true)) IN ('system'));--> statement-breakpoint
CREATE POLICY "see" ON "memberships" AS PERMISSIVE FOR SELECT TO "concord_app" USING (true);--> statement-breakpoint
CREATE POLICY "add" ON "memberships" AS PERMISSIVE FOR INSERT TO "concord_app" WITH CHECK ((SELECT current_setting('concord.role', true)) IN ('system'));--> statement-breakpoint
CREATE POLICY "change" ON "memberships" AS PERMISSIVE FOR UPDATE TO "concord_app" USING ((SELECT current_setting('concord.role', true)) IN ('system')) WITH CHECK ((SELECT current_setting('concord.role', true)) IN ('system'));--> statement-breakpoint
CREATE POLICY "remove" ON "memberships" AS PERMISSIVE FOR DELETE TO "concord_app" USING ((SELECT current_setting('concord.role', true)) IN ('system'));--> statement-breakpoint
CREATE POLICY "see" ON "neighbours" AS PERMISSIVE FOR SELECT TO "concord_app" USING (true);--> statement-breakpoint
CREATE POLICY "add" ON "neighbours" AS PERMISSIVE FOR INSERT TO "concord_app" WITH CHECK ((SELECT current_setting('concord.role', true)) IN ('system'));--> statement-breakpoint
CREATE POLICY "change" ON "neighbours" AS PERMISSIVE FOR UPDATE TO "concord_app" USING ((SELECT current_setting('concord.role', true)) IN ('system')) WITH CHECK ((SELECT current_setting('concord.role', true)) IN ('system'));--> statement-breakpoint
CREATE POLICY "remove" ON "neighbours" AS PERMISSIVE FOR DELETE TO "concord_app" USING ((SELECT current_setting('concord.role', true)) IN ('system'));--> statement-breakpoint
CREATE POLICY "see" ON "states" AS PERMISSIVE FOR SELECT TO "concord_app" USING (true);--> statement-breakpoint
CREATE POLICY "add" ON "states" AS PERMISSIVE FOR INSERT TO "concord_app" WITH CHECK ((SELECT current_setting('concord.role', true)) IN ('system'));--> statement-breakpoint
CREATE POLICY "change" ON "states" AS PERMISSIVE FOR UPDATE TO "concord_app" USING ((SELECT current_setting('concord.role', true)) IN ('system')) WITH CHECK ((SELECT current_setting('concord.role', true)) IN ('system'));--> statement-breakpoint
CREATE POLICY "remove" ON "states" AS PERMISSIVE FOR DELETE TO "concord_app" USING ((SELECT current_setting('concord.role', true)) IN ('system'));--> statement-breakpoint
CREATE POLICY "see" ON "themes" AS PERMISSIVE FOR SELECT TO "concord_app" USING (true);--> statement-breakpoint
CREATE POLICY "add" ON "themes" AS PERMISSIVE FOR INSERT TO "concord_app" WITH CHECK ((SELECT current_setting('concord.role', true)) IN ('system'));--> statement-breakpoint
CREATE POLICY "change" ON "themes" AS PERMISSIVE FOR UPDATE TO "concord_app" USING ((SELECT current_setting('concord.role', true)) IN ('system')) WITH CHECK ((SELECT current_setting('concord.role', true)) IN ('system'));--> statement-breakpoint
CREATE POLICY "remove" ON "themes" AS PERMISSIVE FOR DELETE TO "concord_app" USING ((SELECT current_setting('concord.role', true)) IN ('system'));