ALTER TABLE "search_opens" DROP CONSTRAINT "search_opens_type_ck";--> statement-breakpoint
ALTER TABLE "search_terms" DROP CONSTRAINT "search_terms_type_ck";--> statement-breakpoint
ALTER TABLE "search_opens" ADD CONSTRAINT "search_opens_type_ck" CHECK ("search_opens"."type" in ('product', 'scenario', 'publication', 'organisation'));--> statement-breakpoint
ALTER TABLE "search_terms" ADD CONSTRAINT "search_terms_type_ck" CHECK ("search_terms"."type" in ('product', 'scenario', 'publication', 'organisation'));