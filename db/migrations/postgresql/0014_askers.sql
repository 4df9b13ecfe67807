ALTER TABLE "search_terms" ADD COLUMN "askers" bigint DEFAULT 0 NOT NULL;--> statement-breakpoint
-- What was counted before is taken to have had as many askers.
UPDATE search_terms SET askers = searches;
