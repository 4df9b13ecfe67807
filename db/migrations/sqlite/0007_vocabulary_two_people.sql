PRAGMA foreign_keys=OFF;--> statement-breakpoint
CREATE TABLE `__new_vocabulary_groups` (
	`id` text PRIMARY KEY NOT NULL,
	`area` text NOT NULL,
	`terms` text NOT NULL,
	`narrower` text DEFAULT '[]' NOT NULL,
	`search_text` text NOT NULL,
	`note` text,
	`state` text DEFAULT 'draft' NOT NULL,
	`author_id` text,
	`published_by_id` text,
	`published_at` integer,
	`replaces_id` text,
	`version` integer DEFAULT 1 NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	FOREIGN KEY (`author_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`published_by_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE restrict,
	CONSTRAINT "vocabulary_groups_state_ck" CHECK("__new_vocabulary_groups"."state" in ('draft', 'published', 'withdrawn')),
	CONSTRAINT "vocabulary_groups_published_ck" CHECK("__new_vocabulary_groups"."state" <> 'published' or "__new_vocabulary_groups"."published_at" is not null),
	CONSTRAINT "vocabulary_groups_publisher_ck" CHECK("__new_vocabulary_groups"."published_by_id" is null or "__new_vocabulary_groups"."author_id" is null or "__new_vocabulary_groups"."published_by_id" <> "__new_vocabulary_groups"."author_id")
);
--> statement-breakpoint
-- Until now whoever wrote a group could publish it: of those it is no longer said who wrote them.
INSERT INTO `__new_vocabulary_groups`("id", "area", "terms", "narrower", "search_text", "note", "state", "author_id", "published_by_id", "published_at", "replaces_id", "version", "created_at", "updated_at") SELECT "id", "area", "terms", "narrower", "search_text", "note", "state", nullif("author_id", "published_by_id"), "published_by_id", "published_at", NULL, "version", "created_at", "updated_at" FROM `vocabulary_groups`;--> statement-breakpoint
DROP TABLE `vocabulary_groups`;--> statement-breakpoint
ALTER TABLE `__new_vocabulary_groups` RENAME TO `vocabulary_groups`;--> statement-breakpoint
PRAGMA foreign_keys=ON;--> statement-breakpoint
CREATE UNIQUE INDEX `vocabulary_groups_replaces` ON `vocabulary_groups` (`replaces_id`);--> statement-breakpoint
CREATE INDEX `vocabulary_groups_state_idx` ON `vocabulary_groups` (`state`,`updated_at`);