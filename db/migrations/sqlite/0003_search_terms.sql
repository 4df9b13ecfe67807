CREATE TABLE `search_opens` (
	`on` text NOT NULL,
	`type` text NOT NULL,
	`code` text NOT NULL,
	`opened` integer NOT NULL,
	PRIMARY KEY(`on`, `type`, `code`),
	CONSTRAINT "search_opens_type_ck" CHECK("search_opens"."type" in ('product', 'scenario'))
);
--> statement-breakpoint
CREATE TABLE `search_terms` (
	`on` text NOT NULL,
	`type` text NOT NULL,
	`term` text NOT NULL,
	`searches` integer NOT NULL,
	`found_nothing` integer NOT NULL,
	`opened` integer NOT NULL,
	PRIMARY KEY(`on`, `type`, `term`),
	CONSTRAINT "search_terms_type_ck" CHECK("search_terms"."type" in ('product', 'scenario'))
);
--> statement-breakpoint
CREATE INDEX `search_terms_term_idx` ON `search_terms` (`type`,`term`);