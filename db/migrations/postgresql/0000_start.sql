CREATE TABLE "memberships" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"user_id" text COLLATE "C" NOT NULL,
	"organisation_id" text COLLATE "C" NOT NULL,
	"role" text COLLATE "C" NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "memberships_user_organisation" UNIQUE("user_id","organisation_id"),
	CONSTRAINT "memberships_role_ck" CHECK ("memberships"."role" in ('owner', 'editor', 'handler', 'approver', 'reviewer', 'publisher'))
);
--> statement-breakpoint
CREATE TABLE "organisations" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"code" text COLLATE "C" NOT NULL,
	"kind" text COLLATE "C" NOT NULL,
	"name" text COLLATE "C" NOT NULL,
	"short_name" text COLLATE "C" NOT NULL,
	"credit_code" text COLLATE "C",
	"category" text COLLATE "C",
	"district" text COLLATE "C",
	"zone" text COLLATE "C",
	"industry" text COLLATE "C",
	"industry_code" text COLLATE "C",
	"founded_year" bigint,
	"description" text COLLATE "C",
	"qualifications" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"is_fictional" boolean DEFAULT false NOT NULL,
	"provenance" text COLLATE "C",
	"contact_name" text COLLATE "C",
	"contact_phone" text COLLATE "C",
	"created_at" timestamp (3) with time zone NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "organisations_code" UNIQUE("code"),
	CONSTRAINT "organisations_kind_ck" CHECK ("organisations"."kind" in ('enterprise', 'buyer', 'bureau'))
);
--> statement-breakpoint
CREATE TABLE "policies" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"code" text COLLATE "C" NOT NULL,
	"title" text COLLATE "C" NOT NULL,
	"document_number" text COLLATE "C",
	"issuer" text COLLATE "C" NOT NULL,
	"issued_on" text COLLATE "C" NOT NULL,
	"valid_until_on" text COLLATE "C",
	"point" text COLLATE "C" NOT NULL,
	"summary" text COLLATE "C" NOT NULL,
	"source_url" text COLLATE "C" NOT NULL,
	"position" bigint NOT NULL,
	CONSTRAINT "policies_code" UNIQUE("code")
);
--> statement-breakpoint
CREATE TABLE "procurement_items" (
	"code" text COLLATE "C" PRIMARY KEY NOT NULL,
	"name" text COLLATE "C" NOT NULL,
	"level" bigint NOT NULL,
	"parent" text COLLATE "C"
);
--> statement-breakpoint
CREATE TABLE "sessions" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"membership_id" text COLLATE "C" NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "users" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"email" text COLLATE "C" NOT NULL,
	"name" text COLLATE "C" NOT NULL,
	"phone" text COLLATE "C",
	"password_hash" text COLLATE "C" NOT NULL,
	"is_active" boolean DEFAULT true NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "users_email" UNIQUE("email")
);
--> statement-breakpoint
CREATE TABLE "intentions" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"code" text COLLATE "C" NOT NULL,
	"buyer_id" text COLLATE "C" NOT NULL,
	"title" text COLLATE "C" NOT NULL,
	"procurement_item_code" text COLLATE "C",
	"quantity" bigint,
	"unit" text COLLATE "C",
	"budget" bigint,
	"expected_month" text COLLATE "C",
	"method" text COLLATE "C",
	"scenario_id" text COLLATE "C",
	"stage" text COLLATE "C" NOT NULL,
	"provenance" text COLLATE "C",
	"published_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "intentions_code" UNIQUE("code")
);
--> statement-breakpoint
CREATE TABLE "offerings" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"code" text COLLATE "C" NOT NULL,
	"product_id" text COLLATE "C" NOT NULL,
	"organisation_id" text COLLATE "C" NOT NULL,
	"price_min" bigint NOT NULL,
	"price_max" bigint NOT NULL,
	"price_unit" text COLLATE "C" NOT NULL,
	"lead_time_days" bigint,
	"trial_policy" text COLLATE "C",
	"trial_note" text COLLATE "C",
	"warranty" text COLLATE "C",
	"service_areas" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"capacity" text COLLATE "C",
	"valid_until_on" text COLLATE "C",
	"state" text COLLATE "C" DEFAULT 'published' NOT NULL,
	"version" bigint DEFAULT 1 NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "offerings_code" UNIQUE("code"),
	CONSTRAINT "offerings_state_ck" CHECK ("offerings"."state" in ('draft', 'published', 'withdrawn')),
	CONSTRAINT "offerings_price_ck" CHECK ("offerings"."price_min" > 0 and "offerings"."price_max" >= "offerings"."price_min")
);
--> statement-breakpoint
CREATE TABLE "product_scenarios" (
	"product_id" text COLLATE "C" NOT NULL,
	"scenario_id" text COLLATE "C" NOT NULL,
	CONSTRAINT "product_scenarios_pk" PRIMARY KEY("product_id","scenario_id")
);
--> statement-breakpoint
CREATE TABLE "product_versions" (
	"product_id" text COLLATE "C" NOT NULL,
	"version" bigint NOT NULL,
	"content" jsonb NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "product_versions_pk" PRIMARY KEY("product_id","version")
);
--> statement-breakpoint
CREATE TABLE "products" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"code" text COLLATE "C" NOT NULL,
	"organisation_id" text COLLATE "C" NOT NULL,
	"name" text COLLATE "C" NOT NULL,
	"model" text COLLATE "C",
	"kind" text COLLATE "C" NOT NULL,
	"industry" text COLLATE "C" NOT NULL,
	"procurement_item_code" text COLLATE "C",
	"composition" text COLLATE "C",
	"summary" text COLLATE "C" NOT NULL,
	"innovation" text COLLATE "C",
	"specifications" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"trl" bigint,
	"maturity" text COLLATE "C",
	"invention_patents" bigint,
	"utility_models" bigint,
	"software_copyrights" bigint,
	"intended_categories" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"state" text COLLATE "C" DEFAULT 'draft' NOT NULL,
	"author_id" text COLLATE "C",
	"published_at" timestamp (3) with time zone,
	"provenance" text COLLATE "C",
	"note" text COLLATE "C",
	"version" bigint DEFAULT 1 NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "products_code" UNIQUE("code"),
	CONSTRAINT "products_kind_ck" CHECK ("products"."kind" in ('first-unit', 'first-batch', 'first-version')),
	CONSTRAINT "products_state_ck" CHECK ("products"."state" in ('draft', 'published', 'withdrawn')),
	CONSTRAINT "products_trl_ck" CHECK ("products"."trl" is null or "products"."trl" between 1 and 9)
);
--> statement-breakpoint
CREATE TABLE "publications" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"code" text COLLATE "C" NOT NULL,
	"kind" text COLLATE "C" NOT NULL,
	"year" bigint NOT NULL,
	"sequence" bigint NOT NULL,
	"title" text COLLATE "C" NOT NULL,
	"document_number" text COLLATE "C",
	"authority" text COLLATE "C" NOT NULL,
	"issued_on" text COLLATE "C" NOT NULL,
	"valid_until_on" text COLLATE "C",
	"state" text COLLATE "C" DEFAULT 'draft' NOT NULL,
	"author_id" text COLLATE "C",
	"published_by_id" text COLLATE "C",
	"published_at" timestamp (3) with time zone,
	"provenance" text COLLATE "C",
	"version" bigint DEFAULT 1 NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "publications_code" UNIQUE("code"),
	CONSTRAINT "publications_sequence" UNIQUE("kind","year","sequence"),
	CONSTRAINT "publications_kind_ck" CHECK ("publications"."kind" in ('scenario-list', 'catalogue')),
	CONSTRAINT "publications_state_ck" CHECK ("publications"."state" in ('draft', 'submitted', 'published')),
	CONSTRAINT "publications_year_ck" CHECK ("publications"."year" between 2000 and 2100 and "publications"."sequence" between 1 and 99),
	CONSTRAINT "publications_publisher_ck" CHECK ("publications"."published_by_id" is null or "publications"."author_id" is null or "publications"."published_by_id" <> "publications"."author_id"),
	CONSTRAINT "publications_published_ck" CHECK ("publications"."state" <> 'published' or "publications"."published_at" is not null)
);
--> statement-breakpoint
CREATE TABLE "recognitions" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"product_id" text COLLATE "C" NOT NULL,
	"publication_id" text COLLATE "C",
	"row_number" bigint,
	"kind" text COLLATE "C" NOT NULL,
	"level" text COLLATE "C" NOT NULL,
	"authority" text COLLATE "C" NOT NULL,
	"document_number" text COLLATE "C",
	"certificate_number" text COLLATE "C",
	"valid_from_on" text COLLATE "C" NOT NULL,
	"valid_until_on" text COLLATE "C" NOT NULL,
	"state" text COLLATE "C" NOT NULL,
	"provenance" text COLLATE "C",
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "recognitions_decision" UNIQUE("product_id","publication_id"),
	CONSTRAINT "recognitions_kind_ck" CHECK ("recognitions"."kind" in ('first-unit', 'first-batch', 'first-version')),
	CONSTRAINT "recognitions_state_ck" CHECK ("recognitions"."state" in ('draft', 'submitted', 'first_check', 'returned', 'expert_review', 'public_notice', 'recognised', 'rejected', 'withdrawn', 'suspended', 'revoked', 'superseded')),
	CONSTRAINT "recognitions_window_ck" CHECK ("recognitions"."valid_until_on" >= "recognitions"."valid_from_on")
);
--> statement-breakpoint
CREATE TABLE "responses" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"code" text COLLATE "C" NOT NULL,
	"scenario_id" text COLLATE "C" NOT NULL,
	"offering_id" text COLLATE "C" NOT NULL,
	"product_id" text COLLATE "C" NOT NULL,
	"organisation_id" text COLLATE "C" NOT NULL,
	"message" text COLLATE "C" NOT NULL,
	"state" text COLLATE "C" DEFAULT 'submitted' NOT NULL,
	"author_id" text COLLATE "C" NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "responses_code" UNIQUE("code"),
	CONSTRAINT "responses_state_ck" CHECK ("responses"."state" in ('submitted', 'withdrawn'))
);
--> statement-breakpoint
CREATE TABLE "scenarios" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"code" text COLLATE "C" NOT NULL,
	"publication_id" text COLLATE "C",
	"row_number" bigint,
	"title" text COLLATE "C" NOT NULL,
	"category" text COLLATE "C" NOT NULL,
	"scale" text COLLATE "C",
	"owner_id" text COLLATE "C" NOT NULL,
	"supervising_department" text COLLATE "C",
	"district" text COLLATE "C",
	"zone" text COLLATE "C",
	"site" text COLLATE "C",
	"background" text COLLATE "C" NOT NULL,
	"outcome" text COLLATE "C",
	"requirements" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"resources" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"budget" bigint,
	"funding_source" text COLLATE "C",
	"cooperation_mode" text COLLATE "C",
	"period" text COLLATE "C",
	"expected_effect" text COLLATE "C",
	"open_on" text COLLATE "C",
	"deadline_on" text COLLATE "C",
	"deadline_granularity" text COLLATE "C" DEFAULT 'day' NOT NULL,
	"contact_department" text COLLATE "C",
	"contact_name" text COLLATE "C",
	"contact_phone" text COLLATE "C",
	"is_major_demonstration" boolean DEFAULT false NOT NULL,
	"state" text COLLATE "C" DEFAULT 'draft' NOT NULL,
	"state_reason" text COLLATE "C",
	"author_id" text COLLATE "C",
	"published_by_id" text COLLATE "C",
	"published_at" timestamp (3) with time zone,
	"provenance" text COLLATE "C",
	"version" bigint DEFAULT 1 NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "scenarios_code" UNIQUE("code"),
	CONSTRAINT "scenarios_state_ck" CHECK ("scenarios"."state" in ('draft', 'submitted', 'in_review', 'returned', 'approved', 'published', 'matched', 'implementing', 'accepted', 'demonstrated', 'rejected', 'withdrawn', 'cancelled')),
	CONSTRAINT "scenarios_granularity_ck" CHECK ("scenarios"."deadline_granularity" in ('day', 'month', 'quarter', 'half-year')),
	CONSTRAINT "scenarios_budget_ck" CHECK ("scenarios"."budget" is null or "scenarios"."budget" > 0),
	CONSTRAINT "scenarios_publisher_ck" CHECK ("scenarios"."published_by_id" is null or "scenarios"."author_id" is null or "scenarios"."published_by_id" <> "scenarios"."author_id")
);
--> statement-breakpoint
CREATE TABLE "audit" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"user_id" text COLLATE "C",
	"organisation_id" text COLLATE "C",
	"action" text COLLATE "C" NOT NULL,
	"subject" text COLLATE "C" NOT NULL,
	"subject_id" text COLLATE "C" NOT NULL,
	"data" jsonb DEFAULT '{}'::jsonb NOT NULL
);
--> statement-breakpoint
CREATE TABLE "lead_events" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"lead_id" text COLLATE "C" NOT NULL,
	"kind" text COLLATE "C" NOT NULL,
	"side" text COLLATE "C" NOT NULL,
	"actor_id" text COLLATE "C",
	"from_state" text COLLATE "C",
	"to_state" text COLLATE "C",
	"body" text COLLATE "C",
	"data" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "lead_events_kind_ck" CHECK ("lead_events"."kind" in ('opened', 'moved', 'message', 'confirmed', 'disputed', 'trial_result')),
	CONSTRAINT "lead_events_side_ck" CHECK ("lead_events"."side" in ('buyer', 'enterprise', 'bureau', 'system'))
);
--> statement-breakpoint
CREATE TABLE "leads" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"code" text COLLATE "C" NOT NULL,
	"buyer_id" text COLLATE "C" NOT NULL,
	"enterprise_id" text COLLATE "C" NOT NULL,
	"product_id" text COLLATE "C" NOT NULL,
	"product_version" bigint NOT NULL,
	"scenario_id" text COLLATE "C",
	"offering_id" text COLLATE "C",
	"response_id" text COLLATE "C",
	"intention_id" text COLLATE "C",
	"subject_key" text COLLATE "C" NOT NULL,
	"origin" text COLLATE "C" NOT NULL,
	"opened_by_id" text COLLATE "C" NOT NULL,
	"state" text COLLATE "C" DEFAULT 'awaiting_reply' NOT NULL,
	"purpose" text COLLATE "C" NOT NULL,
	"quantity" bigint,
	"unit" text COLLATE "C",
	"budget" bigint,
	"needed_by" text COLLATE "C",
	"method" text COLLATE "C",
	"planned_month" text COLLATE "C",
	"procurement_budget" bigint,
	"reason" text COLLATE "C",
	"reason_note" text COLLATE "C",
	"contacts_shared" boolean DEFAULT false NOT NULL,
	"last_side" text COLLATE "C" DEFAULT 'buyer' NOT NULL,
	"waiting_since" timestamp (3) with time zone NOT NULL,
	"version" bigint DEFAULT 1 NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "leads_code" UNIQUE("code"),
	CONSTRAINT "leads_state_ck" CHECK ("leads"."state" in ('new', 'awaiting_reply', 'in_contact', 'trial', 'procuring', 'contracted', 'delivered', 'declined', 'withdrawn', 'lapsed', 'closed_lost', 'terminated')),
	CONSTRAINT "leads_origin_ck" CHECK ("leads"."origin" in ('enquiry', 'response', 'introduction')),
	CONSTRAINT "leads_sides_ck" CHECK ("leads"."buyer_id" <> "leads"."enterprise_id"),
	CONSTRAINT "leads_quantity_ck" CHECK ("leads"."quantity" is null or "leads"."quantity" > 0)
);
--> statement-breakpoint
CREATE TABLE "purchases" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"code" text COLLATE "C" NOT NULL,
	"lead_id" text COLLATE "C",
	"buyer_id" text COLLATE "C" NOT NULL,
	"enterprise_id" text COLLATE "C" NOT NULL,
	"product_id" text COLLATE "C" NOT NULL,
	"product_version" bigint NOT NULL,
	"state" text COLLATE "C" NOT NULL,
	"method" text COLLATE "C" NOT NULL,
	"quantity" bigint,
	"unit" text COLLATE "C",
	"amount" bigint NOT NULL,
	"contract_number" text COLLATE "C" NOT NULL,
	"contracted_on" text COLLATE "C" NOT NULL,
	"accepted_on" text COLLATE "C",
	"acceptance_evidence" text COLLATE "C",
	"confirmation" text COLLATE "C" DEFAULT 'unconfirmed' NOT NULL,
	"confirmed_at" timestamp (3) with time zone,
	"dispute_note" text COLLATE "C",
	"recorded_by_id" text COLLATE "C" NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "purchases_code" UNIQUE("code"),
	CONSTRAINT "purchases_state_ck" CHECK ("purchases"."state" in ('planned', 'announced', 'awarded', 'contracted', 'accepted', 'settled', 'cancelled', 'terminated', 'voided')),
	CONSTRAINT "purchases_confirmation_ck" CHECK ("purchases"."confirmation" in ('unconfirmed', 'confirmed', 'disputed')),
	CONSTRAINT "purchases_amount_ck" CHECK ("purchases"."amount" > 0),
	CONSTRAINT "purchases_accepted_ck" CHECK ("purchases"."state" <> 'accepted' or "purchases"."accepted_on" is not null)
);
--> statement-breakpoint
CREATE TABLE "search_outbox" (
	"seq" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "search_outbox_seq_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"type" text COLLATE "C" NOT NULL,
	"entity_id" text COLLATE "C" NOT NULL,
	"attempts" bigint DEFAULT 0 NOT NULL,
	"not_before" timestamp (3) with time zone,
	"failure" text COLLATE "C",
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "search_outbox_type_ck" CHECK ("search_outbox"."type" in ('product', 'scenario'))
);
--> statement-breakpoint
CREATE TABLE "search_words" (
	"seq" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "search_words_seq_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"type" text COLLATE "C" NOT NULL,
	"entity_id" text COLLATE "C" NOT NULL,
	"words" text COLLATE "C" NOT NULL,
	CONSTRAINT "search_words_entity" UNIQUE("type","entity_id")
);
--> statement-breakpoint
CREATE TABLE "trials" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"lead_id" text COLLATE "C" NOT NULL,
	"product_id" text COLLATE "C" NOT NULL,
	"buyer_id" text COLLATE "C" NOT NULL,
	"site" text COLLATE "C" NOT NULL,
	"started_on" text COLLATE "C" NOT NULL,
	"ended_on" text COLLATE "C",
	"result" text COLLATE "C",
	"note" text COLLATE "C",
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "trials_result_ck" CHECK ("trials"."result" is null or ("trials"."result" in ('passed', 'failed') and "trials"."ended_on" is not null))
);
--> statement-breakpoint
ALTER TABLE "memberships" ADD CONSTRAINT "memberships_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "memberships" ADD CONSTRAINT "memberships_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_membership_id_memberships_id_fk" FOREIGN KEY ("membership_id") REFERENCES "public"."memberships"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "intentions" ADD CONSTRAINT "intentions_buyer_id_organisations_id_fk" FOREIGN KEY ("buyer_id") REFERENCES "public"."organisations"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "intentions" ADD CONSTRAINT "intentions_procurement_item_code_procurement_items_code_fk" FOREIGN KEY ("procurement_item_code") REFERENCES "public"."procurement_items"("code") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "intentions" ADD CONSTRAINT "intentions_scenario_id_scenarios_id_fk" FOREIGN KEY ("scenario_id") REFERENCES "public"."scenarios"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "offerings" ADD CONSTRAINT "offerings_product_id_products_id_fk" FOREIGN KEY ("product_id") REFERENCES "public"."products"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "offerings" ADD CONSTRAINT "offerings_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "product_scenarios" ADD CONSTRAINT "product_scenarios_product_id_products_id_fk" FOREIGN KEY ("product_id") REFERENCES "public"."products"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "product_scenarios" ADD CONSTRAINT "product_scenarios_scenario_id_scenarios_id_fk" FOREIGN KEY ("scenario_id") REFERENCES "public"."scenarios"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "product_versions" ADD CONSTRAINT "product_versions_product_id_products_id_fk" FOREIGN KEY ("product_id") REFERENCES "public"."products"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "products" ADD CONSTRAINT "products_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "products" ADD CONSTRAINT "products_procurement_item_code_procurement_items_code_fk" FOREIGN KEY ("procurement_item_code") REFERENCES "public"."procurement_items"("code") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "products" ADD CONSTRAINT "products_author_id_users_id_fk" FOREIGN KEY ("author_id") REFERENCES "public"."users"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "publications" ADD CONSTRAINT "publications_author_id_users_id_fk" FOREIGN KEY ("author_id") REFERENCES "public"."users"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "publications" ADD CONSTRAINT "publications_published_by_id_users_id_fk" FOREIGN KEY ("published_by_id") REFERENCES "public"."users"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "recognitions" ADD CONSTRAINT "recognitions_product_id_products_id_fk" FOREIGN KEY ("product_id") REFERENCES "public"."products"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "recognitions" ADD CONSTRAINT "recognitions_publication_id_publications_id_fk" FOREIGN KEY ("publication_id") REFERENCES "public"."publications"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "responses" ADD CONSTRAINT "responses_scenario_id_scenarios_id_fk" FOREIGN KEY ("scenario_id") REFERENCES "public"."scenarios"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "responses" ADD CONSTRAINT "responses_offering_id_offerings_id_fk" FOREIGN KEY ("offering_id") REFERENCES "public"."offerings"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "responses" ADD CONSTRAINT "responses_product_id_products_id_fk" FOREIGN KEY ("product_id") REFERENCES "public"."products"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "responses" ADD CONSTRAINT "responses_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "responses" ADD CONSTRAINT "responses_author_id_users_id_fk" FOREIGN KEY ("author_id") REFERENCES "public"."users"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "scenarios" ADD CONSTRAINT "scenarios_publication_id_publications_id_fk" FOREIGN KEY ("publication_id") REFERENCES "public"."publications"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "scenarios" ADD CONSTRAINT "scenarios_owner_id_organisations_id_fk" FOREIGN KEY ("owner_id") REFERENCES "public"."organisations"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "scenarios" ADD CONSTRAINT "scenarios_author_id_users_id_fk" FOREIGN KEY ("author_id") REFERENCES "public"."users"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "scenarios" ADD CONSTRAINT "scenarios_published_by_id_users_id_fk" FOREIGN KEY ("published_by_id") REFERENCES "public"."users"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "audit" ADD CONSTRAINT "audit_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "audit" ADD CONSTRAINT "audit_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "lead_events" ADD CONSTRAINT "lead_events_lead_id_leads_id_fk" FOREIGN KEY ("lead_id") REFERENCES "public"."leads"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "lead_events" ADD CONSTRAINT "lead_events_actor_id_users_id_fk" FOREIGN KEY ("actor_id") REFERENCES "public"."users"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "leads" ADD CONSTRAINT "leads_buyer_id_organisations_id_fk" FOREIGN KEY ("buyer_id") REFERENCES "public"."organisations"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "leads" ADD CONSTRAINT "leads_enterprise_id_organisations_id_fk" FOREIGN KEY ("enterprise_id") REFERENCES "public"."organisations"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "leads" ADD CONSTRAINT "leads_product_id_products_id_fk" FOREIGN KEY ("product_id") REFERENCES "public"."products"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "leads" ADD CONSTRAINT "leads_scenario_id_scenarios_id_fk" FOREIGN KEY ("scenario_id") REFERENCES "public"."scenarios"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "leads" ADD CONSTRAINT "leads_offering_id_offerings_id_fk" FOREIGN KEY ("offering_id") REFERENCES "public"."offerings"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "leads" ADD CONSTRAINT "leads_response_id_responses_id_fk" FOREIGN KEY ("response_id") REFERENCES "public"."responses"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "leads" ADD CONSTRAINT "leads_intention_id_intentions_id_fk" FOREIGN KEY ("intention_id") REFERENCES "public"."intentions"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "leads" ADD CONSTRAINT "leads_opened_by_id_users_id_fk" FOREIGN KEY ("opened_by_id") REFERENCES "public"."users"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "purchases" ADD CONSTRAINT "purchases_lead_id_leads_id_fk" FOREIGN KEY ("lead_id") REFERENCES "public"."leads"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "purchases" ADD CONSTRAINT "purchases_buyer_id_organisations_id_fk" FOREIGN KEY ("buyer_id") REFERENCES "public"."organisations"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "purchases" ADD CONSTRAINT "purchases_enterprise_id_organisations_id_fk" FOREIGN KEY ("enterprise_id") REFERENCES "public"."organisations"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "purchases" ADD CONSTRAINT "purchases_product_id_products_id_fk" FOREIGN KEY ("product_id") REFERENCES "public"."products"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "purchases" ADD CONSTRAINT "purchases_recorded_by_id_users_id_fk" FOREIGN KEY ("recorded_by_id") REFERENCES "public"."users"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "trials" ADD CONSTRAINT "trials_lead_id_leads_id_fk" FOREIGN KEY ("lead_id") REFERENCES "public"."leads"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "trials" ADD CONSTRAINT "trials_product_id_products_id_fk" FOREIGN KEY ("product_id") REFERENCES "public"."products"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "trials" ADD CONSTRAINT "trials_buyer_id_organisations_id_fk" FOREIGN KEY ("buyer_id") REFERENCES "public"."organisations"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "organisations_credit_code" ON "organisations" USING btree ("credit_code") WHERE "organisations"."credit_code" is not null;--> statement-breakpoint
CREATE INDEX "organisations_kind_idx" ON "organisations" USING btree ("kind","name");--> statement-breakpoint
CREATE INDEX "procurement_items_parent_idx" ON "procurement_items" USING btree ("parent");--> statement-breakpoint
CREATE INDEX "sessions_expires_idx" ON "sessions" USING btree ("expires_at");--> statement-breakpoint
CREATE INDEX "intentions_month_idx" ON "intentions" USING btree ("expected_month");--> statement-breakpoint
CREATE UNIQUE INDEX "offerings_current" ON "offerings" USING btree ("product_id") WHERE "offerings"."state" = 'published';--> statement-breakpoint
CREATE INDEX "offerings_organisation_idx" ON "offerings" USING btree ("organisation_id");--> statement-breakpoint
CREATE INDEX "product_scenarios_scenario_idx" ON "product_scenarios" USING btree ("scenario_id");--> statement-breakpoint
CREATE INDEX "products_organisation_idx" ON "products" USING btree ("organisation_id");--> statement-breakpoint
CREATE INDEX "products_state_idx" ON "products" USING btree ("state","published_at");--> statement-breakpoint
CREATE INDEX "publications_issued_idx" ON "publications" USING btree ("issued_on");--> statement-breakpoint
CREATE INDEX "recognitions_publication_idx" ON "recognitions" USING btree ("publication_id","row_number");--> statement-breakpoint
CREATE UNIQUE INDEX "responses_once" ON "responses" USING btree ("scenario_id","product_id") WHERE "responses"."state" = 'submitted';--> statement-breakpoint
CREATE INDEX "responses_organisation_idx" ON "responses" USING btree ("organisation_id");--> statement-breakpoint
CREATE UNIQUE INDEX "scenarios_row" ON "scenarios" USING btree ("publication_id","row_number") WHERE "scenarios"."row_number" is not null;--> statement-breakpoint
CREATE INDEX "scenarios_state_idx" ON "scenarios" USING btree ("state","deadline_on");--> statement-breakpoint
CREATE INDEX "scenarios_owner_idx" ON "scenarios" USING btree ("owner_id");--> statement-breakpoint
CREATE INDEX "audit_at_idx" ON "audit" USING btree ("at");--> statement-breakpoint
CREATE INDEX "audit_subject_idx" ON "audit" USING btree ("subject","subject_id");--> statement-breakpoint
CREATE INDEX "lead_events_lead_idx" ON "lead_events" USING btree ("lead_id","at");--> statement-breakpoint
CREATE UNIQUE INDEX "leads_one_open" ON "leads" USING btree ("buyer_id","enterprise_id","subject_key") WHERE "state" in ('new', 'awaiting_reply', 'in_contact', 'trial', 'procuring', 'contracted');--> statement-breakpoint
CREATE INDEX "leads_buyer_idx" ON "leads" USING btree ("buyer_id","state");--> statement-breakpoint
CREATE INDEX "leads_enterprise_idx" ON "leads" USING btree ("enterprise_id","state");--> statement-breakpoint
CREATE INDEX "leads_product_idx" ON "leads" USING btree ("product_id");--> statement-breakpoint
CREATE UNIQUE INDEX "purchases_lead" ON "purchases" USING btree ("lead_id") WHERE "purchases"."lead_id" is not null;--> statement-breakpoint
CREATE INDEX "purchases_product_idx" ON "purchases" USING btree ("product_id","contracted_on");--> statement-breakpoint
CREATE INDEX "search_outbox_entity_idx" ON "search_outbox" USING btree ("type","entity_id");--> statement-breakpoint
CREATE INDEX "trials_product_idx" ON "trials" USING btree ("product_id");--> statement-breakpoint
CREATE INDEX "trials_lead_idx" ON "trials" USING btree ("lead_id");