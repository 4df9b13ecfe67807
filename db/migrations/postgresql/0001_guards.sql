CREATE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
  RAISE EXCEPTION 'rule:%', TG_ARGV[0] USING ERRCODE = 'check_violation', CONSTRAINT = TG_ARGV[0]; END $$;
--> statement-breakpoint
CREATE TRIGGER audit_no_update BEFORE UPDATE ON audit FOR EACH ROW EXECUTE FUNCTION refuse('audit_append_only');
--> statement-breakpoint
CREATE TRIGGER audit_no_delete BEFORE DELETE ON audit FOR EACH ROW EXECUTE FUNCTION refuse('audit_append_only');
--> statement-breakpoint
CREATE TRIGGER audit_no_truncate BEFORE TRUNCATE ON audit FOR EACH STATEMENT EXECUTE FUNCTION refuse('audit_append_only');
--> statement-breakpoint
CREATE TABLE lead_moves (from_state text COLLATE "C" NOT NULL, to_state text COLLATE "C" NOT NULL, PRIMARY KEY (from_state, to_state));
--> statement-breakpoint
INSERT INTO lead_moves VALUES
  ('new','awaiting_reply'),('new','withdrawn'),
  ('awaiting_reply','in_contact'),('awaiting_reply','declined'),('awaiting_reply','withdrawn'),('awaiting_reply','lapsed'),
  ('in_contact','trial'),('in_contact','procuring'),('in_contact','closed_lost'),('in_contact','lapsed'),
  ('trial','in_contact'),('trial','procuring'),('trial','closed_lost'),('trial','lapsed'),
  ('procuring','trial'),('procuring','contracted'),('procuring','closed_lost'),('procuring','lapsed'),
  ('contracted','delivered'),('contracted','terminated'),
  ('lapsed','awaiting_reply'),('lapsed','in_contact');
--> statement-breakpoint
CREATE FUNCTION leads_move() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
  IF OLD.state <> NEW.state AND NOT EXISTS (SELECT 1 FROM lead_moves m WHERE m.from_state = OLD.state AND m.to_state = NEW.state)
  THEN RAISE EXCEPTION 'rule:leads_move' USING ERRCODE = 'check_violation', CONSTRAINT = 'leads_move'; END IF;
  RETURN NEW; END $$;
--> statement-breakpoint
CREATE TRIGGER leads_move BEFORE UPDATE OF state ON leads FOR EACH ROW EXECUTE FUNCTION leads_move();
--> statement-breakpoint
ALTER TABLE search_words ADD COLUMN tsv tsvector GENERATED ALWAYS AS (array_to_tsvector(string_to_array(words, ' '))) STORED;
--> statement-breakpoint
CREATE INDEX search_words_tsv ON search_words USING gin (tsv) WITH (fastupdate = off);
