-- A running trial ends before its lead goes on; what was left running by leads that have gone on ends with their last change.
DELETE FROM lead_moves WHERE (from_state = 'trial' AND to_state IN ('procuring', 'lapsed')) OR (from_state = 'procuring' AND to_state = 'lapsed');
--> statement-breakpoint
UPDATE trials SET ended_on = greatest(started_on, (SELECT to_char(l.updated_at AT TIME ZONE 'Asia/Shanghai', 'YYYY-MM-DD') FROM leads l WHERE l.id = trials.lead_id))
WHERE ended_on IS NULL AND EXISTS (SELECT 1 FROM leads l WHERE l.id = trials.lead_id AND l.state <> 'trial');
