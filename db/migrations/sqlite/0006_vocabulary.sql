CREATE TABLE `vocabulary_groups` (
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
	`version` integer DEFAULT 1 NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	FOREIGN KEY (`author_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`published_by_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE restrict,
	CONSTRAINT "vocabulary_groups_state_ck" CHECK("vocabulary_groups"."state" in ('draft', 'published', 'withdrawn')),
	CONSTRAINT "vocabulary_groups_published_ck" CHECK("vocabulary_groups"."state" <> 'published' or "vocabulary_groups"."published_at" is not null)
);
--> statement-breakpoint
CREATE INDEX `vocabulary_groups_state_idx` ON `vocabulary_groups` (`state`,`updated_at`);--> statement-breakpoint
ALTER TABLE `products` ADD `aliases` text DEFAULT '[]' NOT NULL;--> statement-breakpoint
ALTER TABLE `products` ADD `english_name` text;--> statement-breakpoint
ALTER TABLE `products` ADD `keywords` text DEFAULT '[]' NOT NULL;