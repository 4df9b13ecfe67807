ALTER TABLE "users" ADD COLUMN "locale" text COLLATE "C";--> statement-breakpoint
ALTER TABLE "leads" ADD COLUMN "reminded_days" bigint DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "leads" ADD COLUMN "bureau_told_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "purchases" ADD COLUMN "confirm_by_on" text COLLATE "C";