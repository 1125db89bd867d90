CREATE TABLE "consultation_events" (
	"consultation" text NOT NULL,
	"step" integer NOT NULL,
	"type" text NOT NULL,
	"at" text NOT NULL,
	"by" text NOT NULL,
	"capacity" text NOT NULL,
	"data" jsonb NOT NULL,
	"account" text,
	"facilitators" text[] NOT NULL,
	CONSTRAINT "consultation_events_pkey" PRIMARY KEY("consultation","step")
);
--> statement-breakpoint
ALTER TABLE "consultation_events" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "consultations" (
	"id" text PRIMARY KEY NOT NULL,
	"title" text NOT NULL,
	"opened_at" timestamp with time zone NOT NULL,
	"facilitators" text[] NOT NULL
);
--> statement-breakpoint
ALTER TABLE "consultations" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "goal_links" (
	"ordinal" integer PRIMARY KEY NOT NULL,
	"mdg" text NOT NULL,
	"sdg" text NOT NULL,
	"theme" text NOT NULL,
	"driver" text NOT NULL,
	"push_or_pull" text NOT NULL,
	"reason" text NOT NULL
);
--> statement-breakpoint
ALTER TABLE "goal_links" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "group_members" (
	"group" text NOT NULL,
	"iso3" text NOT NULL,
	"ordinal" integer NOT NULL,
	"from" text NOT NULL,
	"role" text NOT NULL,
	"source" text NOT NULL,
	CONSTRAINT "group_members_pkey" PRIMARY KEY("group","iso3"),
	CONSTRAINT "group_members_ordinal_unique" UNIQUE("ordinal")
);
--> statement-breakpoint
ALTER TABLE "group_members" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "non_paper_points" (
	"key" text PRIMARY KEY NOT NULL,
	"ordinal" integer NOT NULL,
	"kind" text NOT NULL,
	"passage" text NOT NULL,
	"text" text NOT NULL,
	CONSTRAINT "non_paper_points_ordinal_unique" UNIQUE("ordinal")
);
--> statement-breakpoint
ALTER TABLE "non_paper_points" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "plan_points" (
	"para" text NOT NULL,
	"theme" text NOT NULL,
	"ordinal" integer NOT NULL,
	"pillar" text NOT NULL,
	"actors" text[] NOT NULL,
	"action" text NOT NULL,
	"checked" boolean NOT NULL,
	CONSTRAINT "plan_points_pkey" PRIMARY KEY("para","theme"),
	CONSTRAINT "plan_points_ordinal_unique" UNIQUE("ordinal")
);
--> statement-breakpoint
ALTER TABLE "plan_points" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "consultation_events" ADD CONSTRAINT "consultation_events_consultation_consultations_id_fk" FOREIGN KEY ("consultation") REFERENCES "public"."consultations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "goal_links" ADD CONSTRAINT "goal_links_theme_themes_id_fk" FOREIGN KEY ("theme") REFERENCES "public"."themes"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "group_members" ADD CONSTRAINT "group_members_group_actors_id_fk" FOREIGN KEY ("group") REFERENCES "public"."actors"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "group_members" ADD CONSTRAINT "group_members_iso3_states_iso3_fk" FOREIGN KEY ("iso3") REFERENCES "public"."states"("iso3") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "plan_points" ADD CONSTRAINT "plan_points_theme_themes_id_fk" FOREIGN KEY ("theme") REFERENCES "public"."themes"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "goal_links_theme_index" ON "goal_links" USING btree ("theme");--> statement-breakpoint
CREATE POLICY "see" ON "consultation_events" AS PERMISSIVE FOR SELECT TO "concord_app" USING (true);--> statement-breakpoint
CREATE POLICY "add" ON "consultation_events" AS PERMISSIVE FOR INSERT TO "concord_app" WITH CHECK ((SELECT current_setting('concord.role', true)) IN ('secretariat', 'administrator', 'system') OR ((SELECT current_setting('concord.role', true)) IN ('facilitator') AND (SELECT nullif(current_setting('concord.account', true), '')) = ANY ("consultation_events"."facilitators")) OR ((SELECT current_setting('concord.role', true)) IN ('observer', 'member', 'focal-point', 'secretariat', 'administrator') AND "consultation_events"."by" = (SELECT nullif(current_setting('concord.actor', true), ''))));--> statement-breakpoint
CREATE POLICY "change" ON "consultation_events" AS PERMISSIVE FOR UPDATE TO "concord_app" USING ((SELECT current_setting('concord.role', true)) IN ('system')) WITH CHECK ((SELECT current_setting('concord.role', true)) IN ('system'));--> statement-breakpoint
CREATE POLICY "remove" ON "consultation_events" AS PERMISSIVE FOR DELETE TO "concord_app" USING ((SELECT current_setting('concord.role', true)) IN ('system'));--> statement-breakpoint
CREATE POLICY "see" ON "consultations" AS PERMISSIVE FOR SELECT TO "concord_app" USING (true);--> statement-breakpoint
CREATE POLICY "add" ON "consultations" AS PERMISSIVE FOR INSERT TO "concord_app" WITH CHECK ((SELECT current_setting('concord.role', true)) IN ('secretariat', 'administrator', 'system'));--> statement-breakpoint
CREATE POLICY "change" ON "consultations" AS PERMISSIVE FOR UPDATE TO "concord_app" USING ((SELECT current_setting('concord.role', true)) IN ('secretariat', 'administrator', 'system') OR ((SELECT current_setting('concord.role', true)) IN ('facilitator') AND (SELECT nullif(current_setting('concord.account', true), '')) = ANY ("consultations"."facilitators"))) WITH CHECK ((SELECT current_setting('concord.role', true)) IN ('secretariat', 'administrator', 'system') OR ((SELECT current_setting('concord.role', true)) IN ('facilitator') AND (SELECT nullif(current_setting('concord.account', true), '')) = ANY ("consultations"."facilitators")));--> statement-breakpoint
CREATE POLICY "remove" ON "consultations" AS PERMISSIVE FOR DELETE TO "concord_app" USING ((SELECT current_setting('concord.role', true)) IN ('system'));--> statement-breakpoint
CREATE POLICY "see" ON "goal_links" AS PERMISSIVE FOR SELECT TO "concord_app" USING (true);--> statement-breakpoint
CREATE POLICY "add" ON "goal_links" AS PERMISSIVE FOR INSERT TO "concord_app" WITH CHECK ((SELECT current_setting('concord.role', true)) IN ('system'));--> statement-breakpoint
CREATE POLICY "change" ON "goal_links" AS PERMISSIVE FOR UPDATE TO "concord_app" USING ((SELECT current_setting('concord.role', true)) IN ('system')) WITH CHECK ((SELECT current_setting('concord.role', true)) IN ('system'));--> statement-breakpoint
CREATE POLICY "remove" ON "goal_links" AS PERMISSIVE FOR DELETE TO "concord_app" USING ((SELECT current_setting('concord.role', true)) IN ('system'));--> statement-breakpoint
CREATE POLICY "see" ON "group_members" AS PERMISSIVE FOR SELECT TO "concord_app" USING (true);--> statement-breakpoint
CREATE POLICY "add" ON "group_members" AS PERMISSIVE FOR INSERT TO "concord_app" WITH CHECK ((SELECT current_setting('concord.role', true)) IN ('system'));--> statement-breakpoint
CREATE POLICY "change" ON "group_members" AS PERMISSIVE FOR UPDATE TO "concord_app" USING ((SELECT current_setting('concord.role', true)) IN ('system')) WITH CHECK ((SELECT current_setting('concord.role', true)) IN ('system'));--> statement-breakpoint
CREATE POLICY "remove" ON "group_members" AS PERMISSIVE FOR DELETE TO "concord_app" USING ((SELECT current_setting('concord.role', true)) IN ('system'));--> statement-breakpoint
CREATE POLICY "see" ON "non_paper_points" AS PERMISSIVE FOR SELECT TO "concord_app" USING (true);--> statement-breakpoint
CREATE POLICY "add" ON "non_paper_points" AS PERMISSIVE FOR INSERT TO "concord_app" WITH CHECK ((SELECT current_setting('concord.role', true)) IN ('system'));--> statement-breakpoint
CREATE POLICY "change" ON "non_paper_points" AS PERMISSIVE FOR UPDATE TO "concord_app" USING ((SELECT current_setting('concord.role', true)) IN ('system')) WITH CHECK ((SELECT current_setting('concord.role', true)) IN ('system'));--> statement-breakpoint
CREATE POLICY "remove" ON "non_paper_points" AS PERMISSIVE FOR DELETE TO "concord_app" USING ((SELECT current_setting('concord.role', true)) IN ('system'));--> statement-breakpoint
CREATE POLICY "see" ON "plan_points" AS PERMISSIVE FOR SELECT TO "concord_app" USING (true);--> statement-breakpoint
CREATE POLICY "add" ON "plan_points" AS PERMISSIVE FOR INSERT TO "concord_app" WITH CHECK ((SELECT current_setting('concord.role', true)) IN ('system'));--> statement-breakpoint
CREATE POLICY "change" ON "plan_points" AS PERMISSIVE FOR UPDATE TO "concord_app" USING ((SELECT current_setting('concord.role', true)) IN ('system')) WITH CHECK ((SELECT current_setting('concord.role', true)) IN ('system'));--> statement-breakpoint
CREATE POLICY "remove" ON "plan_points" AS PERMISSIVE FOR DELETE TO "concord_app" USING ((SELECT current_setting('concord.role', true)) IN ('system'));--> statement-breakpoint
-- A step of a consultation is never changed and never removed, whoever asks.
CREATE FUNCTION refuse_change_of_log() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	RAISE EXCEPTION 'the log of a consultation is only added to' USING ERRCODE = 'restrict_violation';
END $$;--> statement-breakpoint
CREATE TRIGGER "only_added_to" BEFORE UPDATE OR DELETE OR TRUNCATE ON "consultation_events" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change_of_log();
