CREATE TABLE `attempts` (
	`key` text PRIMARY KEY NOT NULL,
	`count` integer NOT NULL,
	`ends_at` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `attempts_ends_idx` ON `attempts` (`ends_at`);--> statement-breakpoint
CREATE TABLE `counters` (
	`name` text PRIMARY KEY NOT NULL,
	`value` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `leases` (
	`name` text PRIMARY KEY NOT NULL,
	`holder` text,
	`held_until` integer,
	`due_at` integer
);
--> statement-breakpoint
ALTER TABLE `search_outbox` ADD `words_stored` integer DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE `search_outbox` ADD `claimed_by` text;--> statement-breakpoint
ALTER TABLE `search_outbox` ADD `claimed_until` integer;