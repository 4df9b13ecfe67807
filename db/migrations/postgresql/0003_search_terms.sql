CREATE TABLE "search_opens" (
	"on" text COLLATE "C" NOT NULL,
	"type" text COLLATE "C" NOT NULL,
	"code" text COLLATE "C" NOT NULL,
	"opened" bigint NOT NULL,
	CONSTRAINT "search_opens_pk" PRIMARY KEY("on","type","code"),
	CONSTRAINT "search_opens_type_ck" CHECK ("search_opens"."type" in ('product', 'scenario'))
);
--> statement-breakpoint
CREATE TABLE "search_terms" (
	"on" text COLLATE "C" NOT NULL,
	"type" text COLLATE "C" NOT NULL,
	"term" text COLLATE "C" NOT NULL,
	"searches" bigint NOT NULL,
	"found_nothing" bigint NOT NULL,
	"opened" bigint NOT NULL,
	CONSTRAINT "search_terms_pk" PRIMARY KEY("on","type","term"),
	CONSTRAINT "search_terms_type_ck" CHECK ("search_terms"."type" in ('product', 'scenario'))
);
--> statement-breakpoint
CREATE INDEX "search_terms_term_idx" ON "search_terms" USING btree ("type","term");