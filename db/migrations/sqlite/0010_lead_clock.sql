ALTER TABLE `users` ADD `locale` text;--> statement-breakpoint
ALTER TABLE `leads` ADD `reminded_days` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE `leads` ADD `bureau_told_at` integer;--> statement-breakpoint
ALTER TABLE `purchases` ADD `confirm_by_on` text;