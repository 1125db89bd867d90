-- Equality of text inside a temporal key (WITHOUT OVERLAPS) is answered by a GiST index.
CREATE EXTENSION IF NOT EXISTS btree_gist;
--> statement-breakpoint
CREATE TABLE "actors" (
	"id" text PRIMARY KEY NOT NULL,
	"ordinal" integer NOT NULL,
	"name" text NOT NULL,
	"acronym" text NOT NULL,
	"kind" text NOT NULL,
	"hq_iso3" text NOT NULL,
	"scope" text NOT NULL,
	"since_year" integer,
	"mandate" text NOT NULL,
	"pillars" text[] NOT NULL,
	"source" text NOT NULL,
	CONSTRAINT "actors_ordinal_unique" UNIQUE("ordinal")
);
--> statement-breakpoint
CREATE TABLE "mechanism_instruments" (
	"mechanism" text NOT NULL,
	"instrument" text NOT NULL,
	CONSTRAINT "mechanism_instruments_pkey" PRIMARY KEY("instrument","mechanism")
);
--> statement-breakpoint
CREATE TABLE "mechanisms" (
	"id" text PRIMARY KEY NOT NULL,
	"ordinal" integer NOT NULL,
	"name" text NOT NULL,
	"kind" text NOT NULL,
	"body" text NOT NULL,
	"periodicity_years" double precision,
	"asks" text NOT NULL,
	"source" text NOT NULL,
	CONSTRAINT "mechanisms_ordinal_unique" UNIQUE("ordinal")
);
--> statement-breakpoint
CREATE TABLE "detections" (
	"measure" text NOT NULL,
	"iso3" text NOT NULL,
	"year" smallint NOT NULL,
	"dimension" text NOT NULL,
	"category" text NOT NULL,
	"category_iso3" text NOT NULL,
	"sex" text NOT NULL,
	"age" text NOT NULL,
	"value" integer,
	"low" integer NOT NULL,
	"high" integer NOT NULL,
	"flag" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "indicator_sources" (
	"id" text PRIMARY KEY NOT NULL,
	"ordinal" integer NOT NULL,
	"title" text NOT NULL,
	"publisher" text NOT NULL,
	"place" text NOT NULL,
	"commit_date" text NOT NULL,
	"licence" text NOT NULL,
	CONSTRAINT "indicator_sources_ordinal_unique" UNIQUE("ordinal")
);
--> statement-breakpoint
CREATE TABLE "indicator_values" (
	"indicator" text NOT NULL,
	"iso3" text NOT NULL,
	"year" smallint NOT NULL,
	"value" double precision NOT NULL,
	"source" text NOT NULL,
	CONSTRAINT "indicator_values_pkey" PRIMARY KEY("indicator","iso3","year")
);
--> statement-breakpoint
CREATE TABLE "indicators" (
	"id" text PRIMARY KEY NOT NULL,
	"ordinal" integer NOT NULL,
	"label" text NOT NULL,
	"unit" text NOT NULL,
	"sdg_target" text NOT NULL,
	"mdg_target" text NOT NULL,
	"driver" text NOT NULL,
	"direction" text NOT NULL,
	"source" text NOT NULL,
	"note" text NOT NULL,
	CONSTRAINT "indicators_ordinal_unique" UNIQUE("ordinal")
);
--> statement-breakpoint
CREATE TABLE "migrant_stocks" (
	"origin" text NOT NULL,
	"destination" text NOT NULL,
	"year" smallint NOT NULL,
	"stock" integer NOT NULL,
	CONSTRAINT "migrant_stocks_pkey" PRIMARY KEY("origin","destination","year")
);
--> statement-breakpoint
CREATE TABLE "pooled_cases" (
	"year" smallint NOT NULL,
	"gender" text NOT NULL,
	"age_broad" text NOT NULL,
	"citizenship_iso3" text NOT NULL,
	"exploitation_iso3" text NOT NULL,
	"forced_labour" boolean,
	"sexual_exploitation" boolean,
	"cases" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "bound_periods" (
	"instrument" text NOT NULL,
	"iso3" text NOT NULL,
	"valid" daterange NOT NULL,
	CONSTRAINT "bound_periods_pkey" PRIMARY KEY("instrument","iso3","valid" WITHOUT OVERLAPS)
);
--> statement-breakpoint
CREATE TABLE "coverage" (
	"instrument" text PRIMARY KEY NOT NULL,
	"ordinal" integer NOT NULL,
	"as_of" date,
	"parties_held" integer NOT NULL,
	"signatures_held" integer NOT NULL,
	"year_only_dates" integer NOT NULL,
	"parties_stated" integer,
	"stated_as_of" text NOT NULL,
	"stated_source" text NOT NULL,
	"party_rows_by_source" text NOT NULL,
	"note" text NOT NULL,
	CONSTRAINT "coverage_ordinal_unique" UNIQUE("ordinal")
);
--> statement-breakpoint
CREATE TABLE "crosschecks" (
	"ordinal" integer PRIMARY KEY NOT NULL,
	"instrument" text NOT NULL,
	"iso3" text NOT NULL,
	"source_a" text NOT NULL,
	"date_a" text NOT NULL,
	"source_b" text NOT NULL,
	"date_b" text NOT NULL,
	"resolution" text NOT NULL,
	"agree" boolean NOT NULL
);
--> statement-breakpoint
CREATE TABLE "effect_rules" (
	"instrument" text PRIMARY KEY NOT NULL,
	"ordinal" integer NOT NULL,
	"rule" text NOT NULL,
	"article" text NOT NULL,
	"checked" boolean NOT NULL,
	CONSTRAINT "effect_rules_ordinal_unique" UNIQUE("ordinal")
);
--> statement-breakpoint
CREATE TABLE "instrument_sources" (
	"id" text PRIMARY KEY NOT NULL,
	"ordinal" integer NOT NULL,
	"title" text NOT NULL,
	"place" text NOT NULL,
	"complete_to" date,
	"terms" text NOT NULL,
	CONSTRAINT "instrument_sources_ordinal_unique" UNIQUE("ordinal")
);
--> statement-breakpoint
CREATE TABLE "instruments" (
	"id" text PRIMARY KEY NOT NULL,
	"ordinal" integer NOT NULL,
	"short_title" text NOT NULL,
	"title" text NOT NULL,
	"kind" text NOT NULL,
	"body" text NOT NULL,
	"depositary" text NOT NULL,
	"adopted" text NOT NULL,
	"adopted_by" date NOT NULL,
	"in_force" text NOT NULL,
	"region" text NOT NULL,
	"binding" boolean NOT NULL,
	"relevance" text NOT NULL,
	"text_source" text NOT NULL,
	"source_note" text NOT NULL,
	CONSTRAINT "instruments_ordinal_unique" UNIQUE("ordinal")
);
--> statement-breakpoint
CREATE TABLE "participation" (
	"instrument" text NOT NULL,
	"iso3" text NOT NULL,
	"action" text NOT NULL,
	"date" text NOT NULL,
	"ordinal" integer NOT NULL,
	"as_of" date NOT NULL,
	"source" text NOT NULL,
	CONSTRAINT "participation_pkey" PRIMARY KEY("instrument","iso3","action","date"),
	CONSTRAINT "participation_ordinal_unique" UNIQUE("ordinal")
);
--> statement-breakpoint
CREATE TABLE "provisions" (
	"instrument" text NOT NULL,
	"provision" text NOT NULL,
	"theme" text NOT NULL,
	"ordinal" integer NOT NULL,
	"strength" text NOT NULL,
	"rank" integer NOT NULL,
	"addressee" text NOT NULL,
	"side" text NOT NULL,
	"exploitation" text NOT NULL,
	"persons" text NOT NULL,
	"paraphrase" text NOT NULL,
	"checked" boolean NOT NULL,
	"counts" boolean NOT NULL,
	"valid" daterange NOT NULL,
	CONSTRAINT "provisions_pkey" PRIMARY KEY("instrument","provision","theme"),
	CONSTRAINT "provisions_ordinal_unique" UNIQUE("ordinal")
);
--> statement-breakpoint
CREATE TABLE "reliability" (
	"measure" text NOT NULL,
	"scope" text NOT NULL,
	"ordinal" integer NOT NULL,
	"n" integer NOT NULL,
	"agreement" double precision NOT NULL,
	"kappa" double precision,
	CONSTRAINT "reliability_pkey" PRIMARY KEY("measure","scope"),
	CONSTRAINT "reliability_ordinal_unique" UNIQUE("ordinal")
);
--> statement-breakpoint
CREATE TABLE "reservations" (
	"ordinal" integer PRIMARY KEY NOT NULL,
	"instrument" text NOT NULL,
	"iso3" text NOT NULL,
	"kind" text NOT NULL,
	"article" text NOT NULL,
	"paraphrase" text NOT NULL,
	"source" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "data_packages" (
	"only" boolean PRIMARY KEY DEFAULT true NOT NULL,
	"version" text NOT NULL,
	"collected_on" text NOT NULL,
	"fingerprint" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "data_tables" (
	"name" text PRIMARY KEY NOT NULL,
	"ordinal" integer NOT NULL,
	"path" text NOT NULL,
	"title" text NOT NULL,
	"description" text NOT NULL,
	"rows" integer NOT NULL,
	"bytes" integer NOT NULL,
	"hash" text NOT NULL,
	"sources" text[] NOT NULL,
	"licence" text NOT NULL,
	"licence_path" text NOT NULL,
	CONSTRAINT "data_tables_ordinal_unique" UNIQUE("ordinal")
);
--> statement-breakpoint
CREATE TABLE "memberships" (
	"group" text NOT NULL,
	"iso3" text NOT NULL,
	"valid" daterange NOT NULL,
	"ordinal" integer NOT NULL,
	"source" text NOT NULL,
	CONSTRAINT "memberships_pkey" PRIMARY KEY("group","iso3","valid" WITHOUT OVERLAPS),
	CONSTRAINT "memberships_ordinal_unique" UNIQUE("ordinal")
);
--> statement-breakpoint
CREATE TABLE "neighbours" (
	"iso3" text NOT NULL,
	"neighbour_iso3" text NOT NULL,
	CONSTRAINT "neighbours_pkey" PRIMARY KEY("iso3","neighbour_iso3")
);
--> statement-breakpoint
CREATE TABLE "states" (
	"iso3" text PRIMARY KEY NOT NULL,
	"ordinal" integer NOT NULL,
	"iso2" text NOT NULL,
	"m49" text NOT NULL,
	"status" text NOT NULL,
	"name_ar" text NOT NULL,
	"name_en" text NOT NULL,
	"name_es" text NOT NULL,
	"name_fr" text NOT NULL,
	"name_ru" text NOT NULL,
	"name_zh" text NOT NULL,
	"name_un_en" text NOT NULL,
	"un_regional_group" text NOT NULL,
	"m49_region" text NOT NULL,
	"m49_subregion" text NOT NULL,
	"memberships" text[] NOT NULL,
	CONSTRAINT "states_ordinal_unique" UNIQUE("ordinal")
);
--> statement-breakpoint
CREATE TABLE "themes" (
	"id" text PRIMARY KEY NOT NULL,
	"ordinal" integer NOT NULL,
	"pillar" text NOT NULL,
	"label" text NOT NULL,
	"scope" text NOT NULL,
	CONSTRAINT "themes_ordinal_unique" UNIQUE("ordinal")
);
--> statement-breakpoint
ALTER TABLE "mechanism_instruments" ADD CONSTRAINT "mechanism_instruments_mechanism_mechanisms_id_fk" FOREIGN KEY ("mechanism") REFERENCES "public"."mechanisms"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "mechanism_instruments" ADD CONSTRAINT "mechanism_instruments_instrument_instruments_id_fk" FOREIGN KEY ("instrument") REFERENCES "public"."instruments"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "mechanisms" ADD CONSTRAINT "mechanisms_body_actors_id_fk" FOREIGN KEY ("body") REFERENCES "public"."actors"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "indicators" ADD CONSTRAINT "indicators_source_indicator_sources_id_fk" FOREIGN KEY ("source") REFERENCES "public"."indicator_sources"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "bound_periods" ADD CONSTRAINT "bound_periods_instrument_instruments_id_fk" FOREIGN KEY ("instrument") REFERENCES "public"."instruments"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "bound_periods" ADD CONSTRAINT "bound_periods_iso3_states_iso3_fk" FOREIGN KEY ("iso3") REFERENCES "public"."states"("iso3") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "coverage" ADD CONSTRAINT "coverage_instrument_instruments_id_fk" FOREIGN KEY ("instrument") REFERENCES "public"."instruments"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "crosschecks" ADD CONSTRAINT "crosschecks_instrument_instruments_id_fk" FOREIGN KEY ("instrument") REFERENCES "public"."instruments"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "crosschecks" ADD CONSTRAINT "crosschecks_iso3_states_iso3_fk" FOREIGN KEY ("iso3") REFERENCES "public"."states"("iso3") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "participation" ADD CONSTRAINT "participation_instrument_instruments_id_fk" FOREIGN KEY ("instrument") REFERENCES "public"."instruments"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "participation" ADD CONSTRAINT "participation_iso3_states_iso3_fk" FOREIGN KEY ("iso3") REFERENCES "public"."states"("iso3") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "provisions" ADD CONSTRAINT "provisions_instrument_instruments_id_fk" FOREIGN KEY ("instrument") REFERENCES "public"."instruments"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "provisions" ADD CONSTRAINT "provisions_theme_themes_id_fk" FOREIGN KEY ("theme") REFERENCES "public"."themes"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reservations" ADD CONSTRAINT "reservations_instrument_instruments_id_fk" FOREIGN KEY ("instrument") REFERENCES "public"."instruments"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reservations" ADD CONSTRAINT "reservations_iso3_states_iso3_fk" FOREIGN KEY ("iso3") REFERENCES "public"."states"("iso3") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "memberships" ADD CONSTRAINT "memberships_iso3_states_iso3_fk" FOREIGN KEY ("iso3") REFERENCES "public"."states"("iso3") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "neighbours" ADD CONSTRAINT "neighbours_iso3_states_iso3_fk" FOREIGN KEY ("iso3") REFERENCES "public"."states"("iso3") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "neighbours" ADD CONSTRAINT "neighbours_neighbour_iso3_states_iso3_fk" FOREIGN KEY ("neighbour_iso3") REFERENCES "public"."states"("iso3") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "detections_iso3_measure_dimension_index" ON "detections" USING btree ("iso3","measure","dimension");--> statement-breakpoint
CREATE INDEX "detections_category_iso3_iso3_index" ON "detections" USING btree ("category_iso3","iso3");--> statement-breakpoint
CREATE INDEX "migrant_stocks_year_index" ON "migrant_stocks" USING btree ("year");--> statement-breakpoint
CREATE INDEX "pooled_cases_citizenship_iso3_exploitation_iso3_index" ON "pooled_cases" USING btree ("citizenship_iso3","exploitation_iso3");--> statement-breakpoint
CREATE INDEX "bound_periods_valid_index" ON "bound_periods" USING gist ("valid");--> statement-breakpoint
CREATE INDEX "crosschecks_instrument_index" ON "crosschecks" USING btree ("instrument");--> statement-breakpoint
CREATE INDEX "participation_iso3_index" ON "participation" USING btree ("iso3");--> statement-breakpoint
CREATE INDEX "provisions_theme_index" ON "provisions" USING btree ("theme");--> statement-breakpoint
CREATE INDEX "reservations_instrument_iso3_index" ON "reservations" USING btree ("instrument","iso3");--> statement-breakpoint
CREATE INDEX "reservations_iso3_index" ON "reservations" USING btree ("iso3");