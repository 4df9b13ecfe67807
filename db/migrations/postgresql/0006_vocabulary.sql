CREATE TABLE "vocabulary_groups" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"area" text COLLATE "C" NOT NULL,
	"terms" jsonb NOT NULL,
	"narrower" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"search_text" text COLLATE "C" NOT NULL,
	"note" text COLLATE "C",
	"state" text COLLATE "C" DEFAULT 'draft' NOT NULL,
	"author_id" text COLLATE "C",
	"published_by_id" text COLLATE "C",
	"published_at" timestamp (3) with time zone,
	"version" bigint DEFAULT 1 NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "vocabulary_groups_state_ck" CHECK ("vocabulary_groups"."state" in ('draft', 'published', 'withdrawn')),
	CONSTRAINT "vocabulary_groups_published_ck" CHECK ("vocabulary_groups"."state" <> 'published' or "vocabulary_groups"."published_at" is not null)
);
--> statement-breakpoint
ALTER TABLE "products" ADD COLUMN "aliases" jsonb DEFAULT '[]'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "products" ADD COLUMN "english_name" text COLLATE "C";--> statement-breakpoint
ALTER TABLE "products" ADD COLUMN "keywords" jsonb DEFAULT '[]'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "vocabulary_groups" ADD CONSTRAINT "vocabulary_groups_author_id_users_id_fk" FOREIGN KEY ("author_id") REFERENCES "public"."users"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "vocabulary_groups" ADD CONSTRAINT "vocabulary_groups_published_by_id_users_id_fk" FOREIGN KEY ("published_by_id") REFERENCES "public"."users"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "vocabulary_groups_state_idx" ON "vocabulary_groups" USING btree ("state","updated_at");