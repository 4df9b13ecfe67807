CREATE TRIGGER audit_no_update BEFORE UPDATE ON audit BEGIN SELECT RAISE(ABORT, 'rule:audit_append_only'); END;
--> statement-breakpoint
CREATE TRIGGER audit_no_delete BEFORE DELETE ON audit BEGIN SELECT RAISE(ABORT, 'rule:audit_append_only'); END;
--> statement-breakpoint
CREATE TABLE lead_moves (from_state text NOT NULL, to_state text NOT NULL, PRIMARY KEY (from_state, to_state)) WITHOUT ROWID;
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
CREATE TRIGGER leads_move BEFORE UPDATE OF state ON leads
WHEN OLD.state <> NEW.state AND NOT EXISTS (SELECT 1 FROM lead_moves m WHERE m.from_state = OLD.state AND m.to_state = NEW.state)
BEGIN SELECT RAISE(ABORT, 'rule:leads_move'); END;
--> statement-breakpoint
CREATE VIRTUAL TABLE search_fts USING fts5(words, content = 'search_words', content_rowid = 'seq', tokenize = "unicode61 remove_diacritics 0", detail = none);
--> statement-breakpoint
CREATE TRIGGER search_fts_ai AFTER INSERT ON search_words BEGIN INSERT INTO search_fts(rowid, words) VALUES (NEW.seq, NEW.words); END;
--> statement-breakpoint
CREATE TRIGGER search_fts_ad AFTER DELETE ON search_words BEGIN INSERT INTO search_fts(search_fts, rowid, words) VALUES ('delete', OLD.seq, OLD.words); END;
--> statement-breakpoint
CREATE TRIGGER search_fts_au AFTER UPDATE OF words ON search_words BEGIN
  INSERT INTO search_fts(search_fts, rowid, words) VALUES ('delete', OLD.seq, OLD.words);
  INSERT INTO search_fts(rowid, words) VALUES (NEW.seq, NEW.words); END;
