CREATE TABLE "accounts" (
	"id" text PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"email" text NOT NULL,
	"email_verified" boolean DEFAULT false NOT NULL,
	"image" text,
	"two_factor_enabled" boolean DEFAULT false,
	"language" text DEFAULT 'en' NOT NULL,
	"digest" text DEFAULT 'daily' NOT NULL,
	"suspended_at" timestamp (3) with time zone,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "accounts_email_unique" UNIQUE("email")
);
--> statement-breakpoint
ALTER TABLE "accounts" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "credentials" (
	"id" text PRIMARY KEY NOT NULL,
	"account" text NOT NULL,
	"subject" text NOT NULL,
	"provider" text NOT NULL,
	"access_token" text,
	"refresh_token" text,
	"id_token" text,
	"access_token_expires_at" timestamp (3) with time zone,
	"refresh_token_expires_at" timestamp (3) with time zone,
	"scope" text,
	"password" text,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "credentials_provider_subject_unique" UNIQUE("provider","subject")
);
--> statement-breakpoint
ALTER TABLE "credentials" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "passkeys" (
	"id" text PRIMARY KEY NOT NULL,
	"name" text,
	"public_key" text NOT NULL,
	"account" text NOT NULL,
	"credential_id" text NOT NULL,
	"counter" integer NOT NULL,
	"device_type" text NOT NULL,
	"backed_up" boolean NOT NULL,
	"transports" text,
	"created_at" timestamp (3) with time zone,
	"aaguid" text,
	CONSTRAINT "passkeys_credentialId_unique" UNIQUE("credential_id")
);
--> statement-breakpoint
ALTER TABLE "passkeys" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "second_factors" (
	"id" text PRIMARY KEY NOT NULL,
	"secret" text NOT NULL,
	"backup_codes" text NOT NULL,
	"account" text NOT NULL,
	"verified" boolean DEFAULT true,
	"failed_verification_count" integer DEFAULT 0,
	"locked_until" timestamp (3) with time zone
);
--> statement-breakpoint
ALTER TABLE "second_factors" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "sessions" (
	"id" text PRIMARY KEY NOT NULL,
	"token" text NOT NULL,
	"account" text NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"ip_address" text,
	"user_agent" text,
	"acting_for" text,
	CONSTRAINT "sessions_token_unique" UNIQUE("token")
);
--> statement-breakpoint
ALTER TABLE "sessions" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "used_codes" (
	"account" text NOT NULL,
	"code_hash" text NOT NULL,
	"used_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "used_codes_account_code_hash_pk" PRIMARY KEY("account","code_hash")
);
--> statement-breakpoint
ALTER TABLE "used_codes" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "verifications" (
	"id" text PRIMARY KEY NOT NULL,
	"identifier" text NOT NULL,
	"value" text NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp (3) with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
ALTER TABLE "verifications" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "account_memberships" (
	"account" text NOT NULL,
	"actor" text NOT NULL,
	"role" text NOT NULL,
	"granted_by" text,
	"granted_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"suspended_at" timestamp (3) with time zone,
	CONSTRAINT "account_memberships_account_actor_pk" PRIMARY KEY("account","actor")
);
--> statement-breakpoint
ALTER TABLE "account_memberships" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "administrator_proposals" (
	"id" text PRIMARY KEY DEFAULT uuidv7()::text NOT NULL,
	"account" text NOT NULL,
	"change" text NOT NULL,
	"proposed_by" text NOT NULL,
	"proposed_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"confirmed_by" text,
	"settled_at" timestamp (3) with time zone
);
--> statement-breakpoint
ALTER TABLE "administrator_proposals" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "admitted_actors" (
	"id" text PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"acronym" text NOT NULL,
	"kind" text NOT NULL,
	"website" text NOT NULL,
	"admitted_by" text,
	"admitted_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"withdrawn_at" timestamp (3) with time zone
);
--> statement-breakpoint
ALTER TABLE "admitted_actors" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "invitations" (
	"id" text PRIMARY KEY DEFAULT uuidv7()::text NOT NULL,
	"token_hash" text NOT NULL,
	"email" text,
	"actor" text NOT NULL,
	"role" text NOT NULL,
	"language" text NOT NULL,
	"invited_by" text,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL,
	"used_at" timestamp (3) with time zone,
	"withdrawn_at" timestamp (3) with time zone,
	CONSTRAINT "invitations_tokenHash_unique" UNIQUE("token_hash")
);
--> statement-breakpoint
ALTER TABLE "invitations" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "outbox" (
	"id" text PRIMARY KEY DEFAULT uuidv7()::text NOT NULL,
	"recipient" text NOT NULL,
	"subject" text NOT NULL,
	"body" text NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"attempts" integer DEFAULT 0 NOT NULL,
	"next_attempt_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"sent_at" timestamp (3) with time zone,
	"last_error" text
);
--> statement-breakpoint
ALTER TABLE "outbox" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "credentials" ADD CONSTRAINT "credentials_account_accounts_id_fk" FOREIGN KEY ("account") REFERENCES "public"."accounts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "passkeys" ADD CONSTRAINT "passkeys_account_accounts_id_fk" FOREIGN KEY ("account") REFERENCES "public"."accounts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "second_factors" ADD CONSTRAINT "second_factors_account_accounts_id_fk" FOREIGN KEY ("account") REFERENCES "public"."accounts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_account_accounts_id_fk" FOREIGN KEY ("account") REFERENCES "public"."accounts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "used_codes" ADD CONSTRAINT "used_codes_account_accounts_id_fk" FOREIGN KEY ("account") REFERENCES "public"."accounts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "account_memberships" ADD CONSTRAINT "account_memberships_account_accounts_id_fk" FOREIGN KEY ("account") REFERENCES "public"."accounts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "administrator_proposals" ADD CONSTRAINT "administrator_proposals_account_accounts_id_fk" FOREIGN KEY ("account") REFERENCES "public"."accounts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "credentials_account_index" ON "credentials" USING btree ("account");--> statement-breakpoint
CREATE INDEX "passkeys_account_index" ON "passkeys" USING btree ("account");--> statement-breakpoint
CREATE INDEX "second_factors_account_index" ON "second_factors" USING btree ("account");--> statement-breakpoint
CREATE INDEX "sessions_account_index" ON "sessions" USING btree ("account");--> statement-breakpoint
CREATE INDEX "verifications_identifier_index" ON "verifications" USING btree ("identifier");--> statement-breakpoint
CREATE INDEX "account_memberships_actor_index" ON "account_memberships" USING btree ("actor");--> statement-breakpoint
CREATE INDEX "invitations_actor_index" ON "invitations" USING btree ("actor");--> statement-breakpoint
CREATE INDEX "outbox_sent_at_next_attempt_at_index" ON "outbox" USING btree ("sent_at","next_attempt_at");--> statement-breakpoint
CREATE POLICY "see" ON "accounts" AS PERMISSIVE FOR SELECT TO "concord_app" USING ((SELECT current_setting('concord.role', true)) IN ('secretariat', 'administrator', 'system') OR ((SELECT current_setting('concord.role', true)) IN ('observer', 'member', 'focal-point', 'facilitator', 'secretariat') AND "accounts"."id" = (SELECT nullif(current_setting('concord.account', true), ''))));--> statement-breakpoint
CREATE POLICY "add" ON "accounts" AS PERMISSIVE FOR INSERT TO "concord_app" WITH CHECK ((SELECT current_setting('concord.role', true)) IN ('system'));--> statement-breakpoint
CREATE POLICY "change" ON "accounts" AS PERMISSIVE FOR UPDATE TO "concord_app" USING ((SELECT current_setting('concord.role', true)) IN ('system') OR ((SELECT current_setting('concord.role', true)) IN ('observer', 'member', 'focal-point', 'facilitator', 'secretariat', 'administrator') AND "accounts"."id" = (SELECT nullif(current_setting('concord.account', true), ''))) OR ((SELECT current_setting('concord.role', true)) IN ('administrator') AND ("accounts"."id" IS DISTINCT FROM (SELECT nullif(current_setting('concord.account', true), '')) AND (SELECT nullif(current_setting('concord.account', true), '')) IS NOT NULL))) WITH CHECK ((SELECT current_setting('concord.role', true)) IN ('system') OR ((SELECT current_setting('concord.role', true)) IN ('observer', 'member', 'focal-point', 'facilitator', 'secretariat', 'administrator') AND "accounts"."id" = (SELECT nullif(current_setting('concord.account', true), ''))) OR ((SELECT current_setting('concord.role', true)) IN ('administrator') AND ("accounts"."id" IS DISTINCT FROM (SELECT nullif(current_setting('concord.account', true), '')) AND (SELECT nullif(current_setting('concord.account', true), '')) IS NOT NULL)));--> statement-breakpoint
CREATE POLICY "remove" ON "accounts" AS PERMISSIVE FOR DELETE TO "concord_app" USING ((SELECT current_setting('concord.role', true)) IN ('administrator', 'system') OR ((SELECT current_setting('concord.role', true)) IN ('observer', 'member', 'focal-point', 'facilitator', 'secretariat') AND "accounts"."id" = (SELECT nullif(current_setting('concord.account', true), ''))));--> statement-breakpoint
CREATE POLICY "see" ON "credentials" AS PERMISSIVE FOR SELECT TO "concord_app" USING ((SELECT current_setting('concord.role', true)) IN ('system') OR ((SELECT current_setting('concord.role', true)) IN ('observer', 'member', 'focal-point', 'facilitator', 'secretariat', 'administrator') AND "credentials"."account" = (SELECT nullif(current_setting('concord.account', true), ''))));--> statement-breakpoint
CREATE POLICY "add" ON "credentials" AS PERMISSIVE FOR INSERT TO "concord_app" WITH CHECK ((SELECT current_setting('concord.role', true)) IN ('system'));--> statement-breakpoint
CREATE POLICY "change" ON "credentials" AS PERMISSIVE FOR UPDATE TO "concord_app" USING ((SELECT current_setting('concord.role', true)) IN ('system')) WITH CHECK ((SELECT current_setting('concord.role', true)) IN ('system'));--> statement-breakpoint
CREATE POLICY "remove" ON "credentials" AS PERMISSIVE FOR DELETE TO "concord_app" USING ((SELECT current_setting('concord.role', true)) IN ('system'));--> statement-breakpoint
CREATE POLICY "see" ON "passkeys" AS PERMISSIVE FOR SELECT TO "concord_app" USING ((SELECT current_setting('concord.role', true)) IN ('system') OR ((SELECT current_setting('concord.role', true)) IN ('observer', 'member', 'focal-point', 'facilitator', 'secretariat', 'administrator') AND "passkeys"."account" = (SELECT nullif(current_setting('concord.account', true), ''))));--> statement-breakpoint
CREATE POLICY "add" ON "passkeys" AS PERMISSIVE FOR INSERT TO "concord_app" WITH CHECK ((SELECT current_setting('concord.role', true)) IN ('system'));--> statement-breakpoint
CREATE POLICY "change" ON "passkeys" AS PERMISSIVE FOR UPDATE TO "concord_app" USING ((SELECT current_setting('concord.role', true)) IN ('system')) WITH CHECK ((SELECT current_setting('concord.role', true)) IN ('system'));--> statement-breakpoint
CREATE POLICY "remove" ON "passkeys" AS PERMISSIVE FOR DELETE TO "concord_app" USING ((SELECT current_setting('concord.role', true)) IN ('system'));--> statement-breakpoint
CREATE POLICY "see" ON "second_factors" AS PERMISSIVE FOR SELECT TO "concord_app" USING ((SELECT current_setting('concord.role', true)) IN ('system') OR ((SELECT current_setting('concord.role', true)) IN ('observer', 'member', 'focal-point', 'facilitator', 'secretariat', 'administrator') AND "second_factors"."account" = (SELECT nullif(current_setting('concord.account', true), ''))));--> statement-breakpoint
CREATE POLICY "add" ON "second_factors" AS PERMISSIVE FOR INSERT TO "concord_app" WITH CHECK ((SELECT current_setting('concord.role', true)) IN ('system'));--> statement-breakpoint
CREATE POLICY "change" ON "second_factors" AS PERMISSIVE FOR UPDATE TO "concord_app" USING ((SELECT current_setting('concord.role', true)) IN ('system')) WITH CHECK ((SELECT current_setting('concord.role', true)) IN ('system'));--> statement-breakpoint
CREATE POLICY "remove" ON "second_factors" AS PERMISSIVE FOR DELETE TO "concord_app" USING ((SELECT current_setting('concord.role', true)) IN ('system'));--> statement-breakpoint
CREATE POLICY "see" ON "sessions" AS PERMISSIVE FOR SELECT TO "concord_app" USING ((SELECT current_setting('concord.role', true)) IN ('administrator', 'system') OR ((SELECT current_setting('concord.role', true)) IN ('observer', 'member', 'focal-point', 'facilitator', 'secretariat') AND "sessions"."account" = (SELECT nullif(current_setting('concord.account', true), ''))));--> statement-breakpoint
CREATE POLICY "add" ON "sessions" AS PERMISSIVE FOR INSERT TO "concord_app" WITH CHECK ((SELECT current_setting('concord.role', true)) IN ('system'));--> statement-breakpoint
CREATE POLICY "change" ON "sessions" AS PERMISSIVE FOR UPDATE TO "concord_app" USING ((SELECT current_setting('concord.role', true)) IN ('system') OR ((SELECT current_setting('concord.role', true)) IN ('observer', 'member', 'focal-point', 'facilitator', 'secretariat', 'administrator') AND "sessions"."account" = (SELECT nullif(current_setting('concord.account', true), '')))) WITH CHECK ((SELECT current_setting('concord.role', true)) IN ('system') OR ((SELECT current_setting('concord.role', true)) IN ('observer', 'member', 'focal-point', 'facilitator', 'secretariat', 'administrator') AND "sessions"."account" = (SELECT nullif(current_setting('concord.account', true), ''))));--> statement-breakpoint
CREATE POLICY "remove" ON "sessions" AS PERMISSIVE FOR DELETE TO "concord_app" USING ((SELECT current_setting('concord.role', true)) IN ('administrator', 'system') OR ((SELECT current_setting('concord.role', true)) IN ('observer', 'member', 'focal-point', 'facilitator', 'secretariat') AND "sessions"."account" = (SELECT nullif(current_setting('concord.account', true), ''))));--> statement-breakpoint
CREATE POLICY "see" ON "used_codes" AS PERMISSIVE FOR SELECT TO "concord_app" USING ((SELECT current_setting('concord.role', true)) IN ('system'));--> statement-breakpoint
CREATE POLICY "add" ON "used_codes" AS PERMISSIVE FOR INSERT TO "concord_app" WITH CHECK ((SELECT current_setting('concord.role', true)) IN ('system'));--> statement-breakpoint
CREATE POLICY "change" ON "used_codes" AS PERMISSIVE FOR UPDATE TO "concord_app" USING ((SELECT current_setting('concord.role', true)) IN ('system')) WITH CHECK ((SELECT current_setting('concord.role', true)) IN ('system'));--> statement-breakpoint
CREATE POLICY "remove" ON "used_codes" AS PERMISSIVE FOR DELETE TO "concord_app" USING ((SELECT current_setting('concord.role', true)) IN ('system'));--> statement-breakpoint
CREATE POLICY "see" ON "verifications" AS PERMISSIVE FOR SELECT TO "concord_app" USING ((SELECT current_setting('concord.role', true)) IN ('system'));--> statement-breakpoint
CREATE POLICY "add" ON "verifications" AS PERMISSIVE FOR INSERT TO "concord_app" WITH CHECK ((SELECT current_setting('concord.role', true)) IN ('system'));--> statement-breakpoint
CREATE POLICY "change" ON "verifications" AS PERMISSIVE FOR UPDATE TO "concord_app" USING ((SELECT current_setting('concord.role', true)) IN ('system')) WITH CHECK ((SELECT current_setting('concord.role', true)) IN ('system'));--> statement-breakpoint
CREATE POLICY "remove" ON "verifications" AS PERMISSIVE FOR DELETE TO "concord_app" USING ((SELECT current_setting('concord.role', true)) IN ('system'));--> statement-breakpoint
CREATE POLICY "see" ON "account_memberships" AS PERMISSIVE FOR SELECT TO "concord_app" USING ((SELECT current_setting('concord.role', true)) IN ('secretariat', 'administrator', 'system') OR ((SELECT current_setting('concord.role', true)) IN ('observer', 'member', 'focal-point', 'facilitator') AND "account_memberships"."actor" = (SELECT nullif(current_setting('concord.actor', true), ''))) OR ((SELECT current_setting('concord.role', true)) IN ('observer', 'member', 'focal-point', 'facilitator', 'secretariat') AND "account_memberships"."account" = (SELECT nullif(current_setting('concord.account', true), ''))));--> statement-breakpoint
CREATE POLICY "add" ON "account_memberships" AS PERMISSIVE FOR INSERT TO "concord_app" WITH CHECK ((SELECT current_setting('concord.role', true)) IN ('system') OR ((SELECT current_setting('concord.role', true)) IN ('focal-point') AND "account_memberships"."actor" = (SELECT nullif(current_setting('concord.actor', true), '')) AND "account_memberships"."role" IN ('anonymous', 'observer', 'member', 'facilitator')) OR ((SELECT current_setting('concord.role', true)) IN ('secretariat') AND "account_memberships"."role" IN ('anonymous', 'observer', 'member', 'focal-point', 'facilitator')) OR ((SELECT current_setting('concord.role', true)) IN ('administrator') AND "account_memberships"."role" IN ('anonymous', 'observer', 'member', 'focal-point', 'facilitator', 'secretariat')));--> statement-breakpoint
CREATE POLICY "change" ON "account_memberships" AS PERMISSIVE FOR UPDATE TO "concord_app" USING ((SELECT current_setting('concord.role', true)) IN ('system') OR ((SELECT current_setting('concord.role', true)) IN ('focal-point') AND "account_memberships"."actor" = (SELECT nullif(current_setting('concord.actor', true), '')) AND "account_memberships"."role" IN ('anonymous', 'observer', 'member', 'facilitator')) OR ((SELECT current_setting('concord.role', true)) IN ('secretariat') AND "account_memberships"."role" IN ('anonymous', 'observer', 'member', 'focal-point', 'facilitator')) OR ((SELECT current_setting('concord.role', true)) IN ('administrator') AND "account_memberships"."role" IN ('anonymous', 'observer', 'member', 'focal-point', 'facilitator', 'secretariat'))) WITH CHECK ((SELECT current_setting('concord.role', true)) IN ('system') OR ((SELECT current_setting('concord.role', true)) IN ('focal-point') AND "account_memberships"."actor" = (SELECT nullif(current_setting('concord.actor', true), '')) AND "account_memberships"."role" IN ('anonymous', 'observer', 'member', 'facilitator')) OR ((SELECT current_setting('concord.role', true)) IN ('secretariat') AND "account_memberships"."role" IN ('anonymous', 'observer', 'member', 'focal-point', 'facilitator')) OR ((SELECT current_setting('concord.role', true)) IN ('administrator') AND "account_memberships"."role" IN ('anonymous', 'observer', 'member', 'focal-point', 'facilitator', 'secretariat')));--> statement-breakpoint
CREATE POLICY "remove" ON "account_memberships" AS PERMISSIVE FOR DELETE TO "concord_app" USING ((SELECT current_setting('concord.role', true)) IN ('system') OR ((SELECT current_setting('concord.role', true)) IN ('focal-point') AND "account_memberships"."actor" = (SELECT nullif(current_setting('concord.actor', true), '')) AND "account_memberships"."role" IN ('anonymous', 'observer', 'member', 'facilitator')) OR ((SELECT current_setting('concord.role', true)) IN ('secretariat') AND "account_memberships"."role" IN ('anonymous', 'observer', 'member', 'focal-point', 'facilitator')) OR ((SELECT current_setting('concord.role', true)) IN ('administrator') AND "account_memberships"."role" IN ('anonymous', 'observer', 'member', 'focal-point', 'facilitator', 'secretariat')) OR ((SELECT current_setting('concord.role', true)) IN ('observer', 'member', 'focal-point', 'facilitator', 'secretariat', 'administrator') AND "account_memberships"."account" = (SELECT nullif(current_setting('concord.account', true), ''))));--> statement-breakpoint
CREATE POLICY "see" ON "administrator_proposals" AS PERMISSIVE FOR SELECT TO "concord_app" USING ((SELECT current_setting('concord.role', true)) IN ('administrator', 'system'));--> statement-breakpoint
CREATE POLICY "add" ON "administrator_proposals" AS PERMISSIVE FOR INSERT TO "concord_app" WITH CHECK ((SELECT current_setting('concord.role', true)) IN ('administrator', 'system'));--> statement-breakpoint
CREATE POLICY "change" ON "administrator_proposals" AS PERMISSIVE FOR UPDATE TO "concord_app" USING ((SELECT current_setting('concord.role', true)) IN ('administrator', 'system') OR ((SELECT current_setting('concord.role', true)) IN ('administrator') AND ("administrator_proposals"."proposed_by" IS DISTINCT FROM (SELECT nullif(current_setting('concord.account', true), '')) AND (SELECT nullif(current_setting('concord.account', true), '')) IS NOT NULL))) WITH CHECK ((SELECT current_setting('concord.role', true)) IN ('administrator', 'system') OR ((SELECT current_setting('concord.role', true)) IN ('administrator') AND ("administrator_proposals"."proposed_by" IS DISTINCT FROM (SELECT nullif(current_setting('concord.account', true), '')) AND (SELECT nullif(current_setting('concord.account', true), '')) IS NOT NULL)));--> statement-breakpoint
CREATE POLICY "remove" ON "administrator_proposals" AS PERMISSIVE FOR DELETE TO "concord_app" USING ((SELECT current_setting('concord.role', true)) IN ('system'));--> statement-breakpoint
CREATE POLICY "see" ON "admitted_actors" AS PERMISSIVE FOR SELECT TO "concord_app" USING (true);--> statement-breakpoint
CREATE POLICY "add" ON "admitted_actors" AS PERMISSIVE FOR INSERT TO "concord_app" WITH CHECK ((SELECT current_setting('concord.role', true)) IN ('secretariat', 'administrator', 'system'));--> statement-breakpoint
CREATE POLICY "change" ON "admitted_actors" AS PERMISSIVE FOR UPDATE TO "concord_app" USING ((SELECT current_setting('concord.role', true)) IN ('secretariat', 'administrator', 'system') OR ((SELECT current_setting('concord.role', true)) IN ('focal-point') AND "admitted_actors"."id" = (SELECT nullif(current_setting('concord.actor', true), '')))) WITH CHECK ((SELECT current_setting('concord.role', true)) IN ('secretariat', 'administrator', 'system') OR ((SELECT current_setting('concord.role', true)) IN ('focal-point') AND "admitted_actors"."id" = (SELECT nullif(current_setting('concord.actor', true), ''))));--> statement-breakpoint
CREATE POLICY "remove" ON "admitted_actors" AS PERMISSIVE FOR DELETE TO "concord_app" USING ((SELECT current_setting('concord.role', true)) IN ('system'));--> statement-breakpoint
CREATE POLICY "see" ON "invitations" AS PERMISSIVE FOR SELECT TO "concord_app" USING ((SELECT current_setting('concord.role', true)) IN ('secretariat', 'administrator', 'system') OR ((SELECT current_setting('concord.role', true)) IN ('focal-point') AND "invitations"."actor" = (SELECT nullif(current_setting('concord.actor', true), ''))));--> statement-breakpoint
CREATE POLICY "add" ON "invitations" AS PERMISSIVE FOR INSERT TO "concord_app" WITH CHECK ((SELECT current_setting('concord.role', true)) IN ('system') OR ((SELECT current_setting('concord.role', true)) IN ('focal-point') AND "invitations"."actor" = (SELECT nullif(current_setting('concord.actor', true), '')) AND "invitations"."role" IN ('anonymous', 'observer', 'member', 'facilitator')) OR ((SELECT current_setting('concord.role', true)) IN ('secretariat') AND "invitations"."role" IN ('anonymous', 'observer', 'member', 'focal-point', 'facilitator')) OR ((SELECT current_setting('concord.role', true)) IN ('administrator') AND "invitations"."role" IN ('anonymous', 'observer', 'member', 'focal-point', 'facilitator', 'secretariat')));--> statement-breakpoint
CREATE POLICY "change" ON "invitations" AS PERMISSIVE FOR UPDATE TO "concord_app" USING ((SELECT current_setting('concord.role', true)) IN ('system') OR ((SELECT current_setting('concord.role', true)) IN ('focal-point') AND "invitations"."actor" = (SELECT nullif(current_setting('concord.actor', true), '')) AND "invitations"."role" IN ('anonymous', 'observer', 'member', 'facilitator')) OR ((SELECT current_setting('concord.role', true)) IN ('secretariat') AND "invitations"."role" IN ('anonymous', 'observer', 'member', 'focal-point', 'facilitator')) OR ((SELECT current_setting('concord.role', true)) IN ('administrator') AND "invitations"."role" IN ('anonymous', 'observer', 'member', 'focal-point', 'facilitator', 'secretariat'))) WITH CHECK ((SELECT current_setting('concord.role', true)) IN ('system') OR ((SELECT current_setting('concord.role', true)) IN ('focal-point') AND "invitations"."actor" = (SELECT nullif(current_setting('concord.actor', true), '')) AND "invitations"."role" IN ('anonymous', 'observer', 'member', 'facilitator')) OR ((SELECT current_setting('concord.role', true)) IN ('secretariat') AND "invitations"."role" IN ('anonymous', 'observer', 'member', 'focal-point', 'facilitator')) OR ((SELECT current_setting('concord.role', true)) IN ('administrator') AND "invitations"."role" IN ('anonymous', 'observer', 'member', 'focal-point', 'facilitator', 'secretariat')));--> statement-breakpoint
CREATE POLICY "remove" ON "invitations" AS PERMISSIVE FOR DELETE TO "concord_app" USING ((SELECT current_setting('concord.role', true)) IN ('system'));--> statement-breakpoint
CREATE POLICY "see" ON "outbox" AS PERMISSIVE FOR SELECT TO "concord_app" USING ((SELECT current_setting('concord.role', true)) IN ('system'));--> statement-breakpoint
CREATE POLICY "add" ON "outbox" AS PERMISSIVE FOR INSERT TO "concord_app" WITH CHECK ((SELECT current_setting('concord.role', true)) IN ('system'));--> statement-breakpoint
CREATE POLICY "change" ON "outbox" AS PERMISSIVE FOR UPDATE TO "concord_app" USING ((SELECT current_setting('concord.role', true)) IN ('system')) WITH CHECK ((SELECT current_setting('concord.role', true)) IN ('system'));--> statement-breakpoint
CREATE POLICY "remove" ON "outbox" AS PERMISSIVE FOR DELETE TO "concord_app" USING ((SELECT current_setting('concord.role', true)) IN ('system'));