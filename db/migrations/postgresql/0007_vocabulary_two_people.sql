ALTER TABLE "vocabulary_groups" ADD COLUMN "replaces_id" text COLLATE "C";--> statement-breakpoint
CREATE UNIQUE INDEX "vocabulary_groups_replaces" ON "vocabulary_groups" USING btree ("replaces_id");--> statement-breakpoint
-- Until now whoever wrote a group could publish it: of those it is no longer said who wrote them.
UPDATE "vocabulary_groups" SET "author_id" = NULL WHERE "author_id" = "published_by_id";--> statement-breakpoint
ALTER TABLE "vocabulary_groups" ADD CONSTRAINT "vocabulary_groups_publisher_ck" CHECK ("vocabulary_groups"."published_by_id" is null or "vocabulary_groups"."author_id" is null or "vocabulary_groups"."published_by_id" <> "vocabulary_groups"."author_id");