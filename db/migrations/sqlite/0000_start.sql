CREATE TABLE `memberships` (
	`id` text PRIMARY KEY NOT NULL,
	`user_id` text NOT NULL,
	`organisation_id` text NOT NULL,
	`role` text NOT NULL,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`organisation_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE restrict,
	CONSTRAINT "memberships_role_ck" CHECK("memberships"."role" in ('owner', 'editor', 'handler', 'approver', 'reviewer', 'publisher'))
);
--> statement-breakpoint
CREATE UNIQUE INDEX `memberships_user_organisation` ON `memberships` (`user_id`,`organisation_id`);--> statement-breakpoint
CREATE TABLE `organisations` (
	`id` text PRIMARY KEY NOT NULL,
	`code` text NOT NULL,
	`kind` text NOT NULL,
	`name` text NOT NULL,
	`short_name` text NOT NULL,
	`credit_code` text,
	`category` text,
	`district` text,
	`zone` text,
	`industry` text,
	`industry_code` text,
	`founded_year` integer,
	`description` text,
	`qualifications` text DEFAULT '[]' NOT NULL,
	`is_fictional` integer DEFAULT false NOT NULL,
	`provenance` text,
	`contact_name` text,
	`contact_phone` text,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	CONSTRAINT "organisations_kind_ck" CHECK("organisations"."kind" in ('enterprise', 'buyer', 'bureau'))
);
--> statement-breakpoint
CREATE UNIQUE INDEX `organisations_credit_code` ON `organisations` (`credit_code`) WHERE "organisations"."credit_code" is not null;--> statement-breakpoint
CREATE INDEX `organisations_kind_idx` ON `organisations` (`kind`,`name`);--> statement-breakpoint
CREATE UNIQUE INDEX `organisations_code` ON `organisations` (`code`);--> statement-breakpoint
CREATE TABLE `policies` (
	`id` text PRIMARY KEY NOT NULL,
	`code` text NOT NULL,
	`title` text NOT NULL,
	`document_number` text,
	`issuer` text NOT NULL,
	`issued_on` text NOT NULL,
	`valid_until_on` text,
	`point` text NOT NULL,
	`summary` text NOT NULL,
	`source_url` text NOT NULL,
	`position` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `policies_code` ON `policies` (`code`);--> statement-breakpoint
CREATE TABLE `procurement_items` (
	`code` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`level` integer NOT NULL,
	`parent` text
);
--> statement-breakpoint
CREATE INDEX `procurement_items_parent_idx` ON `procurement_items` (`parent`);--> statement-breakpoint
CREATE TABLE `sessions` (
	`id` text PRIMARY KEY NOT NULL,
	`membership_id` text NOT NULL,
	`created_at` integer NOT NULL,
	`expires_at` integer NOT NULL,
	FOREIGN KEY (`membership_id`) REFERENCES `memberships`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `sessions_expires_idx` ON `sessions` (`expires_at`);--> statement-breakpoint
CREATE TABLE `users` (
	`id` text PRIMARY KEY NOT NULL,
	`email` text NOT NULL,
	`name` text NOT NULL,
	`phone` text,
	`password_hash` text NOT NULL,
	`is_active` integer DEFAULT true NOT NULL,
	`created_at` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `users_email` ON `users` (`email`);--> statement-breakpoint
CREATE TABLE `intentions` (
	`id` text PRIMARY KEY NOT NULL,
	`code` text NOT NULL,
	`buyer_id` text NOT NULL,
	`title` text NOT NULL,
	`procurement_item_code` text,
	`quantity` integer,
	`unit` text,
	`budget` integer,
	`expected_month` text,
	`method` text,
	`scenario_id` text,
	`stage` text NOT NULL,
	`provenance` text,
	`published_at` integer NOT NULL,
	FOREIGN KEY (`buyer_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`procurement_item_code`) REFERENCES `procurement_items`(`code`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`scenario_id`) REFERENCES `scenarios`(`id`) ON UPDATE no action ON DELETE restrict
);
--> statement-breakpoint
CREATE INDEX `intentions_month_idx` ON `intentions` (`expected_month`);--> statement-breakpoint
CREATE UNIQUE INDEX `intentions_code` ON `intentions` (`code`);--> statement-breakpoint
CREATE TABLE `offerings` (
	`id` text PRIMARY KEY NOT NULL,
	`code` text NOT NULL,
	`product_id` text NOT NULL,
	`organisation_id` text NOT NULL,
	`price_min` integer NOT NULL,
	`price_max` integer NOT NULL,
	`price_unit` text NOT NULL,
	`lead_time_days` integer,
	`trial_policy` text,
	`trial_note` text,
	`warranty` text,
	`service_areas` text DEFAULT '[]' NOT NULL,
	`capacity` text,
	`valid_until_on` text,
	`state` text DEFAULT 'published' NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	FOREIGN KEY (`product_id`) REFERENCES `products`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`organisation_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE restrict,
	CONSTRAINT "offerings_state_ck" CHECK("offerings"."state" in ('draft', 'published', 'withdrawn')),
	CONSTRAINT "offerings_price_ck" CHECK("offerings"."price_min" > 0 and "offerings"."price_max" >= "offerings"."price_min")
);
--> statement-breakpoint
CREATE UNIQUE INDEX `offerings_current` ON `offerings` (`product_id`) WHERE "offerings"."state" = 'published';--> statement-breakpoint
CREATE INDEX `offerings_organisation_idx` ON `offerings` (`organisation_id`);--> statement-breakpoint
CREATE UNIQUE INDEX `offerings_code` ON `offerings` (`code`);--> statement-breakpoint
CREATE TABLE `product_scenarios` (
	`product_id` text NOT NULL,
	`scenario_id` text NOT NULL,
	PRIMARY KEY(`product_id`, `scenario_id`),
	FOREIGN KEY (`product_id`) REFERENCES `products`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`scenario_id`) REFERENCES `scenarios`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `product_scenarios_scenario_idx` ON `product_scenarios` (`scenario_id`);--> statement-breakpoint
CREATE TABLE `product_versions` (
	`product_id` text NOT NULL,
	`version` integer NOT NULL,
	`content` text NOT NULL,
	`created_at` integer NOT NULL,
	PRIMARY KEY(`product_id`, `version`),
	FOREIGN KEY (`product_id`) REFERENCES `products`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `products` (
	`id` text PRIMARY KEY NOT NULL,
	`code` text NOT NULL,
	`organisation_id` text NOT NULL,
	`name` text NOT NULL,
	`model` text,
	`kind` text NOT NULL,
	`industry` text NOT NULL,
	`procurement_item_code` text,
	`composition` text,
	`summary` text NOT NULL,
	`innovation` text,
	`specifications` text DEFAULT '[]' NOT NULL,
	`trl` integer,
	`maturity` text,
	`invention_patents` integer,
	`utility_models` integer,
	`software_copyrights` integer,
	`intended_categories` text DEFAULT '[]' NOT NULL,
	`state` text DEFAULT 'draft' NOT NULL,
	`author_id` text,
	`published_at` integer,
	`provenance` text,
	`note` text,
	`version` integer DEFAULT 1 NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	FOREIGN KEY (`organisation_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`procurement_item_code`) REFERENCES `procurement_items`(`code`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`author_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE restrict,
	CONSTRAINT "products_kind_ck" CHECK("products"."kind" in ('first-unit', 'first-batch', 'first-version')),
	CONSTRAINT "products_state_ck" CHECK("products"."state" in ('draft', 'published', 'withdrawn')),
	CONSTRAINT "products_trl_ck" CHECK("products"."trl" is null or "products"."trl" between 1 and 9)
);
--> statement-breakpoint
CREATE INDEX `products_organisation_idx` ON `products` (`organisation_id`);--> statement-breakpoint
CREATE INDEX `products_state_idx` ON `products` (`state`,`published_at`);--> statement-breakpoint
CREATE UNIQUE INDEX `products_code` ON `products` (`code`);--> statement-breakpoint
CREATE TABLE `publications` (
	`id` text PRIMARY KEY NOT NULL,
	`code` text NOT NULL,
	`kind` text NOT NULL,
	`year` integer NOT NULL,
	`sequence` integer NOT NULL,
	`title` text NOT NULL,
	`document_number` text,
	`authority` text NOT NULL,
	`issued_on` text NOT NULL,
	`valid_until_on` text,
	`state` text DEFAULT 'draft' NOT NULL,
	`author_id` text,
	`published_by_id` text,
	`published_at` integer,
	`provenance` text,
	`version` integer DEFAULT 1 NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	FOREIGN KEY (`author_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`published_by_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE restrict,
	CONSTRAINT "publications_kind_ck" CHECK("publications"."kind" in ('scenario-list', 'catalogue')),
	CONSTRAINT "publications_state_ck" CHECK("publications"."state" in ('draft', 'submitted', 'published')),
	CONSTRAINT "publications_year_ck" CHECK("publications"."year" between 2000 and 2100 and "publications"."sequence" between 1 and 99),
	CONSTRAINT "publications_publisher_ck" CHECK("publications"."published_by_id" is null or "publications"."author_id" is null or "publications"."published_by_id" <> "publications"."author_id"),
	CONSTRAINT "publications_published_ck" CHECK("publications"."state" <> 'published' or "publications"."published_at" is not null)
);
--> statement-breakpoint
CREATE INDEX `publications_issued_idx` ON `publications` (`issued_on`);--> statement-breakpoint
CREATE UNIQUE INDEX `publications_code` ON `publications` (`code`);--> statement-breakpoint
CREATE UNIQUE INDEX `publications_sequence` ON `publications` (`kind`,`year`,`sequence`);--> statement-breakpoint
CREATE TABLE `recognitions` (
	`id` text PRIMARY KEY NOT NULL,
	`product_id` text NOT NULL,
	`publication_id` text,
	`row_number` integer,
	`kind` text NOT NULL,
	`level` text NOT NULL,
	`authority` text NOT NULL,
	`document_number` text,
	`certificate_number` text,
	`valid_from_on` text NOT NULL,
	`valid_until_on` text NOT NULL,
	`state` text NOT NULL,
	`provenance` text,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`product_id`) REFERENCES `products`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`publication_id`) REFERENCES `publications`(`id`) ON UPDATE no action ON DELETE restrict,
	CONSTRAINT "recognitions_kind_ck" CHECK("recognitions"."kind" in ('first-unit', 'first-batch', 'first-version')),
	CONSTRAINT "recognitions_state_ck" CHECK("recognitions"."state" in ('draft', 'submitted', 'first_check', 'returned', 'expert_review', 'public_notice', 'recognised', 'rejected', 'withdrawn', 'suspended', 'revoked', 'superseded')),
	CONSTRAINT "recognitions_window_ck" CHECK("recognitions"."valid_until_on" >= "recognitions"."valid_from_on")
);
--> statement-breakpoint
CREATE INDEX `recognitions_publication_idx` ON `recognitions` (`publication_id`,`row_number`);--> statement-breakpoint
CREATE UNIQUE INDEX `recognitions_decision` ON `recognitions` (`product_id`,`publication_id`);--> statement-breakpoint
CREATE TABLE `responses` (
	`id` text PRIMARY KEY NOT NULL,
	`code` text NOT NULL,
	`scenario_id` text NOT NULL,
	`offering_id` text NOT NULL,
	`product_id` text NOT NULL,
	`organisation_id` text NOT NULL,
	`message` text NOT NULL,
	`state` text DEFAULT 'submitted' NOT NULL,
	`author_id` text NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	FOREIGN KEY (`scenario_id`) REFERENCES `scenarios`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`offering_id`) REFERENCES `offerings`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`product_id`) REFERENCES `products`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`organisation_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`author_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE restrict,
	CONSTRAINT "responses_state_ck" CHECK("responses"."state" in ('submitted', 'withdrawn'))
);
--> statement-breakpoint
CREATE UNIQUE INDEX `responses_once` ON `responses` (`scenario_id`,`product_id`) WHERE "responses"."state" = 'submitted';--> statement-breakpoint
CREATE INDEX `responses_organisation_idx` ON `responses` (`organisation_id`);--> statement-breakpoint
CREATE UNIQUE INDEX `responses_code` ON `responses` (`code`);--> statement-breakpoint
CREATE TABLE `scenarios` (
	`id` text PRIMARY KEY NOT NULL,
	`code` text NOT NULL,
	`publication_id` text,
	`row_number` integer,
	`title` text NOT NULL,
	`category` text NOT NULL,
	`scale` text,
	`owner_id` text NOT NULL,
	`supervising_department` text,
	`district` text,
	`zone` text,
	`site` text,
	`background` text NOT NULL,
	`outcome` text,
	`requirements` text DEFAULT '[]' NOT NULL,
	`resources` text DEFAULT '[]' NOT NULL,
	`budget` integer,
	`funding_source` text,
	`cooperation_mode` text,
	`period` text,
	`expected_effect` text,
	`open_on` text,
	`deadline_on` text,
	`deadline_granularity` text DEFAULT 'day' NOT NULL,
	`contact_department` text,
	`contact_name` text,
	`contact_phone` text,
	`is_major_demonstration` integer DEFAULT false NOT NULL,
	`state` text DEFAULT 'draft' NOT NULL,
	`state_reason` text,
	`author_id` text,
	`published_by_id` text,
	`published_at` integer,
	`provenance` text,
	`version` integer DEFAULT 1 NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	FOREIGN KEY (`publication_id`) REFERENCES `publications`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`owner_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`author_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`published_by_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE restrict,
	CONSTRAINT "scenarios_state_ck" CHECK("scenarios"."state" in ('draft', 'submitted', 'in_review', 'returned', 'approved', 'published', 'matched', 'implementing', 'accepted', 'demonstrated', 'rejected', 'withdrawn', 'cancelled')),
	CONSTRAINT "scenarios_granularity_ck" CHECK("scenarios"."deadline_granularity" in ('day', 'month', 'quarter', 'half-year')),
	CONSTRAINT "scenarios_budget_ck" CHECK("scenarios"."budget" is null or "scenarios"."budget" > 0),
	CONSTRAINT "scenarios_publisher_ck" CHECK("scenarios"."published_by_id" is null or "scenarios"."author_id" is null or "scenarios"."published_by_id" <> "scenarios"."author_id")
);
--> statement-breakpoint
CREATE UNIQUE INDEX `scenarios_row` ON `scenarios` (`publication_id`,`row_number`) WHERE "scenarios"."row_number" is not null;--> statement-breakpoint
CREATE INDEX `scenarios_state_idx` ON `scenarios` (`state`,`deadline_on`);--> statement-breakpoint
CREATE INDEX `scenarios_owner_idx` ON `scenarios` (`owner_id`);--> statement-breakpoint
CREATE UNIQUE INDEX `scenarios_code` ON `scenarios` (`code`);--> statement-breakpoint
CREATE TABLE `audit` (
	`id` text PRIMARY KEY NOT NULL,
	`at` integer NOT NULL,
	`user_id` text,
	`organisation_id` text,
	`action` text NOT NULL,
	`subject` text NOT NULL,
	`subject_id` text NOT NULL,
	`data` text DEFAULT '{}' NOT NULL,
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`organisation_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE restrict
);
--> statement-breakpoint
CREATE INDEX `audit_at_idx` ON `audit` (`at`);--> statement-breakpoint
CREATE INDEX `audit_subject_idx` ON `audit` (`subject`,`subject_id`);--> statement-breakpoint
CREATE TABLE `lead_events` (
	`id` text PRIMARY KEY NOT NULL,
	`lead_id` text NOT NULL,
	`kind` text NOT NULL,
	`side` text NOT NULL,
	`actor_id` text,
	`from_state` text,
	`to_state` text,
	`body` text,
	`data` text DEFAULT '{}' NOT NULL,
	`at` integer NOT NULL,
	FOREIGN KEY (`lead_id`) REFERENCES `leads`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`actor_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE restrict,
	CONSTRAINT "lead_events_kind_ck" CHECK("lead_events"."kind" in ('opened', 'moved', 'message', 'confirmed', 'disputed', 'trial_result')),
	CONSTRAINT "lead_events_side_ck" CHECK("lead_events"."side" in ('buyer', 'enterprise', 'bureau', 'system'))
);
--> statement-breakpoint
CREATE INDEX `lead_events_lead_idx` ON `lead_events` (`lead_id`,`at`);--> statement-breakpoint
CREATE TABLE `leads` (
	`id` text PRIMARY KEY NOT NULL,
	`code` text NOT NULL,
	`buyer_id` text NOT NULL,
	`enterprise_id` text NOT NULL,
	`product_id` text NOT NULL,
	`product_version` integer NOT NULL,
	`scenario_id` text,
	`offering_id` text,
	`response_id` text,
	`intention_id` text,
	`subject_key` text NOT NULL,
	`origin` text NOT NULL,
	`opened_by_id` text NOT NULL,
	`state` text DEFAULT 'awaiting_reply' NOT NULL,
	`purpose` text NOT NULL,
	`quantity` integer,
	`unit` text,
	`budget` integer,
	`needed_by` text,
	`method` text,
	`planned_month` text,
	`procurement_budget` integer,
	`reason` text,
	`reason_note` text,
	`contacts_shared` integer DEFAULT false NOT NULL,
	`last_side` text DEFAULT 'buyer' NOT NULL,
	`waiting_since` integer NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	FOREIGN KEY (`buyer_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`enterprise_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`product_id`) REFERENCES `products`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`scenario_id`) REFERENCES `scenarios`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`offering_id`) REFERENCES `offerings`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`response_id`) REFERENCES `responses`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`intention_id`) REFERENCES `intentions`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`opened_by_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE restrict,
	CONSTRAINT "leads_state_ck" CHECK("leads"."state" in ('new', 'awaiting_reply', 'in_contact', 'trial', 'procuring', 'contracted', 'delivered', 'declined', 'withdrawn', 'lapsed', 'closed_lost', 'terminated')),
	CONSTRAINT "leads_origin_ck" CHECK("leads"."origin" in ('enquiry', 'response', 'introduction')),
	CONSTRAINT "leads_sides_ck" CHECK("leads"."buyer_id" <> "leads"."enterprise_id"),
	CONSTRAINT "leads_quantity_ck" CHECK("leads"."quantity" is null or "leads"."quantity" > 0)
);
--> statement-breakpoint
CREATE UNIQUE INDEX `leads_one_open` ON `leads` (`buyer_id`,`enterprise_id`,`subject_key`) WHERE "state" in ('new', 'awaiting_reply', 'in_contact', 'trial', 'procuring', 'contracted');--> statement-breakpoint
CREATE INDEX `leads_buyer_idx` ON `leads` (`buyer_id`,`state`);--> statement-breakpoint
CREATE INDEX `leads_enterprise_idx` ON `leads` (`enterprise_id`,`state`);--> statement-breakpoint
CREATE INDEX `leads_product_idx` ON `leads` (`product_id`);--> statement-breakpoint
CREATE UNIQUE INDEX `leads_code` ON `leads` (`code`);--> statement-breakpoint
CREATE TABLE `purchases` (
	`id` text PRIMARY KEY NOT NULL,
	`code` text NOT NULL,
	`lead_id` text,
	`buyer_id` text NOT NULL,
	`enterprise_id` text NOT NULL,
	`product_id` text NOT NULL,
	`product_version` integer NOT NULL,
	`state` text NOT NULL,
	`method` text NOT NULL,
	`quantity` integer,
	`unit` text,
	`amount` integer NOT NULL,
	`contract_number` text NOT NULL,
	`contracted_on` text NOT NULL,
	`accepted_on` text,
	`acceptance_evidence` text,
	`confirmation` text DEFAULT 'unconfirmed' NOT NULL,
	`confirmed_at` integer,
	`dispute_note` text,
	`recorded_by_id` text NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	FOREIGN KEY (`lead_id`) REFERENCES `leads`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`buyer_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`enterprise_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`product_id`) REFERENCES `products`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`recorded_by_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE restrict,
	CONSTRAINT "purchases_state_ck" CHECK("purchases"."state" in ('planned', 'announced', 'awarded', 'contracted', 'accepted', 'settled', 'cancelled', 'terminated', 'voided')),
	CONSTRAINT "purchases_confirmation_ck" CHECK("purchases"."confirmation" in ('unconfirmed', 'confirmed', 'disputed')),
	CONSTRAINT "purchases_amount_ck" CHECK("purchases"."amount" > 0),
	CONSTRAINT "purchases_accepted_ck" CHECK("purchases"."state" <> 'accepted' or "purchases"."accepted_on" is not null)
);
--> statement-breakpoint
CREATE UNIQUE INDEX `purchases_lead` ON `purchases` (`lead_id`) WHERE "purchases"."lead_id" is not null;--> statement-breakpoint
CREATE INDEX `purchases_product_idx` ON `purchases` (`product_id`,`contracted_on`);--> statement-breakpoint
CREATE UNIQUE INDEX `purchases_code` ON `purchases` (`code`);--> statement-breakpoint
CREATE TABLE `search_outbox` (
	`seq` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`type` text NOT NULL,
	`entity_id` text NOT NULL,
	`attempts` integer DEFAULT 0 NOT NULL,
	`not_before` integer,
	`failure` text,
	`created_at` integer NOT NULL,
	CONSTRAINT "search_outbox_type_ck" CHECK("search_outbox"."type" in ('product', 'scenario'))
);
--> statement-breakpoint
CREATE INDEX `search_outbox_entity_idx` ON `search_outbox` (`type`,`entity_id`);--> statement-breakpoint
CREATE TABLE `search_words` (
	`seq` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`type` text NOT NULL,
	`entity_id` text NOT NULL,
	`words` text NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `search_words_entity` ON `search_words` (`type`,`entity_id`);--> statement-breakpoint
CREATE TABLE `trials` (
	`id` text PRIMARY KEY NOT NULL,
	`lead_id` text NOT NULL,
	`product_id` text NOT NULL,
	`buyer_id` text NOT NULL,
	`site` text NOT NULL,
	`started_on` text NOT NULL,
	`ended_on` text,
	`result` text,
	`note` text,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`lead_id`) REFERENCES `leads`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`product_id`) REFERENCES `products`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`buyer_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE restrict,
	CONSTRAINT "trials_result_ck" CHECK("trials"."result" is null or ("trials"."result" in ('passed', 'failed') and "trials"."ended_on" is not null))
);
--> statement-breakpoint
CREATE INDEX `trials_product_idx` ON `trials` (`product_id`);--> statement-breakpoint
CREATE INDEX `trials_lead_idx` ON `trials` (`lead_id`);