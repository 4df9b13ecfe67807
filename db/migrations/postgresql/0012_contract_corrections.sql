ALTER TABLE "lead_events" DROP CONSTRAINT "lead_events_kind_ck";--> statement-breakpoint
ALTER TABLE "purchases" ADD COLUMN "product_name" text COLLATE "C";--> statement-breakpoint
ALTER TABLE "purchases" ADD COLUMN "producer_name" text COLLATE "C";--> statement-breakpoint
ALTER TABLE "lead_events" ADD CONSTRAINT "lead_events_kind_ck" CHECK ("lead_events"."kind" in ('opened', 'moved', 'message', 'confirmed', 'disputed', 'corrected', 'trial_result'));