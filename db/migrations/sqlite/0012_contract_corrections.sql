PRAGMA foreign_keys=OFF;--> statement-breakpoint
CREATE TABLE `__new_lead_events` (
	`id` text PRIMARY KEY NOT NULL,
	`lead_id` text NOT NULL,
	`kind` text NOT NULL,
	`side` text NOT NULL,
	`actor_id` text,
	`from_state` text,
	`to_state` text,
	`body` text,
	`data` text DEFAULT '{}' NOT NULL,
	`at` integer NOT NULL,
	FOREIGN KEY (`lead_id`) REFERENCES `leads`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`actor_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE restrict,
	CONSTRAINT "lead_events_kind_ck" CHECK("__new_lead_events"."kind" in ('opened', 'moved', 'message', 'confirmed', 'disputed', 'corrected', 'trial_result')),
	CONSTRAINT "lead_events_side_ck" CHECK("__new_lead_events"."side" in ('buyer', 'enterprise', 'bureau', 'system'))
);
--> statement-breakpoint
INSERT INTO `__new_lead_events`("id", "lead_id", "kind", "side", "actor_id", "from_state", "to_state", "body", "data", "at") SELECT "id", "lead_id", "kind", "side", "actor_id", "from_state", "to_state", "body", "data", "at" FROM `lead_events`;--> statement-breakpoint
DROP TABLE `lead_events`;--> statement-breakpoint
ALTER TABLE `__new_lead_events` RENAME TO `lead_events`;--> statement-breakpoint
PRAGMA foreign_keys=ON;--> statement-breakpoint
CREATE INDEX `lead_events_lead_idx` ON `lead_events` (`lead_id`,`at`);--> statement-breakpoint
ALTER TABLE `purchases` ADD `product_name` text;--> statement-breakpoint
ALTER TABLE `purchases` ADD `producer_name` text;