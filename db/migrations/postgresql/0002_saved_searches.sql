CREATE TABLE "mails" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"recipient" text COLLATE "C" NOT NULL,
	"subject" text COLLATE "C" NOT NULL,
	"body" text COLLATE "C" NOT NULL,
	"headers" jsonb NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"attempts" bigint DEFAULT 0 NOT NULL,
	"not_before" timestamp (3) with time zone,
	"failure" text COLLATE "C"
);
--> statement-breakpoint
CREATE TABLE "saved_search_hits" (
	"saved_search_id" text COLLATE "C" NOT NULL,
	"item_id" text COLLATE "C" NOT NULL,
	"found_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "saved_search_hits_pk" PRIMARY KEY("saved_search_id","item_id")
);
--> statement-breakpoint
CREATE TABLE "saved_searches" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"user_id" text COLLATE "C" NOT NULL,
	"label" text COLLATE "C" NOT NULL,
	"type" text COLLATE "C" NOT NULL,
	"query" text COLLATE "C" NOT NULL,
	"locale" text COLLATE "C" NOT NULL,
	"frequency" text COLLATE "C" NOT NULL,
	"feed_token" text COLLATE "C" NOT NULL,
	"stop_token" text COLLATE "C" NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"next_at" timestamp (3) with time zone,
	CONSTRAINT "saved_searches_feed_token" UNIQUE("feed_token"),
	CONSTRAINT "saved_searches_stop_token" UNIQUE("stop_token"),
	CONSTRAINT "saved_searches_user_query" UNIQUE("user_id","type","query"),
	CONSTRAINT "saved_searches_type_ck" CHECK ("saved_searches"."type" in ('product', 'scenario')),
	CONSTRAINT "saved_searches_frequency_ck" CHECK ("saved_searches"."frequency" in ('at_once', 'daily', 'weekly', 'off'))
);
--> statement-breakpoint
ALTER TABLE "saved_search_hits" ADD CONSTRAINT "saved_search_hits_saved_search_id_saved_searches_id_fk" FOREIGN KEY ("saved_search_id") REFERENCES "public"."saved_searches"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "saved_searches" ADD CONSTRAINT "saved_searches_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "mails_not_before_idx" ON "mails" USING btree ("not_before");--> statement-breakpoint
CREATE INDEX "saved_search_hits_found_idx" ON "saved_search_hits" USING btree ("saved_search_id","found_at");--> statement-breakpoint
CREATE INDEX "saved_searches_frequency_idx" ON "saved_searches" USING btree ("frequency","next_at");