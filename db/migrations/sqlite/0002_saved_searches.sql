CREATE TABLE `mails` (
	`id` text PRIMARY KEY NOT NULL,
	`recipient` text NOT NULL,
	`subject` text NOT NULL,
	`body` text NOT NULL,
	`headers` text NOT NULL,
	`created_at` integer NOT NULL,
	`attempts` integer DEFAULT 0 NOT NULL,
	`not_before` integer,
	`failure` text
);
--> statement-breakpoint
CREATE INDEX `mails_not_before_idx` ON `mails` (`not_before`);--> statement-breakpoint
CREATE TABLE `saved_search_hits` (
	`saved_search_id` text NOT NULL,
	`item_id` text NOT NULL,
	`found_at` integer NOT NULL,
	PRIMARY KEY(`saved_search_id`, `item_id`),
	FOREIGN KEY (`saved_search_id`) REFERENCES `saved_searches`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `saved_search_hits_found_idx` ON `saved_search_hits` (`saved_search_id`,`found_at`);--> statement-breakpoint
CREATE TABLE `saved_searches` (
	`id` text PRIMARY KEY NOT NULL,
	`user_id` text NOT NULL,
	`label` text NOT NULL,
	`type` text NOT NULL,
	`query` text NOT NULL,
	`locale` text NOT NULL,
	`frequency` text NOT NULL,
	`feed_token` text NOT NULL,
	`stop_token` text NOT NULL,
	`created_at` integer NOT NULL,
	`next_at` integer,
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE cascade,
	CONSTRAINT "saved_searches_type_ck" CHECK("saved_searches"."type" in ('product', 'scenario')),
	CONSTRAINT "saved_searches_frequency_ck" CHECK("saved_searches"."frequency" in ('at_once', 'daily', 'weekly', 'off'))
);
--> statement-breakpoint
CREATE INDEX `saved_searches_frequency_idx` ON `saved_searches` (`frequency`,`next_at`);--> statement-breakpoint
CREATE UNIQUE INDEX `saved_searches_feed_token` ON `saved_searches` (`feed_token`);--> statement-breakpoint
CREATE UNIQUE INDEX `saved_searches_stop_token` ON `saved_searches` (`stop_token`);--> statement-breakpoint
CREATE UNIQUE INDEX `saved_searches_user_query` ON `saved_searches` (`user_id`,`type`,`query`);