CREATE TABLE "announced_acts" (
	"event" text PRIMARY KEY NOT NULL,
	"first_seen_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
ALTER TABLE "announced_acts" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "notices" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"account" text NOT NULL,
	"event" text NOT NULL,
	"facts" jsonb NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"read_at" timestamp with time zone
);
--> statement-breakpoint
ALTER TABLE "notices" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "subscriptions" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"account" text NOT NULL,
	"kind" text NOT NULL,
	"subject" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "subscriptions_kind_check" CHECK ("subscriptions"."kind" IN ('instrument', 'state', 'theme', 'group'))
);
--> statement-breakpoint
ALTER TABLE "subscriptions" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE UNIQUE INDEX "notices_account_event_unique" ON "notices" USING btree ("account","event");--> statement-breakpoint
CREATE INDEX "notices_account_created_index" ON "notices" USING btree ("account","created_at");--> statement-breakpoint
CREATE UNIQUE INDEX "subscriptions_account_subject_unique" ON "subscriptions" USING btree ("account","kind","subject");--> statement-breakpoint
CREATE INDEX "subscriptions_subject_index" ON "subscriptions" USING btree ("kind","subject");--> statement-breakpoint
CREATE POLICY "see" ON "announced_acts" AS PERMISSIVE FOR SELECT TO "concord_app" USING ((SELECT current_setting('concord.role', true)) IN ('system'));--> statement-breakpoint
CREATE POLICY "add" ON "announced_acts" AS PERMISSIVE FOR INSERT TO "concord_app" WITH CHECK ((SELECT current_setting('concord.role', true)) IN ('system'));--> statement-breakpoint
CREATE POLICY "change" ON "announced_acts" AS PERMISSIVE FOR UPDATE TO "concord_app" USING ((SELECT current_setting('concord.role', true)) IN ('system')) WITH CHECK ((SELECT current_setting('concord.role', true)) IN ('system'));--> statement-breakpoint
CREATE POLICY "remove" ON "announced_acts" AS PERMISSIVE FOR DELETE TO "concord_app" USING ((SELECT current_setting('concord.role', true)) IN ('system'));--> statement-breakpoint
CREATE POLICY "see" ON "notices" AS PERMISSIVE FOR SELECT TO "concord_app" USING ((SELECT current_setting('concord.role', true)) IN ('system') OR ((SELECT current_setting('concord.role', true)) IN ('observer', 'member', 'focal-point', 'facilitator', 'secretariat', 'administrator') AND "notices"."account" = (SELECT nullif(current_setting('concord.account', true), ''))));--> statement-breakpoint
CREATE POLICY "add" ON "notices" AS PERMISSIVE FOR INSERT TO "concord_app" WITH CHECK ((SELECT current_setting('concord.role', true)) IN ('system'));--> statement-breakpoint
CREATE POLICY "change" ON "notices" AS PERMISSIVE FOR UPDATE TO "concord_app" USING ((SELECT current_setting('concord.role', true)) IN ('system') OR ((SELECT current_setting('concord.role', true)) IN ('observer', 'member', 'focal-point', 'facilitator', 'secretariat', 'administrator') AND "notices"."account" = (SELECT nullif(current_setting('concord.account', true), '')))) WITH CHECK ((SELECT current_setting('concord.role', true)) IN ('system') OR ((SELECT current_setting('concord.role', true)) IN ('observer', 'member', 'focal-point', 'facilitator', 'secretariat', 'administrator') AND "notices"."account" = (SELECT nullif(current_setting('concord.account', true), ''))));--> statement-breakpoint
CREATE POLICY "remove" ON "notices" AS PERMISSIVE FOR DELETE TO "concord_app" USING ((SELECT current_setting('concord.role', true)) IN ('system'));--> statement-breakpoint
CREATE POLICY "see" ON "subscriptions" AS PERMISSIVE FOR SELECT TO "concord_app" USING ((SELECT current_setting('concord.role', true)) IN ('system') OR ((SELECT current_setting('concord.role', true)) IN ('observer', 'member', 'focal-point', 'facilitator', 'secretariat', 'administrator') AND "subscriptions"."account" = (SELECT nullif(current_setting('concord.account', true), ''))));--> statement-breakpoint
CREATE POLICY "add" ON "subscriptions" AS PERMISSIVE FOR INSERT TO "concord_app" WITH CHECK ((SELECT current_setting('concord.role', true)) IN ('system') OR ((SELECT current_setting('concord.role', true)) IN ('observer', 'member', 'focal-point', 'facilitator', 'secretariat', 'administrator') AND "subscriptions"."account" = (SELECT nullif(current_setting('concord.account', true), ''))));--> statement-breakpoint
CREATE POLICY "change" ON "subscriptions" AS PERMISSIVE FOR UPDATE TO "concord_app" USING ((SELECT current_setting('concord.role', true)) IN ('system')) WITH CHECK ((SELECT current_setting('concord.role', true)) IN ('system'));--> statement-breakpoint
CREATE POLICY "remove" ON "subscriptions" AS PERMISSIVE FOR DELETE TO "concord_app" USING ((SELECT current_setting('concord.role', true)) IN ('system') OR ((SELECT current_setting('concord.role', true)) IN ('observer', 'member', 'focal-point', 'facilitator', 'secretariat', 'administrator') AND "subscriptions"."account" = (SELECT nullif(current_setting('concord.account', true), ''))));