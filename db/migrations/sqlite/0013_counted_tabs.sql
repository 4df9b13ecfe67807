PRAGMA foreign_keys=OFF;--> statement-breakpoint
CREATE TABLE `__new_search_opens` (
	`on` text NOT NULL,
	`type` text NOT NULL,
	`code` text NOT NULL,
	`opened` integer NOT NULL,
	PRIMARY KEY(`on`, `type`, `code`),
	CONSTRAINT "search_opens_type_ck" CHECK("__new_search_opens"."type" in ('product', 'scenario', 'publication', 'organisation'))
);
--> statement-breakpoint
INSERT INTO `__new_search_opens`("on", "type", "code", "opened") SELECT "on", "type", "code", "opened" FROM `search_opens`;--> statement-breakpoint
DROP TABLE `search_opens`;--> statement-breakpoint
ALTER TABLE `__new_search_opens` RENAME TO `search_opens`;--> statement-breakpoint
PRAGMA foreign_keys=ON;--> statement-breakpoint
CREATE TABLE `__new_search_terms` (
	`on` text NOT NULL,
	`type` text NOT NULL,
	`term` text NOT NULL,
	`searches` integer NOT NULL,
	`found_nothing` integer NOT NULL,
	`opened` integer NOT NULL,
	PRIMARY KEY(`on`, `type`, `term`),
	CONSTRAINT "search_terms_type_ck" CHECK("__new_search_terms"."type" in ('product', 'scenario', 'publication', 'organisation'))
);
--> statement-breakpoint
INSERT INTO `__new_search_terms`("on", "type", "term", "searches", "found_nothing", "opened") SELECT "on", "type", "term", "searches", "found_nothing", "opened" FROM `search_terms`;--> statement-breakpoint
DROP TABLE `search_terms`;--> statement-breakpoint
ALTER TABLE `__new_search_terms` RENAME TO `search_terms`;--> statement-breakpoint
CREATE INDEX `search_terms_term_idx` ON `search_terms` (`type`,`term`);